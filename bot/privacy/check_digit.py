"""The check digit of a My Number."""

LENGTH = 12


def holds(digits: str) -> bool:
    """Tell whether the last of twelve digits is the check digit of the eleven before.

    The ordinance (平成26年総務省令第85号, article 5): with P the n-th digit from the lowest of the eleven, and
    Q = n + 1 up to the sixth, n - 5 from the seventh, the check digit is 11 less the remainder of ΣPQ by 11, or 0
    where that remainder is at most 1.
    """
    *eleven, last = (int(digit) for digit in digits)
    total = sum(
        digit * (place + 1 if place <= 6 else place - 5) for place, digit in enumerate(reversed(eleven), start=1)
    )
    remainder = total % 11
    return last == (0 if remainder <= 1 else 11 - remainder)
