"""Clean and dirty examples for structure.repetition."""

from __future__ import annotations

from tests.helpers import ANSWER, context_for, measured, quotes

CHECK = "structure.repetition"
AGAIN = "Boats that had waited for days were unloaded in hours, so the merchants came back and rents in the old quarter rose again."


def test_clean() -> None:
    assert measured(CHECK, ANSWER).value == 1
    assert quotes(CHECK, ANSWER) == []


def test_dirty_a_sentence_again() -> None:
    text = ANSWER.replace("4. CONCLUSION", f"{AGAIN}\n\n4. CONCLUSION")
    measurement = measured(CHECK, text)
    assert measurement.value is not None and 0.8 < measurement.value < 1
    (finding,) = measurement.findings
    assert finding.message == "The same sentence stands on line 9."


def test_dirty_a_point_made_again_in_much_the_same_words() -> None:
    first = "The harbour boards repaired the rotten timber quays with granite blocks."
    again = "Rotten timber quays were repaired with granite blocks by the harbour boards."
    steps = f"# One\n\n{first} It was dear.\n\n# Two\n\nMerchants came back. {again}"
    context = context_for(f"# Introduction\n\nThe tax is old.\n\n{steps}\n\n# Conclusion\n\nThat is all.")
    (finding,) = context.measure(CHECK).findings
    assert context.essay[finding.span] == again
    assert finding.severity == "advice"
    assert finding.message.startswith("This says much the same as line 7: “The harbour boards")


def test_dirty_pasted_twice_half_is_left() -> None:
    body = ANSWER.partition("\n\n")[2]
    measurement = measured(CHECK, f"{ANSWER}\n{body}")
    assert measurement.value is not None and abs(measurement.value - 0.5) < 0.02
    assert len(measurement.findings) == 8, "the first few places, not all"


def test_two_sentences_are_too_few() -> None:
    assert measured(CHECK, "One. Two.").value is None
