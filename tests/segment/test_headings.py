"""Which short lines are headings."""

from __future__ import annotations

from tests.segment.helpers import PROSE, kinds

FRAME = f"Introduction\n\n{PROSE}\n\n{{}}\n\nConclusion\n\n{PROSE}"


def found(middle: str) -> list[str]:
    return [text for kind, text in kinds(FRAME.format(middle)) if kind == "heading"][1:-1]


def test_a_question_among_headings() -> None:
    assert found(f"What is a toll?\n\n{PROSE}") == ["What is a toll?"]
    alone = kinds(f"{PROSE}\n\nWhat is a toll?\n\n{PROSE}")
    assert [kind for kind, _ in alone] == ["paragraph"] * 3


def test_over_a_short_line_that_leads_in_to_a_quotation() -> None:
    quotation = '"The river shall be free to all."'
    assert found(f"State of the Towns\n\nThe old charter says of them:\n\n{quotation}\n\n{PROSE}") == [
        "State of the Towns"
    ]


def test_a_line_that_leads_in_to_a_quotation_is_none() -> None:
    assert found(f'Similarly, the toll spares no town:\n\n"Whoever passes shall pay, lord or not."\n\n{PROSE}') == []


def test_over_a_list_and_over_a_heading() -> None:
    items = "- Repair the old quay\n- Dredge the river mouth"
    assert found(f"{PROSE}\n\nWay out:\n\n{items}") == ["Way out:"]
    assert found(f"{PROSE}\n\nThere are two ways:\n\n{items}") == []
    assert found(f"Causes of the Rising Toll\n\nLow trade\n\n{PROSE}") == ["Causes of the Rising Toll", "Low trade"]


def test_decimal_numbers_over_bullets() -> None:
    text = f"1. TOLLS\n\n{PROSE}\n\n2. WAYS\n\n2.1 What the board should do\n- Repair the quay.\n- Dredge the mouth.\n\n{PROSE}"
    assert ("heading", "2.1 What the board should do") in kinds(text)


def test_parts_by_their_number_ask() -> None:
    text = f"Issue 1: Was there a contract between the miller and the town at all?\n\n{PROSE}\n\nIssue 2: Was it revoked in time?\n\n{PROSE}"
    assert [kind for kind, _ in kinds(text)] == ["heading", "paragraph", "heading", "paragraph"]


def test_over_numbered_sentences_and_over_another_heading() -> None:
    items = "1. The Board should repair the old quay before the next flood, and pay for it out of tolls.\n2. Dredging should follow."
    for line in ("How the cycle can be broken", "Suggestions to break the cycle"):
        assert found(f"{PROSE}\n\n{line}\n\n{items}") == [line]
    assert found(f"{PROSE}\n\nThe towns have these two ways\n\n{items}") == []
    assert found(f"{PROSE}\n\nWithin this life the state passes through stages:\n\n{items}") == []
    stacked = f"{PROSE}\n\nStructural causes of the rise\n\nTrade that has stood still\n\n{PROSE}"
    assert found(stacked) == ["Structural causes of the rise", "Trade that has stood still"]


def test_a_line_that_leads_in_to_a_list_is_no_heading_though_the_outline_holds_its_words() -> None:
    items = "- The Board should repair the quay.\n- The Board should dredge the river."
    text = f"Outline\n1. Introduction\n2. Options for the Board\n\n{FRAME.format(f'Options for the Board{chr(10) * 2}The Board has the following options:{chr(10) * 2}{items}')}"
    assert ("heading", "Options for the Board") in kinds(text)
    assert ("paragraph", "The Board has the following options:") in kinds(text)


def test_bullets_before_a_numbered_heading_are_no_outline() -> None:
    bullets = "- Prices of grain\n- Power of buyers"
    text = f"2. The trade\n\n{PROSE}\n\n3. A table of powers\n\n{PROSE}\n\nThreats\n\n{bullets}\n\n3.1 What follows\n\n{PROSE}"
    assert "outline" not in [kind for kind, _ in kinds(text)]
