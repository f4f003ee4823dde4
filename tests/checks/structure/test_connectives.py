"""Clean and dirty examples for structure.connectives."""

from __future__ import annotations

from tests.helpers import each_its_own, measured, quotes
from tests.test_metamorphic import CONNECTIVES

CHECK = "structure.connectives"
PLAIN = "The quay of {} was built by the town of {} in a dry year."


def test_clean() -> None:
    text = (
        "Exports fell by a third. As a result, the ports stood idle. However, the mills went on, because their owners "
        "had sold ahead."
    )
    assert quotes(CHECK, text) == []
    assert "3 linking words in 23 words" in measured(CHECK, text).note


def test_dirty_a_string_of_linking_words() -> None:
    text = (
        "The ports stood idle. Moreover, furthermore, in addition, exports fell. Hence, thus and therefore they left."
    )
    assert quotes(CHECK, text) == ["Moreover, furthermore, in addition", "Hence, thus and therefore"]


def test_two_linking_words_together_may_stand() -> None:
    assert quotes(CHECK, "The ports stood idle. However, as a result the mills gained.") == []


def test_dirty_one_linking_word_again_and_again() -> None:
    text = each_its_own(f"Moreover, {PLAIN[0].lower()}{PLAIN[1:]}", 6)
    measurement = measured(CHECK, text)
    assert quotes(CHECK, text) == ["Moreover"]
    assert measurement.findings[0].message.startswith("“moreover” stands 6 times in")


def test_reasons_may_come_as_often_as_they_are_given() -> None:
    assert quotes(CHECK, each_its_own("The quay of {} was built because the town of {} was rich.", 8)) == []


def test_dirty_hardly_any_in_a_long_text() -> None:
    text = "\n\n".join([each_its_own(PLAIN, 9)] * 4)
    assert [finding.kind for finding in measured(CHECK, text).findings] == ["few linking words"]
    assert measured(CHECK, each_its_own(PLAIN, 9)).findings == ()


def test_a_quotation_has_its_own() -> None:
    assert measured(CHECK, "He said, “Moreover, however, therefore, all is lost,” and left.").value == 0


def test_stuffing_counts_in_full() -> None:
    text = each_its_own(f"{PLAIN} As a result, the price of fish fell in the town.", 40)
    before, after = measured(CHECK, text).value, measured(CHECK, f"{text}\n\n{CONNECTIVES}").value
    assert before is not None and after is not None
    assert before < 5 < after


def test_no_prose() -> None:
    assert measured(CHECK, "# One\n\n# Two").value is None
