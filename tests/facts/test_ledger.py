"""The ledger: every statement that could be checked, with what vouches for it, the neediest marked."""

from __future__ import annotations

import pytest

from grader.facts import statements as statements_module
from grader.facts.ledger import ledger
from tests.helpers import ANSWER, context_for

PLAIN = "The canal runs dry every spring and the boats of the lower towns lie in the mud until June."
TEXT = (
    "# Body\n\nReserves fell to 3 billion dollars. The World Bank (2022) put growth at 3 per cent. It added that exports "
    f"fell by 2 per cent. {PLAIN} We should mend the quay. This answer looks at the causes first."
)


def test_kinds_sources_and_need() -> None:
    found = {context_for(TEXT).essay[one.span]: one for one in context_for(TEXT).fact(ledger)}
    assert [one.kind for one in found.values()] == ["statistic", "statistic", "statistic", "other fact"]
    bare, cited, carried, other = found.values()
    assert (bare.attribution, bare.source, bare.carried) == ("none", "", False)
    assert (cited.attribution, cited.source, cited.carried) == ("named", "World Bank", False)
    assert (carried.attribution, carried.source, carried.carried) == ("named", "World Bank", True)
    assert bare.need > other.need > 0 == cited.need == carried.need


def test_a_vague_source_wants_one_more_than_none() -> None:
    vague, none = context_for("Experts say that 3 million left. Then 3 million left.").fact(ledger)
    assert vague.need > none.need


def test_proposals_and_plans_are_no_statements() -> None:
    found = [context_for(ANSWER).essay[one.span] for one in context_for(ANSWER).fact(ledger)]
    assert not any(text.startswith(("This answer", "It looks at")) for text in found)


def test_without_the_encoder_the_claims_stand_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statements_module, "encoded", lambda essay, context: None)
    assert [one.kind for one in context_for(TEXT).fact(ledger)] == ["statistic"] * 3
