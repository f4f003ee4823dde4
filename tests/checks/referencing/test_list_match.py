"""Clean and dirty examples for referencing.list-match."""

from __future__ import annotations

from grader.context import Context, Task
from grader.segment import build
from tests.helpers import measured, quotes

CHECK = "referencing.list-match"

LIST = "\n\nREFERENCES\n\nHusain, I. (2000). The toll. A press.\n\nWorld Bank. (2019). Rents by the river."


def test_clean() -> None:
    text = "# Body\n\nHusain (2000) saw it, and rents rose (World Bank, 2019)." + LIST
    assert measured(CHECK, text).value == 1
    assert quotes(CHECK, text) == []


def test_dirty() -> None:
    text = "# Body\n\nHusain (2001) saw it, and rents rose (Zaidi, 2015)." + LIST
    measurement = measured(CHECK, text)
    assert [finding.kind for finding in measurement.findings] == ["year differs", "not listed", "not cited"]
    assert measurement.value is not None and measurement.value < 0.3


def test_a_year_that_differs_spoils_the_citation_and_the_entry() -> None:
    text = "# Body\n\nHusain (2001) saw it, and rents rose (World Bank, 2019)." + LIST
    assert measured(CHECK, text).value == 1 - 2 / 4  # two sources cited, two entries


def test_an_acronym_stands_for_its_body() -> None:
    text = "# Body\n\nRents rose (IMF, 2024).\n\nREFERENCES\n\nInternational Monetary Fund. (2024). Rents."
    assert measured(CHECK, text).value == 1


def test_an_exam_answer_is_never_asked_for_a_list() -> None:
    assert measured(CHECK, "# Body\n\nHusain (2000) saw it.").value is None


def test_a_list_is_asked_for_where_the_rubric_does() -> None:
    essay = build("# Body\n\nHusain (2000) saw it.", "essay")
    found = Context(essay, Task(references="list")).measure(CHECK)
    assert (found.value, [finding.kind for finding in found.findings]) == (0, ["no list"])


def test_no_marks_rest_on_a_list_in_an_exam_answer() -> None:
    essay = build("# Body\n\nHusain (2001) saw it." + LIST, "essay")
    found = Context(essay, Task(references="prose")).measure(CHECK)
    assert found.value is None
    assert [finding.kind for finding in found.findings] == ["year differs", "not cited"]


def test_one_wrong_year_is_one_slip_however_often_it_is_cited() -> None:
    text = "# Body\n\nRents rose (World Bank, 2019). " + "Husain (2001) saw it. Then rents fell. " * 5 + LIST
    once = "# Body\n\nRents rose (World Bank, 2019). Husain (2001) saw it." + LIST
    assert measured(CHECK, text).value == measured(CHECK, once).value
