"""Clean and dirty examples for language.errors.spelling."""

from __future__ import annotations

from time import process_time

import pytest

from grader.context import Context, Task
from grader.lexicon import load
from grader.model import Finding
from grader.segment import build
from grader.spelling.dictionary import known
from tests.helpers import ANSWER, measured, quotes

CHECK = "language.errors.spelling"


@pytest.mark.parametrize(
    "text",
    [
        ANSWER,
        "The government met a hindrance.",
        "“The goverment” is a quotation.",
        "The colour of the neighboring organization’s programme is grey, and its defense is organised.",  # both varieties
        "The jirgas paid in crores, and the madrassa stood by the nullah.",
        "Deradicalisation, weaponized trade and geoeconomic aims came with peacebuilding and multilateralism.",
        "Habeas corpus is prima facie a right; so is a naïve café.",
        "A pro-poor, socio-economic and well-intentioned plan.",
        "Tasmir and Kandor met in Larkesh. Kandor was late.",  # names
        "They paid the *marsoosa* to the clerk.",  # italics
        "Marsoosa Khan wrote it.",  # a name at the head of a sentence
        "The IMFS and the NACTA wrote to info@goverment.pk and www.goverment.pk about item goverment2.",
        "# OPERATION MARSOOS\n\nIt began in May and it ended in June.",
        "# Tasmir in Larkesh\n\nTasmir was built in a year.",
        "They don’t know whose it is, and it wasn't theirs.",
        "The offeror and the offeree read the nikah nama, and the abiana of the distributary was untaxed.",
    ],
)
def test_clean(text: str) -> None:
    assert quotes(CHECK, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The goverment met a hinderance.", ["goverment", "hinderance"]),
        ("The goverment’s influense was helpfull.", ["goverment", "influense", "helpfull"]),
        ("A socio-econimic plan.", ["econimic"]),
        ("Recomendations were made. Then Pakistn fell.", ["Recomendations", "Pakistn"]),
        ("They sold ofthe land.", ["ofthe"]),
        ("He reads english books.", ["english"]),
        ("# A HINDERANCE TO PERSONEL\n\nTrade needs roads and it needs peace.", ["HINDERANCE", "PERSONEL"]),
        ("# The Enviroment of Trade\n\nTrade needs roads and it needs peace.", ["Enviroment"]),
        ("The Afganistan war and the Philipines.", ["Afganistan", "Philipines"]),
        ("He dont know.", ["dont"]),
        ("The ~~govern~~ goverment fell.", ["goverment"]),
    ],
)
def test_dirty(text: str, expected: list[str]) -> None:
    assert quotes(CHECK, text) == expected


def only(text: str, **task: object) -> Finding:
    measurement = Context(build(text), Task(**task)).measure(CHECK)  # type: ignore[arg-type]
    (finding,) = measurement.findings
    return finding


def test_a_known_pair_is_sure_and_likeness_is_a_guess() -> None:
    sure, guess = measured(CHECK, "A hinderance to comunism.").findings
    assert (sure.message, sure.advice) == ("This word is not in the dictionary.", "Write “hindrance”.")
    assert (guess.kind, guess.severity, guess.advice) == ("spelling", "minor", "Perhaps “communism”.")


def test_kinds_and_cases() -> None:
    assert only("He reads english books.").kind == "capitals"
    assert only("He reads english books.").replacements == ("English",)
    assert only("# TRADE AND PERSONEL\n\nIt is old.").replacements[0] == "PERSONNEL"
    assert only("It was ofthe old kind.").advice == "Write “of the”."


def test_suggestions_are_in_the_spelling_of_the_rubric() -> None:
    assert only("The nieghbourhood grew.").replacements[0] == "neighbourhood"
    assert only("The nieghbourhood grew.", language="en-US").replacements[0] == "neighborhood"


def test_own_words_are_right() -> None:
    text = "The influense of hydrosophy fell, and so did two influenses."
    own = Context(build(text), Task(words=frozenset({"influense", "hydrosophy"})))
    assert own.measure(CHECK).findings == ()


def test_the_pairs_are_wrong_and_right() -> None:
    for wrong, right in load("misspellings").items():
        assert not known(wrong), wrong
        assert all(known(word.lower()) for word in right.split()), right


def test_it_is_quick() -> None:
    quotes(CHECK, "A hinderance.")  # the dictionaries are loaded
    text = " ".join(
        f"Thay recieved the influense and the comitee number {i} agread with tham hapily." for i in range(60)
    )
    started = process_time()
    quotes(CHECK, text)
    assert process_time() - started < 1


def test_clean_the_parties_of_a_case_and_a_term_of_the_subject() -> None:
    assert quotes(CHECK, "Storer v Manchester was decided on other grounds.") == []
    assert quotes(CHECK, "The thrimble is old. It fell.") == ["thrimble"]
    assert quotes(CHECK, "The thrimble is old. A thrimble fell. No thrimble stood. Each thrimble leaks.") == []
