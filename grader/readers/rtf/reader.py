"""RTF's groups and control words -> blocks."""

from __future__ import annotations

import codecs
import re
from copy import copy
from dataclasses import dataclass, field, replace

from grader.errors import InputError
from grader.readers.document import Part, Run
from grader.readers.layout import between, has_plain_words, is_furniture, joined, raised
from grader.readers.rtf.blocks import Block, Styles, parts
from grader.readers.rtf.state import CODE_PAGES, KEPT, SIGNS, SKIPPED, State

_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\(.)|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\", re.DOTALL
)
_DEEPEST = 500  # groups in groups; word processors write a dozen
_PARAGRAPH_ENDS = ("par", "sect", "cell", "nestcell", "row", "nestrow")


@dataclass
class _Flow:
    """One stream of blocks: the text, a note, a text box."""

    blocks: list[Block] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    number: str = ""  # of the list item at hand, as the file spells it out
    bold: bool = True


class Reader:
    """Reads a file once, from its first token to its last."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._state = State()
        self._stack: list[tuple[State, _Flow]] = []
        self._flow = self._text = _Flow()
        self._boxes: list[_Flow] = []
        self._notes: list[tuple[str, _Flow]] = []
        self._counts = {"footnote": 0, "endnote": 0}
        self._styles = Styles()
        self._code_page = "cp1252"
        self._fonts: dict[int, str] = {}
        self._bytes = b""
        self._passed_over = 0  # characters that stand for the last \u
        self._high = 0  # first half of a character beyond 16 bits
        self._starred = False

    def read(self, text: str) -> tuple[Part, ...]:
        """Every block, and the notes after them in the order of their marks."""
        at = 0
        while match := _TOKEN.match(text, at):
            at = match.end()
            word, number, code, symbol, brace, words = match.groups()
            if code is None and self._bytes:
                self._decode()
            if word:
                at += self._word(word, int(number) if number else None)
            elif code:
                self._byte(int(code, 16))
            elif symbol:
                self._symbol(symbol)
            elif brace == "{":
                self._open()
            elif brace:
                self._close()
            elif words:
                for piece in words.encode("latin-1") if not words.isascii() else ():
                    self._byte(piece)
                if words.isascii():
                    self._write(words[self._pass_over(len(words)) :])
        self._decode()
        self._end_paragraph()
        found = parts(self._text.blocks, self._styles)
        for label, flow in self._notes:
            found.append(Part("note", tuple(joined(block.runs for block in flow.blocks)), label=label))
        return tuple(found)

    def _open(self) -> None:
        if len(self._stack) >= _DEEPEST:
            raise InputError(f"{self._label}: nested too deeply for an essay; copy the answer into a new file")
        self._stack.append((self._state, self._flow))
        self._state = replace(self._state, paragraph=copy(self._state.paragraph))
        self._starred, self._passed_over = False, 0

    def _close(self) -> None:
        self._passed_over = 0
        if not self._stack:
            return
        before, flow = self._stack.pop()
        if flow is not self._flow:
            self._end_paragraph()
        self._state, self._flow = before, flow

    def _word(self, word: str, number: int | None) -> int:
        """Takes in a control word; gives how many characters after it are no text."""
        starred, self._starred = self._starred, False
        if word == "bin":
            return max(0, number or 0)
        if (starred and word not in KEPT) or word in SKIPPED:
            self._state.skip = True
        if self._state.skip:
            return 0
        on = number != 0
        if word == "u" and number is not None:
            self._unicode(number % 65536)
        elif word in SIGNS:
            if not self._pass_over(1):
                self._write(SIGNS[word])
        elif self._state.kind == "fonttbl":
            if word == "f":
                self._state.font = number or 0
            elif word == "fcharset":
                self._fonts[self._state.font] = CODE_PAGES.get(number or 0, "")
        elif self._state.kind == "stylesheet":
            if word in ("s", "sbasedon", "outlinelevel"):
                self._styles.say(word, number or 0)
            elif word in ("cs", "ts"):
                self._state.skip = True
        elif self._state.look(word, on) or self._state.shape(word, number):
            pass
        elif word in _PARAGRAPH_ENDS:
            self._end_paragraph(word)
        elif word == "plain":
            self._state.plain()
        elif word == "uc":
            self._state.fallback = min(8, max(0, number or 0))
        elif word == "f":
            self._state.font = number or 0
        elif word == "ansicpg" and number:
            self._code_page = _known(f"cp{number}")
        elif word == "mac":
            self._code_page = "mac_roman"
        else:
            self._destination(word)
        return 0

    def _destination(self, word: str) -> None:
        """Takes in the beginning of a group whose text goes elsewhere."""
        if word in ("fonttbl", "stylesheet", "fldinst", "listtext", "pntext"):
            self._state.kind = word
        elif word == "field":
            self._state.instruction = []
        elif word == "fldrslt":
            self._state.skip = is_furniture("".join(self._state.instruction))
        elif word == "shptxt":
            self._flow = _Flow()
            self._boxes.append(self._flow)
        elif word == "footnote" and self._state.style != "struck":
            self._counts["footnote"] += 1
            label = str(self._counts["footnote"])
            self._flow.runs.append(Run("", note=label))
            self._flow = _Flow()
            self._notes.append((label, self._flow))
        elif word == "footnote":
            self._state.skip = True

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._starred = True
        elif symbol in "\r\n":
            self._end_paragraph()
        elif not self._pass_over(1):
            self._write({"~": "\xa0", "_": "-", "-": "", "\t": "\t"}.get(symbol, symbol if symbol in "\\{}" else ""))

    def _byte(self, code: int) -> None:
        if not self._pass_over(1):
            self._bytes += bytes([code])

    def _decode(self) -> None:
        found, self._bytes = self._bytes, b""
        if found:
            name = self._fonts.get(self._state.font) or self._code_page
            self._write(found.decode(name, "replace").replace("\ufffd", ""))

    def _unicode(self, code: int) -> None:
        self._passed_over = self._state.fallback
        if 0xD800 <= code < 0xDC00:
            self._high = code
            return
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((self._high - 0xD800) << 10) + code - 0xDC00 if self._high else 0
        self._high = 0
        if code >= 32:
            self._write(chr(code))

    def _pass_over(self, length: int) -> int:
        """How many of the next characters only stand for the last \\u."""
        passed = min(length, self._passed_over)
        self._passed_over -= passed
        return passed

    def _write(self, text: str) -> None:
        state = self._state
        if state.skip or not text:
            return
        if state.kind == "fldinst":
            state.instruction.append(text)
        elif state.kind == "stylesheet":
            self._styles.name(text)
        elif state.kind in ("listtext", "pntext"):
            self._flow.number += text
        elif not state.kind and not state.hidden:
            if text.strip() and state.style == "plain":
                self._flow.bold = self._flow.bold and (state.bold or state.lined)
            self._flow.runs.append(Run(raised(text) if state.raised else text, state.style))

    def _end_paragraph(self, word: str = "") -> None:
        """Ends the paragraph at hand; ``word`` is the control word that does."""
        if self._state.kind:
            return
        flow = self._flow
        shape, bold = copy(self._state.paragraph), flow.bold and has_plain_words(flow.runs)
        shape.in_table = shape.in_table or word in ("cell", "row")
        stretches = between(flow.runs, "\f") or ([()] if word in ("cell", "row") else [])
        flow.blocks += [Block(stretch, shape, flow.number, bold, word) for stretch in stretches]
        flow.runs, flow.number, flow.bold = [], "", True
        if flow is self._text:
            self._put_boxes()

    def _put_boxes(self) -> None:
        for box in self._boxes:
            self._text.blocks += box.blocks
        self._boxes = []


def _known(code_page: str) -> str:
    try:
        return codecs.lookup(code_page).name
    except LookupError:
        return "cp1252"
