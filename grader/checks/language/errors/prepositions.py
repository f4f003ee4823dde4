"""A preposition too many, too few or the wrong one, after a verb, an adjective or a noun and in set phrases.

"Discuss about", "superior than", "since two decades": the pairs are data (lexicon/prepositions.yaml), and only such as
an editor always changes. Where a word may be verb or noun ("demand for") or a verb may stand in the passive, the parse
settles it. Authority: Oxford Advanced Learner's Dictionary, under each verb; Swan, Practical English Usage, §449-452.

Good: "They discussed the bill and demanded a vote.", "for two decades"
Bad: "They discussed about the bill and demanded for a vote.", "since two decades"
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from grader.context import Context
from grader.facts.parse import Parsed, parsed
from grader.facts.prose import as_written, correction, matches
from grader.lexicon import compile_phrases, load
from grader.model import Essay, Finding, Measurement

TITLE = "Prepositions"
_KIND = "preposition"
_AFTER = re.compile(r"\s+(?:(?P<figures>\d)|(?P<word>\w+))")
_BEFORE = re.compile(r"(?P<word>\w+)\s+$")
_ACTIVE = ("VB", "VBP", "VBZ", "VBG")


def check(essay: Essay, context: Context) -> Measurement:
    """Number of wrong prepositions."""
    found = [
        *_phrases(essay, context),
        *_lengths(essay, context),
        *(finding for one in context.fact(parsed) for finding in (*_active(one), *_quantifiers(one))),
    ]
    kept: list[Finding] = []
    for finding in sorted(found, key=lambda finding: finding.span):
        if not (kept and kept[-1].span.touches(finding.span)):
            kept.append(finding)
    return Measurement(float(len(kept)), "findings", findings=tuple(kept))


def _phrases(essay: Essay, context: Context) -> Iterator[Finding]:
    table = _table()
    for passage, match in matches(compile_phrases(tuple(table)), essay, context):
        wrong = " ".join(match.group().lower().split())
        right, group = table[wrong]
        if not _may_be_right(passage.text, match.start(), match.end(), group):
            rights = tuple(as_written(match.group(), one) for one in right.split("|") if one)
            shown = f": “{' or '.join(right.split('|'))}”, not “{wrong}”." if right else "."
            yield correction(passage, *match.span(), group["why"] + shown, rights, _KIND)


@cache
def _table() -> dict[str, tuple[str, dict[str, Any]]]:
    """Wrong phrase, in every form -> the right one and its group."""
    found = {}
    for group in load("prepositions")["phrases"]:
        for wrong, right in group["phrases"].items():
            if "verbs" not in group:
                found[wrong] = right, group
                continue
            verb = wrong.split()[0]
            for form in _forms(verb):
                found[wrong.replace(verb, form, 1)] = right.replace(verb, form, 1), group
    return found


@cache
def _forms(verb: str) -> tuple[str, ...]:
    """The forms of a verb, the base first."""
    if verb in load("prepositions")["irregular"]:
        return verb, *load("prepositions")["irregular"][verb]
    stem = verb.removesuffix("e")
    s = verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
    return verb, s, stem + "ed", stem + "ing"


def _may_be_right(text: str, start: int, end: int, group: dict[str, Any]) -> bool:
    """Whether the words around allow the phrase, or it goes on in a longer word ("the country's")."""
    if text[end : end + 1] in ("-", "'", "’"):
        return True
    after, before = _AFTER.match(text, end), _BEFORE.search(text, 0, start)
    next_word = ("#" if after["figures"] else after["word"].lower()) if after else ""
    if before and before["word"].lower() in group.get("not_after", []):
        return True
    return next_word in group.get("not_before", []) or ("before" in group and next_word not in group["before"])


def _lengths(essay: Essay, context: Context) -> Iterator[Finding]:
    """ "Since two decades", "from the last few years", "after every five years"."""
    for passage, match in matches(_length(), essay, context):
        wrong = match["wrong"]
        if match["every"]:
            right, message = f"every {match['every']}", "“Every” needs no “after” before it."
        else:
            last = match["since"] or match["from"]
            right = f"for {f'the {last} ' if last else ''}{match['length']}"
            message = "A length of time takes “for”; “since” and “from” take the time when it began."
        rights = (as_written(wrong, right),)
        yield correction(passage, *match.span("wrong"), message, rights, _KIND)


@cache
def _length() -> re.Pattern[str]:
    data = load("prepositions")["lengths"]
    number, unit = "|".join(data["numbers"]), "|".join(data["units"])
    since = r"since\s+(?:the\s+)?(?:(?P<since>last|past)\s+)?"
    since_last = r"from\s+(?:the\s+)?(?P<from>last|past)\s+"
    length = rf"(?:{since}|{since_last})(?P<length>(?:{number})\s+(?:{unit}))"
    every = rf"after\s+every\s+(?P<every>(?:{number})\s+(?:{unit}))"
    not_before = rf"(?!\s+(?:{'|'.join(data['not_before'])})\b|['’-])"
    return re.compile(rf"\b(?P<wrong>{length}|{every})\b{not_before}", re.IGNORECASE)


def _active(one: Parsed) -> Iterator[Finding]:
    """Verbs in the active with a preposition that they do not take."""
    for token in one.doc[:-2]:
        verb, wrong = _verbs().get(token.lower_, ""), token.nbor()
        if not verb or wrong.lower_ not in load("prepositions")["active"][verb] or not _is_active(token):
            continue
        if wrong.head != token or one.quoted(wrong) or not _is_object(wrong):
            continue
        right = load("prepositions")["active"][verb][wrong.lower_]
        needs = f"takes “{right}”, not “{wrong.lower_}”" if right else f"needs no “{wrong.lower_}” after it"
        message = f"“{verb.capitalize()}” {needs}."
        replacement = token.text + (f" {right}" if right else "")
        yield correction(one.passage, *one.place(token, wrong), message, (replacement,), _KIND)


@cache
def _verbs() -> dict[str, str]:
    return {form: verb for verb in load("prepositions")["active"] for form in _forms(verb)}


def _is_active(token: Any) -> bool:
    """Whether a token is a verb that somebody does: no passive, no noun, no participle after a noun."""
    children = [(child.dep_, child.lower_) for child in token.children]
    if token.tag_ == "VBN":
        helped = any(dep == "aux" and word in ("have", "has", "had", "having") for dep, word in children)
        return helped and not any(word in ("been", "be") for _, word in children)
    if token.tag_ == "VBD":
        return any(dep == "nsubj" for dep, _ in children)
    return token.pos_ == "VERB" and token.tag_ in _ACTIVE and (not token.i or token.nbor(-1).text != "-")


def _is_object(preposition: Any) -> bool:
    """Whether what follows the preposition could be the verb's object."""
    objects = [child for child in preposition.children if child.dep_ == "pobj"]
    return bool(objects) and objects[0].lower_ not in load("prepositions")["not_objects"] and objects[0].ent_iob_ != "B"


def _quantifiers(one: Parsed) -> Iterator[Finding]:
    """ "Most of people": a plural without an article after "most of"."""
    for preposition in one.doc[1:-1]:
        first, noun = preposition.nbor(-1), preposition.nbor()
        if preposition.lower_ != "of" or first.lower_ not in load("prepositions")["quantifiers"]:
            continue
        if noun.tag_ == "NNS" and noun.dep_ == "pobj" and not one.quoted(preposition):
            message = f"A plural follows “{first.lower_}” at once, or it takes “of the”."
            rights = (first.text, f"{first.text} of the")
            yield correction(one.passage, *one.place(first, preposition), message, rights, _KIND)
