"""What can be checked in the answer and who vouches for it, counted as the checks count it: quotations apart."""

from __future__ import annotations

from dataclasses import dataclass

from grader.result import ClaimRecord, Result

_MOST = 6


@dataclass(frozen=True, slots=True)
class Claims:
    """Counts of claims by attribution and of quotations, and the ones to look at: figures without a source, vague sources."""

    found: int
    named: int
    vague: int
    bare: int
    quotations: int
    authored: int
    figures: tuple[ClaimRecord, ...]
    unclear: tuple[ClaimRecord, ...]


def claims(result: Result) -> Claims:
    """The claims of a result, counted."""
    stated = [claim for claim in result.claims if claim.kind != "quotation"]
    quoted = [claim for claim in result.claims if claim.kind == "quotation"]
    unclear = [claim for claim in result.claims if claim.attribution == "vague"]
    bare = [claim for claim in stated if claim.attribution == "none"]
    return Claims(
        found=len(stated),
        named=sum(claim.attribution == "named" for claim in stated),
        vague=sum(claim.attribution == "vague" for claim in stated),
        bare=len(bare),
        quotations=len(quoted),
        authored=sum(claim.attribution == "named" for claim in quoted),
        figures=tuple(claim for claim in bare if claim.kind == "statistic")[:_MOST],
        unclear=tuple(unclear[:_MOST]),
    )
