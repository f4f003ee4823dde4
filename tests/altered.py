"""Answers altered in one way, for tests of what may move and what may not. Every change is made by a fixed rule."""

from __future__ import annotations

import random
import re
from itertools import groupby

from grader.context import Context, Task
from grader.facts.sections import Section, sections, units
from grader.model import PROSE, Essay, Span
from grader.segment import build

OFF_TOPIC = (
    "Our poets have always sung of roses and of moonlit gardens. Every child learns their verses by heart and recites them at weddings. "
    "The finest of them wore white and drank tea without sugar, and nobody has ever counted the nightingales."
)
CONNECTIVES = (
    "Moreover, furthermore, however, therefore, thus, hence, consequently, in addition, on the other hand, as a result. "
    * 6
)


def context(text: str) -> Context:
    """The context of a bare answer."""
    return Context(build(text, "essay"), Task())


def without_remark(text: str) -> str:
    """The answer up to the marker's remark and the reference list."""
    essay = build(text, "essay")
    ends = [block.span.start for block in essay.blocks_of("remark")]
    ends += [one.span.start for one in context(text).fact(sections) if one.role == "references"]
    return text[: min(ends)].rstrip().rstrip("#").rstrip() + "\n" if ends else text


def _cut(text: str, span: Span) -> str:
    """The text without a stretch and the marks of a heading before it."""
    start = text.rfind("\n", 0, span.start) + 1
    return f"{text[:start].rstrip()}\n\n{text[span.end :].lstrip()}"


def drop_conclusion(text: str) -> str:
    """Without its conclusion: the section of that name, or the last paragraph."""
    last = context(text).fact(units)[-1]
    return _cut(text, last.span)


def drop_outline(text: str) -> str | None:
    """Without the outline of the whole answer, or all mini-outlines; None where there is none."""
    found = context(text)
    whole = next((one for one in found.fact(sections) if one.role == "outline"), None)
    if whole:
        return _cut(text, whole.span)
    items = found.essay.blocks_of("outline")
    for item in reversed(items):
        text = _cut(text, item.span)
    return text if items else None


def outlined_section(text: str) -> Section | None:
    """A section of the body with prose that the outline names under the same words; None where there is none."""
    from grader.facts.outline import outlines

    found = context(text)
    named = {item.heading for one in found.fact(outlines) for item in one.items if item.state == "same"}
    fitting = [one for one in found.fact(sections) if one.heading in named and one.role == "body" and one.words]
    return fitting[len(fitting) // 2] if fitting else None


def drop_section(text: str, section: Section) -> str:
    """Without one section."""
    return _cut(text, section.span)


def shuffle_sections(text: str) -> str | None:
    """The sections of the body with prose in reverse order, heading and text together; None with fewer than three."""
    found = [one for one in context(text).fact(sections) if one.heading and one.role == "body" and one.words]
    if len(found) < 3:
        return None
    starts = [text.rfind("\n", 0, one.span.start) + 1 for one in found]
    pieces = [text[start : one.span.end] for start, one in zip(starts, found, strict=True)]
    for start, one, piece in reversed(list(zip(starts, found, reversed(pieces), strict=True))):
        text = text[:start] + piece + text[one.span.end :]
    return text


def shuffle_sentences(text: str, *, within: bool = False) -> str:
    """The prose's sentences shuffled over the answer, or ``within`` their paragraphs; the paragraphs keep their number of
    sentences."""
    essay = build(text, "essay")
    places = [sentence.span for sentence in essay.sentences]
    drawn = random.Random(7)
    said = [text[slice(*place)] for place in places]
    if within:
        runs = [list(run) for _, run in groupby(range(len(places)), key=lambda i: essay.sentences[i].block)]
        order = [i for run in runs for i in drawn.sample(run, len(run))]
    else:
        order = drawn.sample(range(len(places)), len(places))
    for place, i in reversed(list(zip(places, order, strict=True))):
        text = text[: place.start] + said[i] + text[place.end :]
    return text


def body_paragraph(essay: Essay) -> Span:
    """The longest paragraph of prose."""
    return max((block.span for block in essay.blocks if block.kind in PROSE), key=lambda span: span.end - span.start)


def duplicate_paragraph(text: str) -> str:
    """With its longest paragraph twice, one after the other."""
    span = body_paragraph(build(text, "essay"))
    return f"{text[: span.end]}\n\n{text[slice(*span)]}{text[span.end :]}"


def before_conclusion(text: str, more: str) -> str:
    """With a paragraph more at the end of the body."""
    last = context(text).fact(units)[-1]
    start = text.rfind("\n", 0, last.span.start) + 1
    return f"{text[:start].rstrip()}\n\n{more}\n\n{text[start:]}"


def twice(text: str) -> str:
    """All but the question a second time."""
    return f"{text.rstrip()}\n\n{text.partition(chr(10))[2].strip()}\n"


def gibberish(text: str) -> str:
    """The same layout with every word of the prose taken from elsewhere in the answer: essay in form, sense in none."""
    essay = build(text, "essay")
    drawn = random.Random(7)
    tokens = [token for sentence in essay.sentences for token in sentence.tokens]
    words = [token.text.lower() for token in tokens]
    drawn.shuffle(words)
    for token, word in reversed(list(zip(tokens, words, strict=True))):
        text = text[: token.span.start] + word + text[token.span.end :]
    return re.sub(r"(?<=[.!?] )[a-z]", lambda match: match.group().upper(), text)
