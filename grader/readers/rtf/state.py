"""What an RTF group hands on to the groups inside it, and what a control word changes in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from grader.readers.document import Style

# Destinations whose text is no part of the answer.
SKIPPED = frozenset(
    [
        "colortbl",
        "info",
        "pict",
        "object",
        "nonshppict",
        "header",
        "headerl",
        "headerr",
        "headerf",
        "footer",
        "footerl",
        "footerr",
        "footerf",
        "annotation",
        "atnid",
        "atnauthor",
        "atndate",
        "atnref",
        "atrfstart",
        "atrfend",
        "atntime",
        "atnicn",
        "tc",
        "tcn",
        "xe",
        "rxe",
        "txe",
        "sp",
        "shprslt",
        "ftnsep",
        "ftnsepc",
        "ftncn",
        "aftnsep",
        "aftnsepc",
        "aftncn",
        "template",
        "private",
        "buptim",
        "comment",
        "revtbl",
        "nonesttables",
        "listtable",
        "listoverridetable",
        "filetbl",
        "pntxta",
        "pntxtb",
        "fontemb",
        "fontfile",
    ]
)
# Those that an asterisk marks as passed over by programs that do not know them, and that hold words nevertheless.
KEPT = frozenset(["shpinst", "shptxt", "ud", "fldinst", "footnote", "listtext", "pntext", "cs"])
SIGNS = {
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
    "tab": "\t", "line": "\n", "emspace": " ", "enspace": " ", "qmspace": " ", "page": "\f", "column": "\f",
}  # fmt: skip
CODE_PAGES = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258",
    177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_UNDERLINES = frozenset(["ul", "uld", "uldb", "uldash", "uldashd", "uldashdd", "ulth", "ulw", "ulwave"])


@dataclass(slots=True)
class Paragraph:
    """Properties of a paragraph. Indents in twentieths of a point; ``outline`` is 9 for body text; ``listed``: in a list."""

    style: int = 0
    outline: int = 9
    left: int = 0
    right: int = 0
    first: int = 0
    depth: int = 0
    listed: bool = False
    in_table: bool = False


@dataclass(slots=True)
class State:
    """One group's state. ``skip``: its text is left out; ``kind``: the destination it belongs to, "" for the text."""

    skip: bool = False
    kind: str = ""
    bold: bool = False
    lined: bool = False
    struck: bool = False
    hidden: bool = False
    deleted: bool = False
    inserted: bool = False
    raised: bool = False
    fallback: int = 1  # characters after \\u that stand for it in programs without Unicode
    font: int = 0
    paragraph: Paragraph = field(default_factory=Paragraph)
    instruction: list[str] = field(default_factory=list)  # of the field around

    @property
    def style(self) -> Style:
        """The look of words at this place."""
        return "struck" if self.struck or self.deleted else "inserted" if self.inserted else "plain"

    def plain(self) -> None:
        """Takes every look of characters back, but for those of tracked changes."""
        self.bold = self.lined = self.struck = self.hidden = self.raised = False

    def look(self, word: str, on: bool) -> bool:
        """Takes in a control word on the look of characters; False for any other word."""
        if word == "b":
            self.bold = on
        elif word in _UNDERLINES:
            self.lined = on
        elif word == "ulnone":
            self.lined = False
        elif word in ("strike", "striked"):
            self.struck = on
        elif word == "v":
            self.hidden = on
        elif word == "deleted":
            self.deleted = on
        elif word == "revised":
            self.inserted = on
        elif word in ("super", "sub", "nosupersub"):
            self.raised = word == "super" and on
        else:
            return False
        return True

    def shape(self, word: str, number: int | None) -> bool:
        """Takes in a control word on the paragraph; False for any other word."""
        value = number or 0
        if word == "pard":
            self.paragraph = Paragraph()
        elif word == "s":
            self.paragraph.style = value
        elif word == "outlinelevel":
            self.paragraph.outline = value
        elif word in ("li", "lin"):
            self.paragraph.left = value
        elif word in ("ri", "rin"):
            self.paragraph.right = value
        elif word == "fi":
            self.paragraph.first = value
        elif word == "ilvl":
            self.paragraph.depth = value
        elif word == "ls":
            self.paragraph.listed = value > 0
        elif word == "intbl":
            self.paragraph.in_table = True
        else:
            return False
        return True
