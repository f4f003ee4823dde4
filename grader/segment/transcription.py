"""Marks that a transcriber or a Markdown writer leaves in the text, and views that look through them.

``~~struck~~`` words are not the student's words; ``^{inserted}`` words are. Emphasis (``*`` and ``_``) and
link targets are markup. A backslash before a sign makes it the sign alone, as in Markdown: so documents are written
down whose words hold such signs. Page breaks inside a sentence are handled by the blocks: a view joins lines with a space.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from grader.lexicon import words
from grader.model import Marks, Span, View

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_NO_SIGN = "\ue000\ue000"  # as long as a backslash and its sign, and no part of any mark
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_INSERTED = re.compile(r"\^\{([^{}\n]*(?:\n[^{}\n]+)*)\}")
_EMPHASIS = re.compile(
    r"(?<![\w*])(\*\*\*|\*\*|\*)(?=[^\s*])([^*\n]*[^\s*])\1(?![\w*])"
    r"|(?<![\w_])(__|_)(?=[^\s_])([^_\n]*[^\s_])\3(?![\w_])"
)
# Tags, comments, footnote marks; inline code is no prose either.
_MARKUP = re.compile(
    r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>\n]{0,200})?/?>|<!--(?:(?!-->)[^\n]){0,500}-->|\[\^[^\]\n]{1,20}\]|`[^`\n]{1,200}`"
)
_FOOTNOTE = re.compile(r"\[\^[^\]\n]{1,20}\]")
# Digits raised right after a word or its stop are a citation or a power; after a space they are an inserted number.
_RAISED = re.compile(r"(?<=[^\s\d(\[{~^])\^\{[\s\d,;\[\]–-]+\}")
_LINK = re.compile(r"!?\[([^\[\]\n]*)\]\(([^()\s]*)\)")
# A picture by its name, and the line that says where a name leads ("[image1]: <data:...>"); "[3]: https://..." may be a source.
_NAMED_PICTURE = re.compile(r"!\[[^\[\]\n]{0,200}\]\[[^\[\]\n]{1,80}\]")
_TARGET = re.compile(
    r"(?m)^[ ]{0,3}\[[^\[\]\n]{0,79}[A-Za-z][^\[\]\n]{0,79}\]:[ \t]+(?:<(?:data|https?):[^>\n]*>|(?:data|https?):\S+)[ \t]*$"
)
_BROKEN = re.compile(r"\b(?P<head>[A-Za-z][a-z]+)-[ \t]*\n[ \t]*(?P<tail>[a-z]+)\b")
_TIGHT_BEFORE = set(".,;:!?)]}”’")


def find_marks(text: str) -> Marks:
    """Struck words, insertions and the stretches that no view shows."""
    escapes = _escapes(text)
    text = without_escapes(text)
    struck = tuple(_struck(text))
    inserted = []
    hidden: list[Span] = [*struck, *escapes]
    for match in _INSERTED.finditer(text):
        inserted.append(Span(*match.span()))
        hidden += [Span(match.start(), match.start(1)), Span(match.end(1), match.end())]
    for match in _EMPHASIS.finditer(text):
        inner = 2 if match.group(1) else 4
        hidden += [Span(match.start(), match.start(inner)), Span(match.end(inner), match.end())]
    for match in _LINK.finditer(text):
        hidden += [Span(match.start(), match.start(1)), Span(match.end(1), match.end())]
    for markup in (_MARKUP, _NAMED_PICTURE, _TARGET):
        hidden += [Span(*match.span()) for match in markup.finditer(text)]
    hidden += _broken_words(text)
    return Marks(struck, tuple(inserted), tuple(merged(hidden)))


def _broken_words(text: str) -> Iterable[Span]:
    """The hyphen and line end inside a word that a scanner or a typesetter broke: "ar-", "gues"."""
    for match in _BROKEN.finditer(text):
        from grader.spelling.dictionary import known  # only where a line ends so

        if known(match["head"] + match["tail"]) and match["head"].lower() not in words("joins", "keep_hyphen"):
            yield Span(match.end("head"), match.start("tail"))


def kept_from_citations(text: str, marks: Marks) -> tuple[Span, ...]:
    """What a view that is read for citations does not show: as ``marks.hidden``, but for footnote marks, raised digits and
    the asterisks of emphasis, by which titles are told from names."""
    hidden = [*marks.struck, *_escapes(text)]
    text = without_escapes(text)
    for match in _INSERTED.finditer(text):
        if not _RAISED.match(text, match.start()):
            hidden += [Span(match.start(), match.start(1)), Span(match.end(1), match.end())]
    for match in _LINK.finditer(text):
        hidden += [Span(match.start(), match.start(1)), Span(match.end(1), match.end())]
    hidden += [Span(*match.span()) for match in _MARKUP.finditer(text) if not _FOOTNOTE.fullmatch(match.group())]
    return tuple(merged(hidden))


def _escapes(text: str) -> list[Span]:
    """The backslashes of escaped signs."""
    return [Span(match.start(), match.start() + 1) for match in _ESCAPED.finditer(text)]


def without_escapes(text: str) -> str:
    """The text, as long as before, with nothing in the place of escaped signs that a search for marks could find."""
    return _ESCAPED.sub(_NO_SIGN, text) if "\\" in text else text


def view(text: str, span: Span, hidden: tuple[Span, ...]) -> View:
    """The readable words of ``text[span]``: hidden stretches out, white space folded to single spaces."""
    chars: list[str] = []
    offsets: list[int] = []
    after_hidden = False  # a gap left by a hidden stretch must not push a full stop away from its word
    at = span.start
    for gap in (*_inside(hidden, span), Span(span.end, span.end)):
        for i in range(at, gap.start):
            char = text[i]
            if char.isspace():
                if not chars or chars[-1] == " ":
                    continue
                char = " "
            elif after_hidden and char in _TIGHT_BEFORE and chars and chars[-1] == " ":
                chars.pop()
                offsets.pop()
            chars.append(char)
            offsets.append(i)
            if char != " ":
                after_hidden = False
        at = max(at, gap.end)
        after_hidden = text[gap.start : gap.end] != "\\"
    while chars and chars[-1] == " ":
        chars.pop()
        offsets.pop()
    return View("".join(chars), tuple(offsets))


def _struck(text: str) -> Iterable[Span]:
    """``~~...~~`` pairs that do not cross a blank line."""
    start = text.find("~~")
    while start >= 0:
        end = text.find("~~", start + 2)
        if end < 0:
            return
        if end == start + 2 or _BLANK_LINE.search(text, start, end):
            start = end
            continue
        yield Span(start, end + 2)
        start = text.find("~~", end + 2)


def merged(spans: Iterable[Span]) -> list[Span]:
    """The same stretches in order, those that touch as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(span.end, found[-1].end))
        elif span.start < span.end:
            found.append(span)
    return found


def _inside(hidden: tuple[Span, ...], span: Span) -> list[Span]:
    from bisect import bisect_left, bisect_right

    first = bisect_right(hidden, span.start, key=lambda gap: gap.end)
    last = bisect_left(hidden, span.end, key=lambda gap: gap.start)
    return [Span(max(gap.start, span.start), min(gap.end, span.end)) for gap in hidden[first:last]]
