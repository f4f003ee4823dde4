"""Who is speaking: the name beside a quotation, and the one that a pronoun goes back to."""

from __future__ import annotations

import re
from functools import cache

from grader.facts.attribution import attribution, is_place
from grader.lexicon import lines, phrase_pattern, words
from grader.model import Essay, Sentence
from grader.words import is_stopword

_QUOTE = re.compile(r"[\"“][^\"“”]{8,600}[\"”]|(?<!\w)‘[^‘’]{8,600}’(?!\w)")
_NAME = re.compile(
    r"(?:[A-Z]\.\s*){0,3}[A-Z][\w’'-]+(?:\s+(?:(?:bin|ibn|al|de|van|von|of)\s+)?(?:[A-Z]\.\s*)*[A-Z][\w’'-]+){0,4}"
)
_BACK = re.compile(
    r"(?:^|[,;:]\s+|\b(?:[Aa]s|that|and|but|while)\s+)(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Tt]he (?:same )?(?:authors?|writers?|poet|report|survey|study|researchers|speaker|treaty|judge|court))\s+(?:(?:also|later|then|once|rightly|further|has|have|had)\s+){0,2}"
)
_ACCORDING_TO_HIM = re.compile(r"\b(?:according to|in the (?:words|view|opinion) of) (?:him|her|them)\b", re.IGNORECASE)
_LEADS_IN = re.compile(r"[:：,]\s*$")
_REACH = 2  # sentences back


def speaker(text: str) -> str:
    """The name beside a quotation in its sentence, "" where none is: "Bilal's reply, '...'", "T. S. Eliot heard in these lines ..."."""
    if phrase_pattern("sources", "vague").search(text):
        return ""
    outside = _QUOTE.sub(lambda match: " " * len(match.group()), text)
    for match in _NAME.finditer(outside):
        name = match.group()
        first = name.split()[0].removesuffix("'s").removesuffix("’s")
        opens = not text[: match.start()].strip(' "“‘(')
        if opens and (
            is_stopword(first) or (" " not in name and not name.endswith(("'s", "’s")) and first not in _people())
        ):
            continue
        if (
            not is_stopword(first)
            and first.lower() not in words("sources", "not_authors")
            and not is_place(re.sub(r"['’]s$", "", name))
        ):
            return re.sub(r"['’]s$", "", name)
    return ""


def carried_name(essay: Essay, i: int) -> str:
    """Who is behind a sentence that hands words on by a pronoun, or stands under a line that leads in to it: the source that
    the sentences just before it name."""
    sentence = essay.sentences[i]
    before = [one for one in essay.sentences[max(0, i - _REACH) : i] if one.block == sentence.block]
    led = (
        i > 0
        and _LEADS_IN.search(essay.sentences[i - 1].text)
        and essay.sentences[i - 1].block in (sentence.block, sentence.block - 1)
    )
    if led:
        before = [essay.sentences[i - 1]]
    elif not _goes_back(sentence):
        return ""
    for one in reversed(before):
        cited = next(
            (who for cite in essay.cited if one.span.start <= cite.start < one.span.end for who in cite.authors), ""
        )
        vouched, name = ("named", cited) if cited else attribution(one.text)
        if vouched == "named" or (name := _known_person(one)) or (led and (name := speaker(one.text))):
            return name
    return ""


def _goes_back(sentence: Sentence) -> bool:
    """ "He argued ...", "As she puts it, ...", "the authors concluded ...", "According to him ..."."""
    outside = _QUOTE.sub(" ", sentence.text)
    if _ACCORDING_TO_HIM.search(outside):
        return True
    return any(_says().match(outside, match.end()) for match in _BACK.finditer(outside))


def _known_person(sentence: Sentence) -> str:
    for match in _NAME.finditer(sentence.text):
        name = match.group()
        if name in lines("thinkers") or name.split()[-1] in _people():
            return name
    return ""


@cache
def _people() -> frozenset[str]:
    return frozenset(word for entry in lines("thinkers") for word in entry.split() if len(word) > 2)


@cache
def _says() -> re.Pattern[str]:
    reporting, spoken = (phrase_pattern("sources", key).pattern for key in ("reporting", "spoken"))
    return re.compile(rf"(?:{reporting}|{spoken}|asks?|asked|says?|told|limits?)(?!\w)")
