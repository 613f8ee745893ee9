"""The columns of a vocabulary that a model has weights for."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

Floats = npt.NDArray[np.floating[Any]]
Columns = npt.NDArray[np.int32]
Steps = npt.NDArray[np.int8]


def weighed(row: csr_matrix, columns: Columns, weights: Floats | Steps) -> Floats:
    """Return a row's values by the weights of their columns; those that have none count nothing.

    Args:
        row: shape (1, vocabulary).
        columns: those that have weights, in order.
        weights: shape (columns, classes).

    Returns:
        Shape (classes,).
    """
    places = np.searchsorted(columns, row.indices)
    places[places == len(columns)] = 0
    known = columns[places] == row.indices
    products: Floats = row.data[known] @ weights[places[known]].astype(np.float32)
    return products
