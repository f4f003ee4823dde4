"""The stretches of the answer that language checks may look at, quotations blanked out.

Somebody else's words are not the student's to mend; struck words, references, the question and the marker's remark
are not in these views at all, and sentences that are set apart are blanked as quotations are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from grader.context import Context
from grader.model import PROSE, Essay, Finding, Measurement, Sentence, Span, View

_QUOTED = re.compile(r"\"[^\"]{2,600}\"|“[^“”]{2,600}”|(?<!\w)‘[^‘’]{2,600}’(?!\w)|(?<!\w)'[^']{2,600}'(?!\w)")
_SAME_LETTER = str.maketrans(
    "\u0130\u0131\u017f\u212a", "IisK"
)  # İ, ı, ſ and the Kelvin sign: case-blind patterns match them
BLANK = "\N{REPLACEMENT CHARACTER}"  # no pattern matches it, and it is no space: words on both sides stay apart


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, list item or heading as language checks see it.

    ``text`` is the view's, as long as the view's, with quotations blanked and with no letter whose small form is of
    another length or another letter: what a case-blind pattern matches there is found in a list of small words.
    """

    view: View
    text: str
    heading: bool

    def span(self, start: int, end: int) -> Span:
        """Place in the essay of ``text[start:end]``."""
        return self.view.source(start, end)


def passages(essay: Essay, context: Context) -> tuple[Passage, ...]:
    """Prose and headings, in order. Headings in capitals are given in small letters: capitals hide nothing then."""
    found = []
    for block, view in zip(essay.blocks, essay.views, strict=True):
        text = view.text.translate(_SAME_LETTER)
        if block.kind in PROSE:
            text = _QUOTED.sub(lambda match: BLANK * len(match.group()), text)
            found.append(Passage(view, _without(essay.apart, view, text), False))
        elif block.kind in ("heading", "outline", "title"):
            found.append(Passage(view, text.lower() if text.isupper() else text, True))
    return tuple(found)


def _without(apart: Sequence[Sentence], view: View, text: str) -> str:
    """A view's text with the sentences that are set apart blanked out."""
    gone = [one.span for one in apart if view.offsets and view.offsets[0] <= one.span.start <= view.offsets[-1]]
    if not gone:
        return text
    return "".join(
        BLANK if any(span.start <= at < span.end for span in gone) else char
        for char, at in zip(text, view.offsets, strict=True)
    )


def prose(essay: Essay, context: Context) -> tuple[Passage, ...]:
    """Passages that are no headings."""
    return tuple(passage for passage in context.fact(passages) if not passage.heading)


def matches(
    pattern: re.Pattern[str], essay: Essay, context: Context, *, headings: bool = False
) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Every match of a pattern in the prose (and headings, when asked)."""
    for passage in context.fact(passages if headings else prose):
        for match in pattern.finditer(passage.text):
            yield passage, match


def as_written(wrong: str, right: str) -> str:
    """A replacement in the case of what it replaces, and with its apostrophes: "HINDERANCE" -> "HINDRANCE"."""
    if "’" in wrong:
        right = right.replace("'", "’")
    if wrong.isupper() and len(wrong) > 1:
        return right.upper()
    return right[:1].upper() + right[1:] if wrong[:1].isupper() else right


def correction(
    passage: Passage,
    start: int,
    end: int,
    message: str,
    right: tuple[str, ...],
    kind: str,
    *,
    major: bool = False,
    rule: str = "",
) -> Finding:
    """A language finding over ``passage.text[start:end]``."""
    advice = (
        f"Write “{right[0]}”."
        if right and right[0]
        else "Leave the word out."
        if right
        else "Look at this place again."
    )
    return Finding(passage.span(start, end), message, advice, right, "major" if major else "minor", kind, rule)


def gathered(found: Iterable[Finding]) -> Measurement:
    """A detector's findings as its measurement: their number, by place, the first of any that touch."""
    apart: list[Finding] = []
    for finding in sorted(found, key=lambda finding: finding.span):
        if not apart or not apart[-1].span.touches(finding.span):
            apart.append(finding)
    return Measurement(float(len(apart)), "findings", findings=tuple(apart))
