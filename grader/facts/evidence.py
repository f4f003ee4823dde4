"""Dates and figures: the facts a reader could look up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from grader.context import Context
from grader.facts.citations import citations
from grader.lexicon import phrase_pattern
from grader.model import Essay, Sentence, Span, View
from grader.segment.transcription import view

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_NUMBER = r"(?:\d{1,3}(?:,\d{2,3})+|\d+)(?:\.\d+)?"
_SMALL = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|hundred)"
)
_MAGNITUDE = r"(?:hundred|thousand|million|billion|trillion|lakh|crore)s?"
_SCALE = rf"(?:{_MAGNITUDE})(?:\s+(?:of\s+)?{_MAGNITUDE})?"
_ERA = r"\b(?:\d{1,4}\s?(?:A\.D\.|B\.C\.(?:E\.)?|C\.E\.|A\.H\.|(?:AD|BCE?|CE|AH)\b)|A\.?D\.?\s+\d{1,4}\b)"
DATE = re.compile(
    rf"{_ERA}|\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+\d{{4}})?|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|{_MONTH},?\s+\d{{4}}"
    r"|(?<!more than )(?<!less than )(?<!fewer than )(?<!at least )(?<!nearly )(?<!almost )(?<!as many as )(?:1[5-9]|20)\d\d(?:\s?[-–/]\s?(?:(?:1[5-9]|20)\d\d|\d\d))?(?:'?s)?)\b(?!\s*(?:per cent|percent|%|dollars|rupees|billion|million|words))"
)
FIGURE = re.compile(
    rf"(?:(?:US\s?)?[$£€₨]\s?|\b(?:Rs\.?|PKR|USD)\s?){_NUMBER}(?:\s?(?:{_SCALE}|bn|m|tn))?\b"
    rf"|\b(?:{_NUMBER}|{_SMALL})\s?(?:%|(?:per\s?cent|percent(?:age points?)?)\b)"
    rf"|\b(?:{_NUMBER}|{_SMALL}|a|half a|several|many)\s+{_SCALE}\b"
    rf"|\b(?:lakhs|crores|millions|billions)\s+of\b"
    rf"|\b(?:{_NUMBER}|{_SMALL}|a hundred)\s+(?:dollars|rupees|acres|hectares|kilomet(?:re|er)s?|km|tons|tonnes|barrels|megawatts|MW|degrees|litres|cubic|cusecs|maf|deaths|casualties)\b"
    r"|\b(?:half|a third|two thirds|two-thirds|a quarter|three quarters|three-quarters|a tenth|a fifth|one third|one-third|one quarter|one-quarter)\s+of\b"
    r"|\b\d{1,3}(?:,\d{2,3})+\b|\b\d+\.\d+\b|(?<![-–/(\w])\d{2,}(?!\d*(?:st|nd|rd|th|[-–/]\w))\b",
    re.IGNORECASE,
)
_NOT_A_FIGURE = re.compile(
    r"\b(?:articles?|sections?|items?|sdgs?|goals?|options?|phase|stage|step|grade|class|rule|chapter|schedule|part|resolution|no\.?|number|clause|page|pages|pp?\.|helpline|F-|JF-"
    r"|doc(?:ument|\.)?s?|source|extract|hadith|surah?h?|verses?|ayats?|act|scene|lines?|stanza|question|q\.)\s*\d[\w().-]*"
    r"|\b\d{1,3}:\d{1,3}(?:\s?[-–]\s?\d{1,3})?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Datum:
    """One date or figure in the student's prose; ``in_name``: a year that is part of a name ("the Constitution of 1973")."""

    kind: Literal["date", "figure"]
    span: Span
    sentence: Sentence
    in_name: bool = False


def data(essay: Essay, context: Context) -> tuple[Datum, ...]:
    """All dates and figures of the prose, in order; years of in-text citations and numbers of verses are
    not facts about the topic."""
    cited = [citation.span for citation in context.fact(citations)]
    cited += [Span(one.start, one.end) for one in essay.cited if one.form == "passage"]
    return tuple(datum for sentence in essay.sentences for datum in _data_in(essay, sentence, cited))


def _data_in(essay: Essay, sentence: Sentence, cited: list[Span]) -> list[Datum]:
    shown = view(essay.text, sentence.span, essay.marks.hidden)
    gaps = [span for span in cited if span.touches(sentence.span)]
    text = "".join(
        " " if any(gap.start <= place < gap.end for gap in gaps) else char
        for char, place in zip(shown.text, shown.offsets, strict=True)
    )
    found = [
        Datum("date", _span(shown, match), sentence, in_name=_in_name(text, match)) for match in DATE.finditer(text)
    ]
    for other in (DATE, _NOT_A_FIGURE):
        text = other.sub(lambda match: " " * len(match.group()), text)
    found += [Datum("figure", _span(shown, match), sentence) for match in FIGURE.finditer(text)]
    return sorted(found, key=lambda datum: datum.span)


def _in_name(text: str, year: re.Match[str]) -> bool:
    """ "the Constitution of 1973", "the 1973 Constitution", "the Paris Agreement (2015)"."""
    things = phrase_pattern("sources", "dated_things").pattern
    before = re.search(rf"(?P<thing>(?i:{things}))(?:\s+of|,)?\s+\(?$", text[max(0, year.start() - 40) : year.start()])
    after = re.match(rf"\)?\s+(?P<thing>(?i:{things}))", text[year.end() : year.end() + 40])
    return any(match.group("thing")[0].isupper() for match in (before, after) if match)


def _span(shown: View, match: re.Match[str]) -> Span:
    return shown.source(*match.span())
