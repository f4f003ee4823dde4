"""Lay an answer out otherwise, or put on the page what pages have, and no mark but presentation's moves."""

from __future__ import annotations

import re
import textwrap
from functools import cache

import pytest

from grader import load_rubric, mark
from grader.segment import build
from tests.conftest import ROOT

ASKED = "Was the river tax the work of a single minister, or did the towns ask for it?"
PARAGRAPHS = (
    "The river tax of 1904 is often called the work of one minister. This essay argues that the towns asked for it, because they had "
    "quays to repair and no other income, and that the minister gave a name to what they had begun.",
    "The towns moved first. According to the Harbour Board (1903), seven of nine councils had raised tolls of their own before any bill "
    "was read, since their quays were falling into the river. Tolls rose by 40 per cent in three years, which meant that traders wanted one rate.",
    "The minister's part was smaller than it looks. The Board's report of 1905 shows that his bill copied the rates of Lowmoor, so that "
    "hardly a clause was new. He took the credit because the papers of the capital needed a face.",
    "Critics argue that without him no town would have agreed to share the money. However, this overlooks the compact of 1902, in which "
    "five towns had shared a dredger and its cost for two years.",
    "In conclusion, the tax was less the work of a minister than of the towns, which had asked for it, paid for it and in part written it.",
)


@cache
def marks(text: str) -> dict[str, float | None]:
    result = mark(build(text, "essay"), load_rubric("generic-argument"), engine="none")
    return {one.id: one.marks for one in result.criteria if one.id != "presentation"}


def plain() -> str:
    return "\n\n".join((ASKED, *PARAGRAPHS))


def wrapped(paragraphs: tuple[str, ...]) -> str:
    return "\n\n".join(textwrap.fill(one, 72) for one in paragraphs)


LAYOUTS = {
    "title": f"The River Tax: Whose Idea?\n\n{plain()}",
    "name and date": f"Sana Malik\n14 March 2025\n\n{plain()}",
    "title, name and date": f"The River Tax in the Towns\n\nSana Malik\n\n14 March 2025\n\n{plain()}",
    "prompt": f"Prompt: {plain()}",
    "question wrapped": plain().replace(ASKED, textwrap.fill(ASKED, 40)),
    "wrapped": wrapped((ASKED, *PARAGRAPHS)),
    "word count": f"{plain()}\n\nWord count: 1,050",
    "count in brackets": f"{plain()}\n\n(971 words)",
    "the end": f"{plain()}\n\nTHE END",
    "page number": plain().replace("\n\nThe minister", "\n\n- 2 -\n\nThe minister"),
    "numbered": "\n\n".join((ASKED, *(f"{i}. {one}" for i, one in enumerate(PARAGRAPHS, start=1)))),
    "numbered in brackets": "\n\n".join((ASKED, *(f"[{i}] {one}" for i, one in enumerate(PARAGRAPHS, start=1)))),
    "running head": re.sub(r"\n\n", "\n\nMOCK EXAM 2026    Roll No. 0145\n\n", plain()),
    "answer label": plain().replace(f"{ASKED}\n", f"{ASKED}\n\nAns:\n"),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_mark_moves(layout: str) -> None:
    assert marks(LAYOUTS[layout]) == marks(plain())


def test_the_answer_is_one_that_could_lose_something() -> None:
    assert all(value is not None and value > 0 for value in marks(plain()).values())
    without = "\n\n".join((ASKED, *PARAGRAPHS[:-1]))
    assert marks(without) != marks(plain())


def test_on_a_real_page() -> None:
    text = (ROOT / "samples" / "climate-water-strong.md").read_text(encoding="utf-8")
    assert marks(f"{text}\n\nWord count: 1,050\n") == marks(text)
