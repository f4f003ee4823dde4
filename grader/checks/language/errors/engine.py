"""What the language engine sees, less what it is known to see wrongly.

LanguageTool's rules flag names and style as freely as errors: raw, four in ten flags on learner text are wrong. Kept are
the rule categories that were right in four of five cases on labelled learner text (W&I train), and nothing inside
quotations or headings. Spelling is not the engine's: our own speller judges it, the same on every platform. The
filters are data: lexicon/engine_filters.yaml. What is kept joins the detectors' findings where none of theirs stands.

Good: "He goes to school."
Bad: "He go to school."
"""

import re
from functools import cache

from grader.context import Context
from grader.engines import Match
from grader.facts.prose import Passage, prose
from grader.lexicon import load, words
from grader.model import Essay, Finding, Measurement, Severity

TITLE = "Found by the language engine"
_QUOTED = re.compile(
    r"<suggestion>(?P<a>.*?)</suggestion>|\"(?P<b>[^\"]*)\"|(?<!\w)'(?P<c>(?:[^']|(?<=\w)'(?=\w))+)'(?!\w)"
)
_LARGEST = 8  # words: a rule that flags more has lost its way


def check(essay: Essay, context: Context) -> Measurement:
    """Number of findings kept; None without an engine."""
    if context.engine is None:
        return Measurement(None, note="no language engine (--engine)")
    findings = [
        _finding(passage, match)
        for passage in context.fact(prose)
        for match in context.engine.check(passage.view.text)
        if _kept(passage, match)
    ]
    return Measurement(float(len(findings)), "findings", f"{len(findings)} kept", tuple(findings))


def _kept(passage: Passage, match: Match) -> bool:
    text = passage.text[match.start : match.end]
    if not text.strip() or "\N{REPLACEMENT CHARACTER}" in text or len(text.split()) > _LARGEST:
        return False
    if _is_spelling(match) or not _trusted(match, text):
        return False
    after = load("engine_filters")["unless_followed_by"].get(match.rule)
    before = load("engine_filters")["unless_preceded_by"].get(match.rule)
    said = passage.view.text
    return not ((after and re.match(after, said[match.end :])) or (before and re.search(before, said[: match.start])))


def _trusted(match: Match, text: str) -> bool:
    """Whether a rule that is not the speller's is one whose flags are right."""
    if match.rule == load("engine_filters")["comma_rule"]:
        return text.strip().lower() in words("engine_filters", "comma_after")
    if match.rule in _as_written("rules_kept"):
        return True
    return match.category in _as_written("categories_kept") and not _dropped(match.rule)


@cache
def _dropped(rule: str) -> bool:
    filters = load("engine_filters")
    return (
        rule in _as_written("rules_dropped")
        or rule.startswith(tuple(filters["rule_prefixes_dropped"]))
        or rule.endswith(tuple(filters["rule_endings_dropped"]))
    )


@cache
def _as_written(key: str) -> frozenset[str]:
    """Rule ids and categories keep their capitals."""
    return frozenset(load("engine_filters")[key])


def _is_spelling(match: Match) -> bool:
    return match.rule.startswith(("MORFOLOGIK_RULE", "HUNSPELL_RULE"))


def _finding(passage: Passage, match: Match) -> Finding:
    kind = _kind(match)
    severity: Severity = "major" if kind in ("grammar", "agreement", "verb form") else "minor"
    replacements = _replacements(passage, match)
    shown = " or ".join(f"“{replacement}”" for replacement in replacements if replacement)
    advice = f"{'Write' if len(replacements) == 1 else 'Perhaps'} {shown}." if shown else "Look at this place again."
    message = _one_kind_of_quotes(match.message)
    return Finding(
        passage.span(*_without_blanks(passage, match)), message, advice, replacements, severity, kind, match.rule
    )


def _replacements(passage: Passage, match: Match) -> tuple[str, ...]:
    """The first few, blanks cut off; what stands there already is none (an engine may only have wanted a space)."""
    there = " ".join(passage.view.text[match.start : match.end].split())
    proposed = dict.fromkeys(" ".join(replacement.split()) for replacement in match.replacements)
    return tuple(replacement for replacement in proposed if replacement != there)[:3]


def _kind(match: Match) -> str:
    for kind, rules in load("engine_filters")["kinds_of_rules"].items():
        if match.rule in rules:
            return str(kind)
    return str(load("engine_filters")["kinds"].get(match.category, "grammar"))


def _one_kind_of_quotes(message: str) -> str:
    """An engine marks words with <suggestion>, with straight and with single quotation marks."""
    return _QUOTED.sub(lambda match: f"“{match['a'] or match['b'] or match['c'] or ''}”", message)


def _without_blanks(passage: Passage, match: Match) -> tuple[int, int]:
    text = passage.view.text[match.start : match.end]
    return match.start + len(text) - len(text.lstrip()), match.end - len(text) + len(text.rstrip())
