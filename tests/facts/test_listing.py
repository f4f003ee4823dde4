"""The answer's citations and its list, together."""

from __future__ import annotations

from grader.facts.listing import listing
from tests.helpers import context_for

LIST = "\n\n## References\n\nKhan, A. (2018). Rural roads. A Press.\n\nBureau of Labour Statistics. (2020). Wages. The Bureau.\n\nZaman, S. (2015). Bazaars. A Press.\n"


def test_verdicts_and_standings() -> None:
    found = context_for("# B\n\nRents rose (Khan, 2018), then fell (Khan, 2016).\n" + LIST).fact(listing)
    assert [verdict.tie for verdict in found.verdicts] == ["same", "year"]
    assert found.standings == ("cited", "not cited", "not cited")
    assert found.system == "author-year"


def test_an_acronym_explained_in_the_text() -> None:
    text = "# B\n\nThe Bureau of Labour Statistics (BLS) counts wages. They rose (BLS, 2020), as said (Khan, 2018).\n"
    found = context_for(text + LIST).fact(listing)
    assert [verdict.tie for verdict in found.verdicts] == ["same", "same"]


def test_an_author_whom_the_prose_names_is_used_there() -> None:
    found = context_for("# B\n\nRents rose (Khan, 2018). Zaman says the same of the towns.\n" + LIST).fact(listing)
    assert found.standings == ("cited", "not cited", "cited")


def test_footnotes_are_no_entries() -> None:
    text = (
        "# B\n\nRents rose.[^1] They fell.[^2]\n\n[^1]: Aziz Khan, Rural Roads (Lahore: A Press, 2018), 4.\n\n[^2]: Ibid., 5.\n\n"
        "## Bibliography\n\nKhan, Aziz. Rural Roads. Lahore: A Press, 2018.\n\nZaman, Sara. Bazaars. Lahore: A Press, 2015.\n"
    )
    found = context_for(text).fact(listing)
    assert (len(found.notes), len(found.entries), found.system) == (2, 2, "notes")
    assert [one.tie for one in found.noted if one] == ["same", "same"]
    assert found.standings == ("cited", "not cited")


def test_without_a_list_nothing_is_said() -> None:
    found = context_for("# B\n\nRents rose (Khan, 2018).").fact(listing)
    assert found.entries == () and found.standings == ()
    assert [verdict.tie for verdict in found.verdicts] == ["same"]
