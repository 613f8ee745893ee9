"""The two models behind the judgement of emergencies, and the encoder."""

import numpy as np
import pytest
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.svm import SVC

from bot.nlu import emergency_lesson
from bot.nlu.emergency_lesson import EmergencyLesson, worth_a_look
from bot.nlu.emergency_model import EmergencyModel
from bot.nlu.encoder import BATCH, E5Encoder, encoder
from bot.nlu.kernel_model import KernelModel
from bot.nlu.word_model import WordModel

RANDOM = np.random.default_rng(0)
LESSONS = [
    EmergencyLesson("he is not breathing", "en", "now"),
    EmergencyLesson("she is not breathing, help", "en", "now"),
    EmergencyLesson("my mother is unconscious", "en", "now"),
    EmergencyLesson("there is blood", "en", "unsure"),
    EmergencyLesson("where do I renew the card", "en", "none"),
    EmergencyLesson("my mother is 80", "en", "none"),
    EmergencyLesson("the card is not working", "en", "none"),
    EmergencyLesson("what does it cost", "en", "none"),
]


class Letters:
    """An encoder that counts letters, and what it was asked for."""

    def __init__(self):
        self.asked = []

    def embed(self, texts):
        self.asked += texts
        counts = np.array([[text.count(letter) + 0.1 for letter in "abcdefghij"] for text in texts])
        return counts / np.linalg.norm(counts, axis=1, keepdims=True)


@pytest.fixture(scope="module")
def vectors():
    return RANDOM.normal(size=(60, 5)), (RANDOM.random(60) > 0.5).astype(int)


def test_the_kernel_model_says_what_the_machine_says(vectors, tmp_path):
    rows, labels = vectors
    model = KernelModel.fit(rows, labels, np.ones(60), 3.0, 1.0)
    rest = rows - rows.mean(axis=0)
    machine = SVC(C=3.0, gamma=1 / (rest**2).sum(axis=1).mean()).fit(rest, labels)
    assert np.allclose(model.margins(rows), machine.decision_function(rest), atol=1e-3)
    model.save(tmp_path)
    assert np.allclose(KernelModel.load(tmp_path).margins(rows), model.margins(rows), atol=0.02)


def test_the_word_model_says_what_the_regression_says(vectors, tmp_path):
    rows, labels = csr_matrix(vectors[0]), vectors[1]
    model = WordModel.fit(rows, labels, np.ones(60), 1.0)
    machine = LogisticRegression(C=1.0, solver="liblinear").fit(rows, labels)
    assert np.allclose(model.margins(rows), machine.decision_function(rows), atol=0.02)
    model.save(tmp_path)
    assert np.allclose(WordModel.load(tmp_path).margins(rows), model.margins(rows), atol=0.01)


def lessons(kind, *texts):
    return [EmergencyLesson(text, "en", kind) for text in texts]


def rows_of(*rows):
    return csr_matrix(np.array(rows, float))


def test_harmless_lessons_that_the_words_are_sure_of_are_not_looked_at(monkeypatch):
    told = [*lessons("now", "a", "b"), *lessons("none", "c", "d", "e", "f")]
    # The words of c and d stand in no emergency, those of e and f in all.
    rows = rows_of([0, 0, 1], [0, 1, 0], [1, 0, 0], [1, 0.5, 0], [0, 2, 0], [0, 0, 2])
    monkeypatch.setattr(emergency_lesson, "DOUBTFUL", -1)
    monkeypatch.setattr(emergency_lesson, "ALIKE", 1.1)
    assert set(worth_a_look(told, rows)) == {0, 1, 4, 5}


def test_of_lessons_with_the_same_words_one_is_looked_at_in_each_language_and_kind(monkeypatch):
    monkeypatch.setattr(emergency_lesson, "DOUBTFUL", -99)
    told = [
        *lessons("now", "a", "b"),
        *lessons("none", "c", "d"),
        *lessons("now", "e"),
        EmergencyLesson("f", "ja", "now"),
    ]
    rows = rows_of([1, 0], [1, 0.1], [1, 0], [0, 1], [0, 1], [1, 0])
    assert worth_a_look(told, rows) == [0, 2, 3, 4, 5]


def test_what_is_not_looked_at_is_not_embedded(monkeypatch):
    monkeypatch.setattr("bot.nlu.emergency_model.worth_a_look", lambda lessons, rows: [0, 3, 4])
    letters = Letters()
    EmergencyModel.fit(LESSONS, letters)
    assert letters.asked == [LESSONS[place].text for place in (0, 3, 4)]


def test_a_clause_is_judged_by_itself_but_says_less(monkeypatch):
    monkeypatch.setattr("bot.nlu.vectorizer.MIN_MESSAGES", 1)
    model = EmergencyModel.fit(LESSONS, Letters())
    alone = model.chance("he is not breathing", "en")
    buried = model.chance("where do I renew the card, what does it cost, he is not breathing", "en")
    assert model.chance("where do I renew the card, what does it cost", "en") < buried < alone


def test_what_is_saved_is_what_is_loaded(tmp_path):
    model = EmergencyModel.fit(LESSONS, Letters())
    model.save(tmp_path)
    again = EmergencyModel.load(tmp_path, Letters())
    for lesson in LESSONS:
        assert again.chance(lesson.text, "en") == pytest.approx(model.chance(lesson.text, "en"), abs=0.01)


def test_the_encoder_sets_one_meaning_in_two_languages_near_each_other():
    german, english, other = encoder().embed(["Mein Vater atmet nicht", "My father isn't breathing", "opening hours"])
    assert np.linalg.norm(german) == pytest.approx(1, abs=1e-3)
    assert german @ english > max(german @ other, english @ other)


def test_many_texts_are_embedded_as_each_is():
    texts = [f"card {number}" for number in range(BATCH + 3)]
    assert np.allclose(encoder().embed(texts)[-1], encoder().embed(texts[-1:])[0], atol=1e-4)


def test_a_text_is_embedded_in_the_calling_thread_alone_whatever_loaded_openmp_first(monkeypatch):
    fresh, threads = E5Encoder(), []
    model, controller = fresh._handle()

    def query(asked):
        threads.extend(lib["num_threads"] for lib in controller.select(user_api="openmp").info())
        return type(model).query(model, asked)

    monkeypatch.setattr(model, "query", query)
    with controller.limit(limits=3, user_api="openmp"):
        fresh.embed(["card"])
    assert threads
    assert set(threads) == {1}
