"""Signs added up to a probability."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from grader.matching import model
from grader.matching.encoder import Encoder
from grader.matching.model import Place, added_up, best_other, matches, weighed
from grader.rubric.model import Point

POINTS = [
    Point("income", "The tax gave the towns a steady income.", aliases=("receipts",)),
    Point("moon", "Moonlight moves the tides of distant oceans."),
]
TEXTS = ["Thanks to the tax the towns had money coming in every year.", "The sea rises and falls with the moon."]


def test_each_point_is_likeliest_where_it_is_made() -> None:
    found = matches(POINTS, TEXTS)
    assert found.by == "encoder"
    assert found.table.shape == (2, 2)
    assert (found.table >= 0).all()
    assert (found.table <= 1).all()
    assert found.table[0].argmax() == 0
    assert found.table[1].argmax() == 1


def test_a_paraphrase_of_the_point_counts_as_the_point() -> None:
    bare = [Point("moon", "Our satellite has a gravitational effect.")]
    worded = [Point("moon", "Our satellite has a gravitational effect.", paraphrases=(TEXTS[1],))]
    assert matches(worded, TEXTS).table[0, 1] > matches(bare, TEXTS).table[0, 1] + 0.2


def test_the_paragraph_counts_beside_the_text() -> None:
    texts = ["It came every year.", f"{TEXTS[0]} It came every year.", "It rained. It came every year."]
    alone = matches(POINTS, texts).table[0, 0]
    assert matches(POINTS, texts, [Place(1), Place(), Place()]).table[0, 0] > alone
    assert matches(POINTS, texts, [Place(), Place(), Place()]).table[0, 0] == pytest.approx(alone)


def test_a_heading_that_bears_on_the_point_counts_for_what_bears_on_it_too() -> None:
    places = [Place(heading=1), Place(), Place()]
    over = ["The steady income of the towns", "The weather of the coast"]
    near, far = ["Money came to the towns every year.", *over], ["Dogs bark at night.", *over]
    assert matches(POINTS, near, places).table[0, 0] > matches(POINTS, near).table[0, 0] + 0.03
    assert matches(POINTS, far, places).table[0, 0] == matches(POINTS, far).table[0, 0]
    places[0] = Place(heading=2)
    assert matches(POINTS, near, places).table[0, 0] <= matches(POINTS, near).table[0, 0]


def test_without_the_weights_words_alone_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "encoder", lambda: None)
    found = matches(POINTS, ["The tax gave the towns a steady income.", "It rained."])
    assert found.by == "words"
    assert found.table[0, 0] > 0.8
    assert found.table[0, 1] < 0.3


def test_signs_are_added_by_their_weights() -> None:
    one, two = np.ones((1, 2), dtype=np.float32), np.array([[0.0, 0.5]], dtype=np.float32)
    np.testing.assert_allclose(added_up({"a": 2.0, "b": 4.0}, {"a": one, "b": two}), [[2.0, 4.0]])


def test_a_folder_without_weights_has_no_encoder(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Encoder(tmp_path)


def test_the_best_other_point_is_the_rival() -> None:
    rival = best_other(np.array([[3.0, 1.0], [2.0, 1.0], [0.0, 0.5]]))
    assert rival.tolist() == [[2.0, 1.0], [3.0, 1.0], [3.0, 1.0]]


def test_a_point_alone_has_no_rival() -> None:
    assert np.isneginf(best_other(np.array([[3.0, 1.0]]))).all()


def test_standing_ahead_raises_and_standing_behind_lowers() -> None:
    sign = {name: np.zeros((2, 1), np.float32) for name in ("cosine", "cosine_with_aliases", "recall", "alias")}
    level = weighed("encoder", {**sign, "encoder": np.array([[2.0], [2.0]], np.float32)})
    apart = weighed("encoder", {**sign, "encoder": np.array([[2.0], [0.0]], np.float32)})
    assert level[0, 0] == level[1, 0] == 2
    assert apart[0, 0] > 2
    assert apart[1, 0] < 0


def test_a_point_alone_gains_by_bearing_on_the_text_at_all() -> None:
    sign = {name: np.zeros((1, 2), np.float32) for name in ("cosine", "cosine_with_aliases", "recall", "alias")}
    total = weighed("encoder", {**sign, "encoder": np.array([[4.0, -4.0]], np.float32)})
    assert total[0, 0] > 4
    assert total[0, 1] == -4
