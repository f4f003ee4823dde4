"""Dates and figures: the facts a reader could look up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from grader.context import Context
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
DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+\d{{4}})?|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|{_MONTH},?\s+\d{{4}}"
    r"|(?:1[5-9]|20)\d\d(?:\s?[-–/]\s?(?:(?:1[5-9]|20)\d\d|\d\d))?(?:'?s)?)\b(?!\s*(?:per cent|percent|%|dollars|rupees|billion|million|words))"
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
    r"\b(?:articles?|sections?|rule|chapter|schedule|part|resolution|no\.?|number|clause|page|pages|pp?\.|helpline|F-|JF-)\s*\d[\w().-]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Datum:
    """One date or figure in the student's prose."""

    kind: Literal["date", "figure"]
    span: Span
    sentence: Sentence


def data(essay: Essay, context: Context) -> tuple[Datum, ...]:
    """All dates and figures of the prose, in order; years inside citation brackets are not facts about the topic."""
    return tuple(datum for sentence in essay.sentences for datum in data_in(essay, sentence))


def data_in(essay: Essay, sentence: Sentence) -> list[Datum]:
    """Dates and figures of one sentence."""
    shown = view(essay.text, sentence.span, essay.marks.hidden)
    text = _CITATION.sub(lambda match: " " * len(match.group()), shown.text)
    found = [Datum("date", _span(shown, match), sentence) for match in DATE.finditer(text)]
    for other in (DATE, _NOT_A_FIGURE):
        text = other.sub(lambda match: " " * len(match.group()), text)
    found += [Datum("figure", _span(shown, match), sentence) for match in FIGURE.finditer(text)]
    return sorted(found, key=lambda datum: datum.span)


# "(IMF, 2024)", "Thirlwall (1979)", "[3]"
_CITATION = re.compile(r"\([^()]*\b(?:1[5-9]|20)\d\d[a-z]?[^()]*\)|\[\d+(?:[,–-]\s?\d+)*\]")


def _span(shown: View, match: re.Match[str]) -> Span:
    return shown.source(*match.span())
