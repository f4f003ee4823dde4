"""Who vouches for a sentence: a name a reader could look for, somebody nobody could ("experts say"), or no one.

Case tells names from other words, so the first word of a sentence counts as a name only where something else says so.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from grader.citing.known_names import is_ordinary
from grader.facts.vague import is_vague, somebody_speaks
from grader.lexicon import compile_phrases, lines, load, phrase_pattern, words
from grader.words import is_stopword

Attribution = Literal["named", "vague", "none"]

# Repetitions are bounded, and each word can be matched in one way only: a page in capitals must not take all day.
_CAPITALISED = r"[A-Z][\w.’'-]{0,40}"
_SOURCE = rf"(?P<source>{_CAPITALISED}(?:\s+(?:(?:of|the|for|on|and|al|ul|bin)\s+){{0,2}}{_CAPITALISED}){{0,7}}(?:\s+\d{{1,4}}(?:[-–/]\d{{2,4}}|-?[A-Z])?\b)?)"
_YEAR = r"(?:1[5-9]|20)\d\d"
_NOT_REPORTED = r"(?!\s+(?:to\s+(?:a|the|its|his)\b|about|with|over|forward|by\b))"


def attribution(text: str) -> tuple[Attribution, str]:
    """Whether a sentence without a citation is vouched for, and the name of its source as written ("" unless named)."""
    if (
        (match := _handed_over().search(text))
        and not _small(match.group("source"))
        and not is_place(match.group("source"))
    ):
        return "named", _tidy(match.group("source"))
    if (match := _numbered_document().search(text)) and _according().search(text[: match.start() + 1]):
        return "named", match.group()
    if (match := _under_law().search(text)) and match.group().lower().startswith("according"):
        return "named", _tidy(match.group("law"))
    if is_vague(text):
        return "vague", ""
    finders = (
        _scripture,
        _case,
        _reporting_name,
        _said_by,
        _author,
        _as_they_report,
        _for_whom,
        _known_figure,
        _document,
        _known_body,
        _theirs,
        _law,
        _speaks,
    )
    for find in finders:
        if name := find(text):
            return "named", name
    return ("vague" if somebody_speaks(text) else "none"), ""


def _reporting_name(text: str) -> str:
    """ "Husain described ...", "the National Nutrition Survey of 2018 found that ..." ."""
    for match in _reported().finditer(text):
        parts = match.group("source").split()
        opens_sentence = not text[: match.start()].strip(" \"'“‘(")
        while parts and _small(parts[0].strip(",")):
            del parts[0]
            opens_sentence = False
        name = " ".join(parts)
        if name and not is_place(name) and (not opens_sentence or _is_name(name, match.group("verb"))):
            return _tidy(name)
    return ""


def _small(word: str) -> bool:
    """A function word with a capital: "The", "While"; but "US" is a name."""
    return is_stopword(word) and (len(word) == 1 or not word.isupper())


def _is_name(opening: str, verb: str) -> bool:
    """Whether the capitalised word or words that open a sentence are a name and not just its first word."""
    first = opening.split()[0].removesuffix("'s").removesuffix("’s")
    acronym = first.isupper() and first.isalpha() and len(first) > 1
    if " " in opening or acronym or first in _people_and_bodies():
        return True
    abstract = first.lower().endswith(("tion", "sion", "ment", "ness", "ity", "ism", "ance", "ence", "cy", "ing", "s"))
    return verb.lower() in words("sources", "personal") and not abstract and not is_ordinary(first)


def _said_by(text: str) -> str:
    """'..., said Husain.'"""
    match = _postposed().search(text)
    return _tidy(match.group("source")) if match and not _small(match.group("source").split()[0]) else ""


def _author(text: str) -> str:
    """ "Merton gave this theory in his article ...", "the theory was put forward by Edwin Sutherland in 1939"."""
    match = _in_a_work().search(text) or _by_an_author().search(text)
    if not match:
        return ""
    parts = match.group("source").split()
    while parts and _small(parts[0].strip(",")):
        del parts[0]
    name = " ".join(parts)
    return _tidy(name) if name and not is_place(name) else ""


def _known_figure(text: str) -> str:
    figure = phrase_pattern("sources", "known_figures").search(text)
    said = figure and (phrase_pattern("sources", "reporting").search(text) or re.search(r"[\"“]", text))
    return figure.group() if figure and said else ""


def _document(text: str) -> str:
    """A document named with its year is a source even without a reporting verb ("the Economic Survey 2022")."""
    match = _dated_document().search(text)
    return match.group() if match else ""


def _known_body(text: str) -> str:
    verb, body = phrase_pattern("sources", "reporting").search(text), _bodies().search(text)
    if body and verb and 0 <= verb.start() - body.end() <= 40:
        return body.group()
    counting = _counting_body().search(text)
    return counting.group("source") if counting else ""


def _speaks(text: str) -> str:
    """ "The Indian home minister said ...", "India says that ...": by office, or for a state."""
    match = _spoken_for().search(text)
    return (match.group("source") or match.group("office")) if match else ""


def _theirs(text: str) -> str:
    """ "The World Bank estimate of ...", "by the commerce ministry's figures" (a body with a name, or a document of one)."""
    match = _possessed().search(text)
    found = match.group("source") if match else ""
    return _tidy(found) if found and _is_body(found) and not is_place(found) else ""


def _law(text: str) -> str:
    """ "Article 25A makes schooling a right", "Under Article XII ..." ."""
    match = _law_says().search(text) or _under_law().search(text)
    return _tidy(match.group("law")) if match else ""


def _scripture(text: str) -> str:
    """ "(Quran 96:1)", "reported in Sahih Muslim"."""
    collection = phrase_pattern("sources", "collections").search(text)
    if collection and collection.group()[0].isupper():
        return collection.group()
    named = phrase_pattern("sources", "scriptures").pattern
    match = re.search(rf"(?i:{named}),?\s+(?:[A-Z][\w'’-]+,?\s+)?\d{{1,3}}:\d{{1,3}}", text)
    return match.group() if match else ""


def _case(text: str) -> str:
    """ "Storer v Manchester City Council"."""
    match = _parties().search(text)
    return _tidy(match.group()) if match else ""


def _as_they_report(text: str) -> str:
    """ "..., as the Finance Ministry's own unit reported", "as the Law Commission suggested"."""
    match = _as_reported().search(text)
    found = match.group("source") if match else ""
    return _tidy(found) if found and not is_place(found) else ""


def _for_whom(text: str) -> str:
    """ "For F. R. Leavis, the tragedy lies in ...": a person's view, by initials or a known name."""
    match = _for_a_person().match(text)
    if not match:
        return ""
    known = match.group("source").split()[-1] in _people_and_bodies() or re.search(r"\b[A-Z]\.", match.group("source"))
    return _tidy(match.group("source")) if known and not is_place(match.group("source")) else ""


def named_document(text: str) -> str:
    """A law, treaty or report under its own name, which vouches for its own date: "the Hudood Ordinances of 1979"."""
    match = _own_name().search(text)
    return _tidy(match.group().removeprefix("the ")) if match else ""


def _is_body(name: str) -> bool:
    whole = _tidy(name).removeprefix("The ").removeprefix("the ")
    acronym = whole.isupper() and len(whole) > 1
    documents = phrase_pattern("sources", "documents")
    return acronym or whole in (*lines("institutions"), *load("sources")["initials"]) or bool(documents.search(whole))


def is_place(name: str) -> bool:
    """A country, a side of the world ("data from the West") or a time ("August 2025"): no source."""
    plain = name.lower().removeprefix("the ")
    parts = [part.strip() for part in re.split(r",|\band\b", name) if part.strip()]
    if len(parts) > 1:
        return all(map(is_place, parts))
    first = plain.split()[0].strip(".,") if plain.split() else ""
    return (
        name.removeprefix("the ") in (*lines("countries"), *lines("pakistan_places"))
        or plain in words("sources", "regions")
        or first in words("sources", "not_authors")
    )


def _tidy(source: str) -> str:
    return re.sub(r"['’]s$", "", source.strip(" .,"))


@cache
def _according() -> re.Pattern[str]:
    return phrase_pattern("sources", "according")


@cache
def _handed_over() -> re.Pattern[str]:
    """ "According to the World Bank ..." ."""
    return re.compile(rf"(?i:{_according().pattern})\s+(?:the\s+|a\s+|an\s+|its\s+)?(?:\d{{4}}\s+)?{_SOURCE}")


@cache
def _numbered_document() -> re.Pattern[str]:
    """ "the 2017 census", "the household survey of 2019"."""
    kinds = phrase_pattern("sources", "documents").pattern
    return re.compile(rf"(?i:the\s+{_YEAR}\s+(?:\w+\s+){{0,2}}{kinds}|the\s+(?:\w+\s+){{0,2}}{kinds}\s+of\s+{_YEAR})")


@cache
def _dated_document() -> re.Pattern[str]:
    kinds = phrase_pattern("sources", "documents").pattern
    more = rf"(?:\s+(?:(?:of|on|for|and|the)\s+){{0,2}}{_CAPITALISED}){{0,7}}"
    return re.compile(rf"{_CAPITALISED}{more}\s+(?i:{kinds})(?:\s+of)?(?:\s+\(?{_YEAR})")


@cache
def _reported() -> re.Pattern[str]:
    verbs = phrase_pattern("sources", "reporting").pattern
    between = (
        r"(?:['’]s\s+(?:\w+\s+){1,4}|\s+(?:of|for|in)\s+\d{4}|\s*\([^()]{0,60}\)|,[^,]{1,80},)?"
        r"\s+(?:(?:has|have|had|also|already|rightly|once|famously|recently|itself|too|further|then|later|first|even|still|often)\s+){0,4}"
    )
    # small letters only in the verb: "United States" is none
    return re.compile(rf"(?<![\w.’'-]){_SOURCE}{between}(?P<verb>{verbs})\b{_NOT_REPORTED}")


@cache
def _postposed() -> re.Pattern[str]:
    verbs = compile_phrases(tuple(sorted(words("sources", "personal")))).pattern
    return re.compile(rf"[,\"”’']\s+{verbs}\s+(?:the\s+)?{_SOURCE}")


@cache
def _in_a_work() -> re.Pattern[str]:
    works = phrase_pattern("sources", "works").pattern
    return re.compile(
        rf"(?<![\w.’'-]){_SOURCE}[^.;:]{{0,60}}?\b[Ii]n\s+(?:his|her|their)\s+(?:[\w-]+\s+){{0,3}}(?i:{works})\b"
    )


@cache
def _by_an_author() -> re.Pattern[str]:
    ideas, coined = (phrase_pattern("sources", key).pattern for key in ("ideas", "coined"))
    return re.compile(rf"(?i:{ideas})\b[^.;:]{{0,60}}?\b(?i:{coined})\s+by\s+(?:the\s+)?{_SOURCE}")


@cache
def _possessed() -> re.Pattern[str]:
    theirs = phrase_pattern("sources", "theirs").pattern
    return re.compile(rf"(?<![\w.’'-]){_SOURCE}(?:['’]s?)?\s+(?:own\s+|latest\s+|official\s+|annual\s+)?{theirs}\b")


@cache
def _law_says() -> re.Pattern[str]:
    """ "Article 160(3A) ensures", "the Charter of 1985 requires", "the National Tariff Policy 2025-30 promises"."""
    numbered = r"(?:Articles?|Section|Clause|Schedule|Annexure|Annex)\s+[\dA-Z][\w()-]{0,9}(?:\s+of\s+the\s+(?:constitution|[A-Z]\w+(?:\s+[A-Z]\w+){0,3}))?"
    verbs = phrase_pattern("sources", "law_says").pattern
    between = r"(?:\s+\d{4}(?:-\d\d)?)?(?:\s+\([^(),]{2,20},[^()]{2,30}\))?(?:,[^,.;]{3,60},)?\s+(?:(?:also|then|now|itself|further|clearly)\s+){0,2}"
    return re.compile(rf"(?P<law>{numbered}|{_named_law()}){between}(?i:{verbs})(?!\w)")


@cache
def _under_law() -> re.Pattern[str]:
    """ "Under Article 25", "By the Eighteenth Amendment ..." ."""
    number = r"\s+[\dIVXL][\w()-]{0,9}"
    its_law = r"\s+of\s+(?:the\s+)?(?:[A-Z][\w-]+\s+){0,5}[A-Z][\w-]+(?:\s+\d{4})?"
    numbered = rf"(?:Articles?|Sections?){number}(?:{its_law})?|(?:articles?|sections?){number}{its_law}"
    return re.compile(
        rf"\b(?:[Uu]nder|[Bb]y|[Aa]ccording to|[Ii]n)\s+(?:the\s+)?(?P<law>{numbered}|(?<=the ){_named_law()})"
    )


def _named_law() -> str:
    """A pattern for "the Charter of 1985", "the 18th Amendment", without "the"."""
    nouns = "|".join(noun.title() for noun in sorted(words("sources", "laws"), key=len, reverse=True))
    return rf"(?:(?:[A-Z][\w-]+|of|\([^()]{{3,60}}\)|\d{{1,2}}(?:st|nd|rd|th))\s+){{1,5}}(?:{nouns})(?:(?:\s+of\s+(?:\w+\s+)?|,?\s+)\d{{4}})?"


@cache
def _parties() -> re.Pattern[str]:
    word = r"(?:[A-Z][\w.'’&-]*|&|of|and|the|for|plc)"
    return re.compile(
        rf"\b[A-Z][\w.'’&-]*(?:\s+{word}){{0,6}}\s+(?:v|vs|versus)\.?\s+[A-Z][\w.'’&-]*(?:\s+(?:of\s+)?[A-Z][\w.'’&-]*){{0,5}}"
    )


@cache
def _as_reported() -> re.Pattern[str]:
    verbs = phrase_pattern("sources", "as_reported").pattern
    return re.compile(
        rf"\b[Aa]s\s+(?:the\s+)?{_SOURCE}(?:['’]s\s+(?:\w+\s+){{1,4}})?\s*(?:has\s+|have\s+|had\s+|once\s+)?{verbs}\b"
    )


@cache
def _for_a_person() -> re.Pattern[str]:
    return re.compile(rf"For\s+(?P<source>{_CAPITALISED}(?:\s+{_CAPITALISED}){{0,4}}),\s")


@cache
def _own_name() -> re.Pattern[str]:
    kinds = "|".join(noun.title() for noun in sorted(words("sources", "self_dated"), key=len, reverse=True))
    name = rf"(?:[A-Z][\w'’-]+\s+(?:(?:of|on|and|for|the)\s+){{0,2}}){{1,6}}(?:{kinds})s?\b"
    return re.compile(
        rf"{name}|\bArticles?\s+\d[\w()-]*|\b{_YEAR}\s+(?:{kinds})\b|\b(?:{kinds})s?\s+of\s+(?:\w+\s+)?{_YEAR}"
    )


@cache
def _people_and_bodies() -> frozenset[str]:
    """Names that stand alone: surnames and given names, and bodies of one word."""
    people = {word for name in ("thinkers", "south_asian_names") for entry in lines(name) for word in entry.split()}
    return frozenset(people | {name for name in lines("institutions") if " " not in name})


@cache
def _bodies() -> re.Pattern[str]:
    return _names((*lines("institutions"), *lines("thinkers"), *load("sources")["initials"]))


@cache
def _counting_body() -> re.Pattern[str]:
    """ "The Bureau of Emigration registered ...", "UNESCO puts ..." ."""
    known = _names((*lines("institutions"), *load("sources")["initials"])).pattern
    verbs = phrase_pattern("sources", "body_says").pattern
    return re.compile(rf"(?P<source>{known})\s+(?:(?:has|have|had|also|itself|later)\s+)?(?i:{verbs})")


def _names(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(name) for name in sorted(names, key=len, reverse=True))})(?!\w)")


@cache
def _spoken_for() -> re.Pattern[str]:
    offices = phrase_pattern("sources", "offices").pattern
    states = _names(tuple(lines("countries"))).pattern
    office = rf"(?:[Tt]he|[Ii]ts|[Oo]ur|[Aa])\s+(?:[A-Z][a-z]+\s+){{0,2}}(?i:{offices})"
    who = rf"(?:{office}|{states})"
    adverbs = r"(?:(?:has|had|have|also|already|still|itself|now|then|once)\s+){0,2}"
    said = phrase_pattern("sources", "state_says").pattern
    return re.compile(
        rf"(?P<source>{who})\s+(?:{adverbs}{said}\s+(?:in\s+(?:\w+\s+)?\d{{4}}\s+)?that\b|is\s+saying\s+that\b)"
        rf"|\b[Aa]ccording\s+to\s+(?P<office>{office})"
    )
