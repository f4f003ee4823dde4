"""The reference list: under which names it is found, how it is cut into entries, and what is not taken for it."""

from __future__ import annotations

import pytest

from grader.model import Essay
from grader.segment import build
from grader.segment.entry_shape import LIKELY, PLAIN, looks

PROSE = (
    "The province has argued about water for thirty years, and the argument has become a habit of its politics. Nobody who has "
    "read the accounts of the canal board would call that a surprise, because the same words come back in every session."
)
THREE = (
    "Khan, S. (2019). Water and power. Lahore: Vanguard.",
    "Husain, I. (2018). Governing the ungovernable. Karachi: Oxford University Press.",
    "World Bank. (2020). Pakistan development update. https://www.worldbank.org/x",
)


def answer(listed: str) -> Essay:
    return build(f"# Introduction\n\n{PROSE}\n\n# Conclusion\n\n{PROSE}\n\n{listed}")


def listed(text: str) -> list[str]:
    essay = answer(text)
    return [" ".join(essay[block.span].split()) for block in essay.blocks_of("reference")]


@pytest.mark.parametrize(
    "name",
    [
        "## References",
        "References:",
        "**Works Cited**",
        "BIBLIOGRAPHY",
        "7. List of References",
        "Sources",
        "# Reference List",
        "Notes",
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_the_list_is_found_under_its_names(name: str, between: str) -> None:
    assert listed(f"{name}\n\n{between.join(THREE)}") == list(THREE)


def test_the_name_and_the_first_entry_may_stand_without_a_line_between() -> None:
    assert listed("References\n" + "\n".join(THREE)) == list(THREE)


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_three_plain_entries_at_the_end_need_no_name(between: str) -> None:
    assert listed(between.join(THREE)) == list(THREE)
    assert listed(between.join(THREE[:2])) == []


@pytest.mark.parametrize(
    "text",
    [
        "## Works Cited\n\nKhan, Sara. “Water and Power: A History of\n    the Canal Board.” Journal of Rivers, vol. 3,\n    2019, pp. 12-40.\n"
        "Husain, Ishrat. Governing. Karachi:\n    Vanguard, 2018.\n———. The Economy. Lahore: Vanguard, 2004.",
        "REFERENCES\n\nKhan, S. (2019). Water and power in the Upper Punjab: a\nhistory of the canal board. Journal of Rivers, 3(2),\n12-40.\n"
        "Husain, I. (2018). Governing the ungovernable. Oxford\nUniversity Press.\nGovernment of Pakistan. (2021). Economic survey.\nMinistry.",
        "References\n\n- Khan, S. (2019). Water and power.\n- Dawn (2021) ‘Senate polls’, 4 March.\n- World Bank (2020) Update. Washington, DC: World Bank.",
        "References\n\nKhan, S. (2019). Water.\nVanguard.\n\nDawn. (2021). Polls.\nhttps://www.dawn.com/1\n\nWorld Bank. (2020). Update. World\nBank.",
    ],
    ids=["hanging", "wrapped", "bullets", "blank lines"],
)
def test_an_entry_may_run_over_several_lines(text: str) -> None:
    assert len(listed(text)) == 3


@pytest.mark.parametrize("signs", [("1.", "2.", "3."), ("[1]", "[2]", "[3]"), ("1)", "2)", "3)"), ("¹", "²", "³")])
def test_numbered_entries_know_their_number(signs: tuple[str, ...]) -> None:
    essay = answer("References\n\n" + "\n".join(f"{sign} {entry}" for sign, entry in zip(signs, THREE, strict=True)))
    assert [block.number for block in essay.blocks_of("reference")] == ["1", "2", "3"]


def test_footnotes_know_their_number() -> None:
    essay = answer(
        "[^1]: Khan, Rural Punjab, 12.\n[^2]: Ibid., 14.\n[^note]: Husain, Governing, 3; see also\n  World Bank, Update, 4."
    )
    assert [block.number for block in essay.blocks_of("reference")] == ["1", "2", "note"]


NOTES = "1. River Tax Act 1998; Ports Act 1911.\n2. Griffith, 'The Tax' (1979) 42 MLR 1.\n3. Griffith (n 2) 16."


@pytest.mark.parametrize(("name", "entries"), [("Footnotes", 3), ("Notes", 3), ("Remarks", 0)])
def test_numbered_notes_under_their_name_are_entries_though_they_look_little_like_ones(name: str, entries: int) -> None:
    assert len(listed(f"{name}\n\n{NOTES}")) == entries


def test_a_list_in_parts_goes_on_and_an_appendix_ends_it() -> None:
    assert listed(
        f"# References\n\n## Books\n\n{THREE[0]}\n\n## Newspapers\n\n{THREE[2]}\n\n# Appendix\n\n{PROSE}"
    ) == [THREE[0], THREE[2]]


@pytest.mark.parametrize(
    "text",
    [
        "## Notes\n\nThe figures are rounded. I have used the old spelling of the towns.\n\nThe map is mine.",
        "1. In 2010 the Amendment moved water to the provinces.\n2. In 2018 the Council approved a policy (2018).\n3. The World Bank (2020) counted.",
        f"{PROSE}\n\n{PROSE} (Khan, 2019).\n\nAs Khan (2019) puts it, the tax is dead, and the Council (2020) agreed with him in the end.",
    ],
    ids=["notes of another kind", "points", "prose with sources"],
)
def test_what_is_no_list_stays_the_students(text: str) -> None:
    assert listed(text) == []


def test_prose_under_the_list_stays_the_students() -> None:
    essay = answer(f"# References\n\n{THREE[0]}\n\n{PROSE}")
    assert [block.kind for block in essay.blocks[-2:]] == ["reference", "paragraph"]


def test_an_outline_that_names_the_list_is_an_outline() -> None:
    essay = build(
        f"# Outline\n\n1. Introduction\n2. The water\n3. References\n\n# Introduction\n\n{PROSE}\n\n# The water\n\n{PROSE}"
    )
    assert not essay.blocks_of("reference")


def test_shapes_are_told_apart() -> None:
    assert all(looks(entry) >= PLAIN for entry in THREE)
    assert looks(PROSE) < LIKELY
    assert looks("As Khan (2019) argues, the tax is dead.") < LIKELY


def test_a_number_out_of_turn_at_the_head_of_a_line_begins_no_entry() -> None:
    text = "References\n\n1. Khan, S. Water and power. Journal of Rivers, vol. 3, pp.\n45. Lahore: Vanguard, 2019.\n2. Husain, I. Governing. 2018."
    assert len(listed(text)) == 2


def test_a_list_wrapped_by_hand_with_blank_lines_between() -> None:
    entries = [
        "Aldous Stores (2023) Aldous announces record sales of the year. Available at:\nhttps://www.aldous.example/news (Accessed:\n18 February 2025).",
        "Johnson, G., Whittle, R., Scholes, K., Angwin, D. and Regner, P. and others\n(2020) Exploring strategy: text and cases. 12th edn. Harlow: Pearson.",
        "Office for Counting (2024) Average weekly earnings of the towns in Great\nBritain: December 2024. Available at: https://www.counting.example/pay",
    ]
    assert listed("# References\n\n" + "\n\n".join(entries)) == [" ".join(entry.split()) for entry in entries]


def test_a_publisher_in_capitals_on_a_wrapped_line_is_no_heading() -> None:
    entry = "Mansfield, Nicholas, ed. The Transfer of the Toll, 1942-7. Vol. 1. London:\nHMSO, 1970."
    assert listed(f"# Bibliography\n\n{THREE[0]}\n\n{entry}\n\n{THREE[1]}")[1] == " ".join(entry.split())
