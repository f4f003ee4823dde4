"""Candidates that say the same."""

from __future__ import annotations

from grader.drafting.clusters import clusters, medoid, own_stems, similarity
from grader.drafting.model import Candidate
from grader.facts.question import taken_apart
from tests.drafting.helpers import QUESTION

ASKED = taken_apart(QUESTION)


def one(text: str, source: int, group: str = "causes", score: float = 1.0, headline: bool = False) -> Candidate:
    return Candidate(text, source, 1, "", group, text, score, headline)


SAME = [
    one("Flood irrigation wastes half of the river.", 0),
    one("Tube wells drain the aquifer.", 0),
    one("Half of the river is wasted by flood irrigation.", 1),
    one("Dams fill with silt from the hills.", 1),
]


def test_what_two_sources_say_is_one_cluster() -> None:
    assert clusters(SAME, ASKED) == [[0, 2], [1], [3]]


def test_one_candidate_or_none() -> None:
    assert clusters(SAME[:1], ASKED) == [[0]]
    assert clusters([], ASKED) == []


def test_the_questions_words_bring_nothing_together() -> None:
    found = [
        one("Pakistan's water shortage is bad for towns.", 0),
        one("Pakistan's water shortage is in the canals.", 1),
    ]
    assert clusters(found, ASKED) == [[0], [1]]
    bare = [one("Pakistan's water shortage.", 0), one("Water shortage of Pakistan.", 1)]
    assert clusters(bare, ASKED) == [[0], [1]]


def test_one_source_seldom_says_a_thing_twice() -> None:
    found = [
        one("Flood irrigation wastes half of the river.", 0),
        one("The river feeds the flood plain and its fish.", 0),
    ]
    assert len(clusters(found, ASKED)) == 2
    assert clusters([found[0], found[0]], ASKED) == [[0, 1]]


def test_the_array_is_square_and_symmetric() -> None:
    near = similarity(SAME, ASKED)
    assert near.shape == (4, 4)
    assert (near == near.T).all()
    assert near[0, 2] > 0.3 > near[0, 1]


def test_the_medoid_is_a_sentence_that_is_well_put() -> None:
    found = [one("Flood irrigation and the river", 0, headline=True), one("Flood irrigation wastes the river.", 1)]
    assert medoid([0, 1], similarity(found, ASKED), found) == 1
    equal = [one("Flood irrigation wastes the river.", 0), one("Flood irrigation wastes the river.", 1)]
    assert medoid([0, 1], similarity(equal, ASKED), equal) == 0


def test_own_stems_leave_out_what_every_answer_says() -> None:
    assert own_stems("Various water problems of the delta", frozenset({"water"})) == {"delta"}
