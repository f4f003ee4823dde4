"""References as facts: entries with their place in the essay, numbers, and what stands for the entry above."""

from __future__ import annotations

from grader.citing.model import Name
from grader.facts.references import references
from tests.helpers import context_for

PROSE = "The province has argued about water for thirty years, and the argument has become a habit of its politics."


def listed(text: str) -> list[tuple[str, tuple[Name, ...], str, int | None]]:
    context = context_for(f"# Body\n\n{PROSE}\n\n{text}")
    found = context.fact(references)
    assert all(one.entry.text in " ".join(context.essay[one.span].split()).replace("*", "") for one in found)
    return [(one.entry.title, one.entry.authors, one.entry.year, one.entry.number) for one in found]


def test_a_list_gives_its_entries() -> None:
    found = listed(
        "# References\n\n1. Khan, S. (2019). *Water and power*. Lahore: Vanguard.\n2. World Bank. (2020). Update. Washington: World Bank."
    )
    assert found == [
        ("Water and power", (Name("Khan", "S."),), "2019", 1),
        ("Update", (Name("World Bank"),), "2020", 2),
    ]


def test_dashes_and_ibid_stand_for_what_is_above() -> None:
    found = listed(
        "# Works Cited\n\nKhan, Sara. Water and Power. Lahore: Vanguard, 2019.\n\n———. Rivers. Lahore: Vanguard, 2021."
    )
    assert [authors for _, authors, *_ in found] == [(Name("Khan", "Sara"),)] * 2
    notes = listed("[^1]: Sara Khan, Water and Power (Lahore: Vanguard, 2019), 12.\n[^2]: Ibid., 14.")
    assert notes[1] == (*notes[0][:3], 2)


def test_an_answer_without_a_list_has_none() -> None:
    assert listed(PROSE) == []
