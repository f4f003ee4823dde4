"""Passages named by their place."""

from __future__ import annotations

import pytest

from grader.citing.passages import find_passages, speaks_of_scripture
from grader.segment import build


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is forbidden (Surah An-Nahl, 16:58).", "Surah An-Nahl, 16:58"),
        ("Kindness is commanded (4:19).", "4:19"),
        ("One soul (An-Nisa 4:1) was made.", "An-Nisa 4:1"),
        ("Learning is a duty (Sunan Ibn Majah, Hadith 224).", "Sunan Ibn Majah, Hadith 224"),
        ("He falls silent (3.3.350–53).", "3.3.350–53"),
        ("She weeps (Act 4, Scene 1).", "Act 4, Scene 1"),
        ("The cartoon mocks him (Doc 2).", "Doc 2"),
        ("Two letters agree (Docs 2 and 5).", "Docs 2 and 5"),
        ("In Storer v Manchester [1974] 1 WLR 1403 it was so.", "1974] 1 WLR 1403"),
        ("So held PLD 1955 FC 240 too.", "PLD 1955 FC 240"),
    ],
)
def test_found(text: str, found: str) -> None:
    assert [one.pages for one in find_passages(text, scripture=True)] == [found]


@pytest.mark.parametrize(
    "text", ["The split was even (60:40).", "It met late (10:30).", "(Bukhari, 2016)", "[3]", "(Khan 2019)"]
)
def test_not_without_a_scripture(text: str) -> None:
    assert find_passages(text, scripture=False) == []


def test_an_author_of_that_name_is_cited() -> None:
    assert find_passages("The Prophet Muhammad is praised (Bukhari, 2016).", scripture=True) == []


def test_whether_a_text_speaks_of_scripture() -> None:
    assert speaks_of_scripture("In the Holy Quran it is said.")
    assert not speaks_of_scripture("The towns paid the toll.")


def test_sentences_read_on_without_them() -> None:
    essay = build('The Quran says it. "Live with them in kindness." (4:19). The towns agreed in the end.')
    assert [one.text for one in essay.sentences] == [
        "The Quran says it.",
        '"Live with them in kindness."',
        "The towns agreed in the end.",
    ]
    assert [one.pages for one in essay.cited] == ["4:19"]
