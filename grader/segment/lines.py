"""Text -> lines -> drafts: what each line looks like on its own, before its neighbours are asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from grader.lexicon import words
from grader.model import BlockKind
from grader.segment.asking import MARKS_NOTE, QUESTION, asks, has_ended
from grader.segment.furniture import furniture
from grader.segment.nameplate import first_lines, front_matter
from grader.segment.tokens import count_words

MAX_HEADING_WORDS = 22
_UNWRAPPED = 120  # characters: nobody wraps lines by hand at this width, so every line is a paragraph of its own
_TOP, _QUESTION_LINES = 2000, 6  # signs before a question; lines of one that has no blank line under it
SHORT_LINE_WORDS = 16  # an outline item or a plain heading; longer lines are prose

_VERSE_INDENT, _VERSE_LINE = 3, 75  # signs

_MARKDOWN_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_BOLD_LINE = re.compile(r"(\*\*|__)(?=\S)((?:(?!\1).)+?)\1\s*:?\s*$")
_THESIS_LINE = re.compile(r"\W*thesis(?:\s+statement)?\W*\s*[:–—-]", re.IGNORECASE)
_BULLET = re.compile(r"(?:[-*+•▪●–—]|[oO](?=\s{2}))[ \t]+(?=\S)")
_NUMBER = re.compile(
    r"(?:(?:section|part|chapter)\s+)?"
    r"(?:(?P<digits>\d{1,2}(?:\.\d{1,2})*)(?:[.):]\s*|\s+)"
    r"|(?P<roman>[IVX]{1,5}|[ivx]{1,5})[.)]\s+"
    r"|(?P<letter>[A-Za-z])[.)]\s+"
    r"|\((?P<bracketed>\d{1,2}|[ivx]{1,5}|[a-z])\)\s+)(?=[^\s\d])",
    re.IGNORECASE,
)
_PAGE_MARK = re.compile(
    r"[\[(<]?\s*[-–—*=]*\s*(?:page|pg\.?)\s*\d+(?:\s*of\s*\d+)?\s*[-–—*=]*\s*[\])>]?$", re.IGNORECASE
)
_RULE = re.compile(r"([-*_=])(?:\s*\1){2,}\s*$")
_STRUCK = re.compile(r"~~.*?~~")
_TERMINAL = re.compile(r"""[.!?;,…]["'”’)\]*_]*$""")
_MORE_TO_IT = re.compile(r" ?[:：,] ?| ?[-–—] | (?:and|&) | (?=(?:[a-z]|\d{1,2}|[ivx]{1,4})(?:$|[:：.,]| [-–—] ))")
_ASKED = re.compile(r"[*#_ ]*q(?:uestion)?[\s.:)\d]", re.IGNORECASE)
_A_PART = re.compile(
    r"(?:Issue|Question|Point|Part|Step|Factor|Argument|Reason|Stage|Phase|Theme)\s+(?:\d{1,2}|[IVX]{1,4}|[A-E]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive)\s*[:.–—-]\s*\S"
)
_NOTE = re.compile(r"\[\^([^\]\n]{1,20})\]:\s*(?=\S)")
# Comments and fenced code are not the student's prose; nor is what nameplate.py finds at the top.
_SKIPPED = re.compile(
    r"(?<!\\)<!--.*?(?:-->|\Z)"
    r"|^(```|~~~)[^\n]*\n.*?(?:^\1[ \t]*$|\Z)",
    re.DOTALL | re.MULTILINE,
)


@dataclass
class Draft:
    """A block in the making. ``style`` says how a heading was recognised; ``alone`` that blank lines stand around it."""

    kind: BlockKind
    start: int
    end: int
    style: str = ""
    number: str = ""
    title_start: int | None = None
    last_line: int = 0  # where its last line begins
    depth: int = 0  # of a Markdown heading: the number of hashes
    indent: int = 0
    alone: bool = False
    heads: bool = False  # a short line of its own straight above its text
    text: str = field(default="", repr=False)

    @property
    def word_count(self) -> int:
        return count_words(self.label)

    @property
    def label(self) -> str:
        """The line without struck words and without its number."""
        body = self.text if self.title_start is None else self.text[self.title_start - self.start :]
        return _STRUCK.sub("", body).strip(" \t*_")

    @property
    def open_ended(self) -> bool:
        """No full stop, comma or the like at its end."""
        return not _TERMINAL.search(self.label)

    @property
    def may_head(self) -> bool:
        """Open-ended, or a question: what other signs show to be a heading may ask."""
        return self.open_ended or self.label.rstrip().endswith("?")

    @property
    def short(self) -> bool:
        return self.word_count <= SHORT_LINE_WORDS and "\n" not in self.text.strip()


def drafts(text: str) -> list[Draft]:
    """Every block of the text as its own lines show it; headings that only context can settle stay paragraphs."""
    chunks = list(_chunks(text))
    verse = [_is_verse(text, chunk) for chunk in chunks]
    if sum(verse) > len(chunks) / 3:  # the answer itself is indented
        verse = [False] * len(chunks)
    found: list[Draft] = []
    for chunk, is_verse in zip(chunks, verse, strict=True):
        if is_verse:
            found.append(Draft("quote", chunk[0][0], chunk[-1][1], text=text[chunk[0][0] : chunk[-1][1]]))
        else:
            found += _chunk_drafts(text, chunk)
    return found


def _is_verse(text: str, chunk: list[tuple[int, int]]) -> bool:
    """Two or more short lines, every one of them indented, that are no list: verse, or speeches of a play."""
    lines_ = [text[start:end] for start, end in chunk]
    indents = [start - (text.rfind("\n", 0, start) + 1) for start, _ in chunk]
    if len(chunk) < 2 or min(indents) < _VERSE_INDENT or max(map(len, lines_)) > _VERSE_LINE:
        return False
    if any(_BULLET.match(line) or _NUMBER.match(line) or line.startswith(("|", "#", ">")) for line in lines_):
        return False
    return sum(bool(re.search(r"[.,;:!?—–)]", line)) for line in lines_) >= len(lines_) / 2


def _chunks(text: str) -> Iterator[list[tuple[int, int]]]:
    """Runs of lines between blank lines, page marks, rules and what is skipped."""
    skipped = _skipped(text)
    chunk: list[tuple[int, int]] = []
    place = 0
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        start = place + (len(line) - len(line.lstrip()))
        while skipped and skipped[0][1] <= start:
            del skipped[0]
        inside = bool(skipped) and skipped[0][0] <= start
        if not inside and holds_words(stripped):
            if chunk and _question_ended(text, chunk) and not _goes_on_asking(stripped):
                yield chunk
                chunk = []
            chunk.append((start, start + len(stripped)))
        elif chunk:
            yield chunk
            chunk = []
        place += len(line)
    if chunk:
        yield chunk


def _question_ended(text: str, chunk: list[tuple[int, int]]) -> bool:
    """Whether a run of lines at the top is a whole question with "Q." before it: the answer may begin on the next line."""
    if chunk[0][0] > _TOP or len(chunk) > _QUESTION_LINES:
        return False
    asked = text[chunk[0][0] : chunk[-1][1]]
    return bool(QUESTION.match(asked.lstrip("*# "))) and has_ended(asked)


def _goes_on_asking(line: str) -> bool:
    return line[:1].islower() or bool(MARKS_NOTE.fullmatch(line)) or asks(line)


def _skipped(text: str) -> list[tuple[int, int]]:
    """What is none of the answer, by place: front matter, lines that say who wrote it, what pages bring, comments, code."""
    front = front_matter(text).spans
    found: list[tuple[int, int]] = [*front, *first_lines(text).spans]
    found += furniture(text)
    if any(sign in text for sign in ("<!--", "```", "~~~")):
        found += (match.span() for match in _SKIPPED.finditer(text, front[-1].end if front else 0))
    return sorted(found)


def holds_words(line: str) -> bool:
    """Neither blank, nor bare "#" and ">" signs, nor a page mark, nor a rule."""
    return bool(line.strip("#> \t")) and not _PAGE_MARK.match(line) and not _RULE.match(line)


def _chunk_drafts(text: str, chunk: list[tuple[int, int]]) -> list[Draft]:
    found: list[Draft] = []
    longest = max(end - start for start, end in chunk)
    listed = len(chunk) > 1 and longest < 70 and all(_is_item(text[start:end]) for start, end in chunk)
    headed = len(chunk) > 1 and _heads(text[slice(*chunk[0])], text[slice(*chunk[1])], longest)
    marked = [
        text[start:end] for start, end in chunk if _BULLET.match(text, start, end) or _NUMBER.match(text, start, end)
    ]
    for start, end in chunk:
        alone = len(chunk) == 1 or longest > _UNWRAPPED or (headed and start == chunk[0][0])
        draft = _line_draft(text, start, end, alone=alone)
        draft.heads = headed and start == chunk[0][0]
        over = headed and start == chunk[1][0]
        if found and len(marked) == 1 and _runs_on(text, found[-1], draft, longest):
            draft = Draft("paragraph", start, end, text=text[start:end])
        if found and not listed and not over and _continues(text, found[-1], draft, longest):
            found[-1].end = end
            found[-1].last_line = start
        else:
            found.append(draft)
    if len(found) == 1:
        found[0].alone = True
    for draft in found:
        if draft.last_line:
            draft.text = text[draft.start : draft.end]
    return found


def _runs_on(text: str, before: Draft, line: Draft, longest: int) -> bool:
    """Whether what looks like a mark at the head of a lone line is a wrapped sentence's own: "(Kuhn, p.", "24). It ..."."""
    last_line = text[before.last_line or before.start : before.end]
    broken = not re.search(r"""[.!?:;]["'”’)\]]*$""", last_line) or last_line.endswith(("p.", "pp.", "No.", "vol."))
    full = longest <= _UNWRAPPED and len(last_line) >= 0.7 * longest
    later = line.number not in ("1", "I", "i", "a", "A")
    return before.kind == "paragraph" and line.kind == "list-item" and broken and full and later


def _line_draft(text: str, start: int, end: int, *, alone: bool) -> Draft:
    line = text[start:end]
    indent = start - (text.rfind("\n", 0, start) + 1)
    draft = Draft("paragraph", start, end, alone=alone, indent=indent, text=line)
    if match := _MARKDOWN_HEADING.match(line):
        hashes = len(match.group(1))
        closed = line.rstrip("# \t")
        if closed.endswith("\\"):  # a sign behind a backslash is a word's own: "C\\#"
            closed = line.rstrip()
        end = start + len(closed)
        draft = Draft("heading", start + match.end(), end, "markdown", depth=hashes, alone=True)
        draft.text = text[draft.start : draft.end]
        take_number(draft)
    elif line.startswith("|") and line.count("|") > 1:
        draft.kind = "table"
    elif line.startswith(">"):
        draft.kind = "quote"
        draft.start += len(line) - len(line.lstrip("> \t"))
        draft.text = text[draft.start : end]
    elif match := _NOTE.match(line):
        draft.kind, draft.style, draft.number = "reference", "note", match.group(1)
        draft.start += match.end()
        draft.text = text[draft.start : end]
    elif match := _BOLD_LINE.match(line):
        draft = Draft("heading", start + match.start(2), start + match.end(2), "bold", alone=alone, text=match.group(2))
        take_number(draft)
        if draft.word_count > MAX_HEADING_WORDS or not draft.may_head:
            draft = Draft("paragraph", start, end, alone=alone, indent=indent, text=line)
    elif match := _BULLET.match(line):
        draft.kind, draft.style = "list-item", "bullet"
        draft.start += match.end()
        draft.text = text[draft.start : end]
        take_number(draft)
    else:
        take_number(draft)
        if _is_capitals(draft.label) and draft.word_count <= MAX_HEADING_WORDS and not draft.label.endswith((",", ";")):
            draft.kind, draft.style = "heading", "capitals"
        elif draft.number:
            draft.kind, draft.style = "list-item", "numbered"
    return draft


def _heads(line: str, below: str, longest: int) -> bool:
    """Whether the first line of a chunk was broken off by hand and could head the rest: a few words, though the next would have fitted."""
    room = longest - len(line) > len(below.split(maxsplit=1)[0]) + 1
    return room and len(line) < longest / 2 and _is_item(line) and line[:1].isupper() and not below[:1].islower()


def _is_item(line: str) -> bool:
    """A few words without a full stop: a chunk of such lines is a list, not wrapped prose."""
    return count_words(line) <= 9 and not _TERMINAL.search(line) and not line.startswith(("|", "["))


def take_number(draft: Draft) -> None:
    """Splits "2.1 " or "IV. " off the front of a line that could be a heading or a list item."""
    match = _NUMBER.match(draft.text)
    if not match:
        return
    number = next(part for part in match.groupdict().values() if part)
    bare = bool(match.group("digits")) and match.group().strip() == number  # "3 CHALLENGES", "2 steps are ..."
    rest = draft.text[match.end() :]
    if bare and "." not in number and not _is_capitals(_STRUCK.sub("", rest)):
        return
    draft.number = number
    draft.title_start = draft.start + match.end()


def _is_capitals(label: str) -> bool:
    """Capital letters only, at least four of them ("US" alone is a name); "x" for a lone small slip is let pass."""
    letters = [char for char in label if char.isalpha()]
    return len(letters) >= 4 and sum(char.isupper() for char in letters) >= 0.85 * len(letters)


def _continues(text: str, before: Draft, line: Draft, longest: int) -> bool:
    """Whether a line goes on with the block of the line before it (no blank line between them)."""
    if before.kind == "heading":
        return before.style == line.style == "capitals" and not line.number and not ends_in_colon(before.text)
    if "\n" not in text[before.start : before.end] and known_name(before.label, "references"):
        return False  # the name of the list, with the first entry on the next line
    if before.kind == line.kind == "table" or before.kind == line.kind == "quote":
        return True
    if line.kind != "paragraph" or before.kind == "table":
        return False
    if before.kind in ("list-item", "quote"):
        return line.indent > 0 or line.text[:1].islower()
    last_line = text[before.last_line or before.start : before.end]
    if _ASKED.match(before.text) and re.search(r"""[.?!]["'”’)\]]*$|\d\s*\)$""", last_line):
        return False  # the question, with the answer on the next line
    ends = bool(re.search(r"""[.!?]["'”’)\]]*$""", last_line))
    if longest > _UNWRAPPED:
        return not ends and line.text[:1].islower()
    return not (ends and len(last_line) < 0.7 * longest and not line.text[:1].islower())


def ends_in_colon(text: str) -> bool:
    """Whether a line ends in a colon, or a colon and a dash (":-")."""
    return text.rstrip(" \t-–—").endswith((":", "："))


def is_thesis_line(text: str) -> bool:
    """ "Thesis statement: ..." as it stands in outlines."""
    return bool(_THESIS_LINE.match(text))


def names_a_part(label: str) -> bool:
    """ "Issue 1: Was there a contract?", "Phase II: ..." ."""
    return bool(_A_PART.match(label))


def known_name(label: str, key: str) -> bool:
    """Whether a heading's words are a known name: ``introduction``, ``conclusion``, ``outline``, ``references``.

    An introduction or conclusion may have more to its name: "Conclusion: the way ahead", "Introduction and background".
    """
    plain = " ".join(label.strip(" \t.,*_:：-–—").lower().split()).removeprefix("the ")
    return plain in words("headings", key) or _MORE_TO_IT.split(plain, maxsplit=1)[0] in words(
        "headings", f"{key}_leads"
    )
