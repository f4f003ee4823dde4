"""What the language engine sees, less what it is known to see wrongly.

LanguageTool's rules flag names and style as freely as errors: raw, four in ten flags on learner text are wrong. Kept are
the rule categories that were right in four of five cases on labelled learner text (W&I train), spelling only of
small-letter words that no word list of ours knows, and nothing inside quotations. Headings are checked for spelling
only. The filters are data: lexicon/engine_filters.yaml.

Good: "He goes to school."
Bad: "He go to school."
"""

import re

from grader.context import Context
from grader.engines import Match
from grader.facts.prose import Passage, passages
from grader.lexicon import known_words, load, words
from grader.model import Essay, Finding, Measurement, Severity
from grader.words import same_but_for_variety

TITLE = "Found by the language engine"
_PLAIN_WORD = re.compile(r"[a-z]{4,}(?:[’']s)?")


def check(essay: Essay, context: Context) -> Measurement:
    """Number of findings kept; None without an engine."""
    if context.engine is None:
        return Measurement(None, note="no language engine (--engine)")
    findings = [
        _finding(passage, match)
        for passage in context.fact(passages)
        for match in context.engine.check(passage.view.text)
        if _kept(passage, match)
    ]
    return Measurement(float(len(findings)), "findings", f"{len(findings)} kept", tuple(findings))


def _kept(passage: Passage, match: Match) -> bool:
    text = passage.text[match.start : match.end]
    if not text.strip() or "\N{REPLACEMENT CHARACTER}" in text or len(text.split()) > 8:
        return False
    if match.rule in words_as_written("rules_dropped") or match.rule.startswith(
        tuple(load("engine_filters")["rule_prefixes_dropped"])
    ):
        return False
    if _is_spelling(match):
        lost_case = passage.heading and passage.view.text.isupper()  # in capitals a name cannot be told from a word
        return (
            not lost_case
            and bool(_PLAIN_WORD.fullmatch(text))
            and _unknown(text, match)
            and not _in_hyphenated(passage.text, match)
        )
    if passage.heading:
        return False
    return match.rule in words_as_written("rules_kept") or match.category in words_as_written("categories_kept")


def words_as_written(key: str) -> frozenset[str]:
    """Rule ids and categories keep their capitals."""
    return frozenset(load("engine_filters")[key])


def _is_spelling(match: Match) -> bool:
    return match.rule.startswith(("MORFOLOGIK_RULE", "HUNSPELL_RULE"))


def _unknown(word: str, match: Match) -> bool:
    plain = word.replace("’", "'").removesuffix("'s").lower()
    other_variety = any(same_but_for_variety(plain, replacement) for replacement in match.replacements)
    return (
        not other_variety and plain not in known_words() and plain not in words("engine_filters", "spellings_accepted")
    )


def _in_hyphenated(text: str, match: Match) -> bool:
    return text[match.start - 1 : match.start] in ("-", "’", "'") or text[match.end : match.end + 1] == "-"


def _finding(passage: Passage, match: Match) -> Finding:
    kind = load("engine_filters")["kinds"].get(match.category, "grammar")
    if _is_spelling(match):
        kind = "spelling"
    severity: Severity = "major" if kind in ("grammar", "agreement", "verb form") else "minor"
    replacements = tuple(replacement.replace("\n", " ") for replacement in match.replacements[:3])
    shown = " or ".join(f"“{replacement}”" for replacement in replacements if replacement)
    sure = len(replacements) == 1 and not _is_spelling(
        match
    )  # a dictionary's first suggestion is right in six of ten cases only
    advice = f"{'Write' if sure else 'Perhaps'} {shown}." if shown else "Look at this place again."
    message = "This word is not in the dictionary." if _is_spelling(match) else re.sub(r"<[^>]+>", "“", match.message)
    return Finding(passage.span(match.start, match.end), message, advice, replacements, severity, kind, match.rule)
