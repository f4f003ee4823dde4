"""The wrong form of a verb after its auxiliary, and past forms that do not exist.

After "did" and the modals comes the base form, after "have" the participle, after "to be" in the passive the
participle. Irregular verbs are data (lexicon/verbs.yaml). Authority: any grammar; errors of the verb form are among
the commonest that CSS examiners name (2019).

Good: "did not learn", "has given", "can be won", "spread"
Bad: "did not learnt", "has gave", "can be win", "spreaded"
"""

import re
from functools import cache

from grader.context import Context
from grader.facts.prose import Passage, as_written, correction, matches
from grader.lexicon import load
from grader.model import Essay, Finding, Measurement

TITLE = "Verb forms"
_ADVERB = r"(?:\s+(?:not|never|also|always|only|just|already|even|still|ever|[a-z]+ly))?"
_MODAL = r"(?:can|could|will|would|shall|should|may|might|must|cannot)"


@cache
def _verbs() -> list[tuple[str, str, str]]:
    """(base, past, participle) of verbs whose past differs from the base."""
    return [tuple(line.split()) for line in load("verbs")["irregular"]]


@cache
def _to_base() -> dict[str, str]:
    """Past or participle -> base, where no form is also a base form."""
    bases = {base for base, _, _ in _verbs()} | set(load("verbs")["also_base"])
    return {form: base for base, past, participle in _verbs() for form in (past, participle) if form not in bases}


@cache
def _to_participle() -> dict[str, str]:
    """Simple past -> participle, where they differ and the past is nothing else."""
    others = (
        {participle for _, _, participle in _verbs()}
        | {base for base, _, _ in _verbs()}
        | set(load("verbs")["also_base"])
    )
    return {past: participle for _, past, participle in _verbs() if past != participle and past not in others}


@cache
def _passives() -> dict[str, str]:
    """Base form -> participle, for verbs that after "be" can only be meant as a passive."""
    regular = {
        base: (base + "ned" if base == "ban" else base + ("d" if base.endswith("e") else "ed"))
        for base in load("verbs")["passive_only"]
    }
    return regular | {
        base: participle for base, _, participle in _verbs() if base in load("verbs")["passive_irregular"]
    }


def check(essay: Essay, context: Context) -> Measurement:
    """Number of wrong verb forms."""
    found = [
        *_after(
            rf"\b(?:did|does|do|didn['’]t|doesn['’]t|don['’]t){_ADVERB}\s+",
            _to_base(),
            "After “did”, “do” and “does” the verb keeps its base form.",
            essay,
            context,
        ),
        *_after(rf"\b{_MODAL}{_ADVERB}\s+", _to_base(), "After a modal verb comes the base form.", essay, context),
        *_after(
            rf"\b(?:has|have|had|having){_ADVERB}\s+",
            _to_participle(),
            "After “have” comes the past participle.",
            essay,
            context,
        ),
        *_after(
            rf"\b(?:{_MODAL}{_ADVERB}|to|has|have|had)\s+(?:be|been){_ADVERB}\s+",
            {**_to_participle(), **_passives()},
            "The passive needs the past participle.",
            essay,
            context,
        ),
        *_nonwords(essay, context),
    ]
    return Measurement(float(len(found)), "findings", findings=tuple(sorted(found, key=lambda finding: finding.span)))


def _after(before: str, forms: dict[str, str], message: str, essay: Essay, context: Context) -> list[Finding]:
    pattern = _compiled(before, tuple(sorted(forms, key=len, reverse=True)))
    return [
        _finding(passage, match, forms[match.group("verb").lower()], message)
        for passage, match in matches(pattern, essay, context)
    ]


@cache
def _compiled(before: str, forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"{before}(?P<verb>{'|'.join(forms)})\b(?!-)", re.IGNORECASE)


def _nonwords(essay: Essay, context: Context) -> list[Finding]:
    wrong = load("verbs")["nonwords"]
    pattern = _compiled(r"\b", tuple(sorted(wrong, key=len, reverse=True)))
    return [
        _finding(passage, match, wrong[match.group("verb").lower()], "The past of this verb is irregular.")
        for passage, match in matches(pattern, essay, context)
    ]


def _finding(passage: Passage, match: re.Match[str], right: str, message: str) -> Finding:
    return correction(
        passage, *match.span("verb"), message, (as_written(match.group("verb"), right),), "verb form", major=True
    )
