"""Clean and dirty examples for referencing.attributed-share."""

from __future__ import annotations

from tests.helpers import measured, quotes

CHECK = "referencing.attributed-share"


def test_clean() -> None:
    text = (
        "According to the Harbour Board (2019), receipts rose to 4 million crowns. Husain (2000) called it a new toll."
    )
    assert measured(CHECK, text).value == 1
    assert quotes(CHECK, text) == []


def test_dirty() -> None:
    text = "Receipts rose to 4 million crowns. A report says that rents fell. The quay was built in 1904."
    measurement = measured(CHECK, text)
    assert measurement.value == 0
    assert [finding.kind for finding in measurement.findings] == ["bare figure", "vague source", "bare fact"]


def test_what_a_state_does_or_a_proposal_is_no_source() -> None:
    assert measured(CHECK, "India announced that it will pay 4 million crowns.").value == 0
    assert measured(CHECK, "The board should spend 40 per cent on schools.").value is None


def test_quotations_are_looked_at_elsewhere() -> None:
    assert measured(CHECK, 'The mayor said, "We shall build in stone and nothing else."').value is None


def test_clean_nobody_asks_who_says_so() -> None:
    law = "The Quay Ordinance of 1979 mixed up tolls and rents."
    treaty = "In May 2025 the council laid the River Treaty of 1960 in abeyance."
    own = "We model a quay that serves 30 ships a day."
    other_side = "Critics argue that the toll is unjust. However, it pays for the quay."
    proverb = "As the saying goes, a ship in port is safe."
    counted = "In our own survey of 1,150 parents, 61 per cent said yes."
    planned = "If you agree, officers will open the quay in January 2025."
    for text in (law, treaty, own, other_side, proverb, counted, planned):
        assert quotes(CHECK, text) == [], text


def test_dirty_figures_in_such_sentences_and_nameless_reports() -> None:
    for text in (
        "We received a loan of 5 billion dollars.",
        "World War I began in 1914 and would last four years.",
        "We know that in 1971 the towns would part.",
    ):
        assert quotes(CHECK, text) == [text]
    assert quotes(CHECK, "We lost 70,000 people in that war.") == ["We lost 70,000 people in that war."]
    assert quotes(CHECK, "Analysts say that the toll is unjust.") == ["Analysts say that the toll is unjust."]


def test_verses_and_cases_are_no_figures() -> None:
    assert measured(CHECK, "The Quran names them side by side (33:35). In 4:12 the shares are equal.").value in (
        None,
        1,
    )
    assert measured(CHECK, "In Storer v Manchester City Council [1974] 1 WLR 1403 the letter was an offer.").value in (
        None,
        1,
    )
    assert quotes(CHECK, "The mosque was founded in 859 A.D. by a merchant's daughter.") != []


def test_an_example_that_is_supposed_needs_no_source() -> None:
    text = "Suppose a bottle costs £2.00 and the tax adds 48p. Price rises by 24%. If demand is elastic, sales fall by 28%."
    assert measured(CHECK, text).value is None
    assert measured(CHECK, "If the rate is 40 percent, exports fall by 12 percent.").value is None
    assert measured(CHECK, "The rate is 40 percent and exports fell by 12 percent.").value == 0
    assert measured(CHECK, "If inflation was 38 percent in 2023, wages rose by only 10 percent.").value == 0


def test_what_the_question_states_needs_no_source() -> None:
    asked = "In 1904 the quay was built for 4 million crowns. Discuss what it did to the towns."
    assert measured(CHECK, "The quay of 1904 cost 4 million crowns.", question=asked).value is None
    assert quotes(CHECK, "The quay of 1904 cost 5 million crowns.", question=asked) != []
