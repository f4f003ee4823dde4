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


def test_numbered_entries_under_footnotes_are_notes() -> None:
    text = "# B\n\nRents rose.¹ They fell.²\n\nFootnotes\n\n1. River Tax Act 1998.\n2. Griffith, 'The Tax' (1979) 42 MLR 1.\n"
    found = context_for(text).fact(listing)
    assert (len(found.notes), len(found.entries), found.cited, found.system) == (2, 0, (), "notes")


def test_without_a_list_nothing_is_said() -> None:
    found = context_for("# B\n\nRents rose (Khan, 2018).").fact(listing)
    assert found.entries == () and found.standings == ()
    assert [verdict.tie for verdict in found.verdicts] == ["same"]


def test_a_list_without_citations_is_all_uncited() -> None:
    found = context_for("# B\n\nIt fell.\n" + LIST).fact(listing)
    assert found.standings == ("not cited",) * 3 and found.system == ""


def test_numbers_in_round_brackets_that_only_the_list_bears_out() -> None:
    numbered = "\n\n## References\n\n1. Khan A. Rural roads. Lahore: A Press; 2018.\n\n2. Zaman S. Bazaars. Lahore: A Press; 2015.\n\n3. Noor F. Wells. Lahore: A Press; 2011.\n"
    text = (
        "# B\n\nRents rose (1). They fell in the towns (2). Noor (3) saw why. Figure (2) shows it. It rose again (1)."
    )
    found = context_for(text + numbered).fact(listing)
    assert found.standings == ("cited", "cited", "cited")
    assert [one.numbers for one in found.cited] == [(1,), (2,), (3,), (1,)]


def test_a_page_at_the_end_of_a_sentence_goes_with_the_author_who_leads_it() -> None:
    works = "\n\nWorks Cited\n\nKhan, Aziz. Rural Roads. A Press, 2018.\n\nZaman, Sara. Bazaars of the Valley. A Press, 2015.\n"
    text = "# B\n\nRents rose (Khan 12). They fell again (Khan 14-15). According to Zaman, nobody saw it in the towns (44). The tax rose for 12 years (1890)."
    found = context_for(text + works).fact(listing)
    assert [(one.authors, one.pages) for one in found.cited][-1] == (("Zaman",), "44")
    assert found.standings == ("cited", "cited")
