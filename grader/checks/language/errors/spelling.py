"""Words that are misspelt: in no dictionary and no list, and near a word that is.

A word is flagged when neither the British nor the American dictionary has it, no list of ours does (names, Urdu words,
terms, the student's own words), it is not made of known ones ("deradicalisation"), and it is like a common word. A
word with a capital may be a name: it is judged as a word where a sentence begins and in headings only, and elsewhere
flagged only as a slip in a well-known name. Real words in the wrong place ("loose" for "lose") are not seen here.
Authority: the dictionaries, and a list of common misspellings (lexicon/misspellings.yaml) whose right word is known.

Good: "hindrance", "government", "neighboring", "ijtihad"
Bad: "hinderance", "goverment", "ofthe", "english"
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from grader.context import Context
from grader.facts.prose import Passage, as_written, correction, passages
from grader.model import Essay, Finding, Measurement
from grader.spelling import Slip, slip, slip_in_name

TITLE = "Spelling"
_WORD = re.compile(r"(?<![\w@/\\.#&_])[^\W\d_]+(?:['’-][^\W\d_]+)*(?![\w@/\\&_]|\.\w)")
_PART = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_PLAIN = re.compile(r"[^\W\d_][^\W\d_A-Z]*")  # no capital but the first: "iPhone" is a name
_BEGINS = re.compile(r"(?:^|[.!?:])[\s“‘\"'(*]*$")
_CAPITAL_NEXT = re.compile(r"(?: [^\W\d_a-z])|\s+(?:v|vs)\.?\s+[A-Z]")  # "Storer v Manchester"
_MESSAGES = {
    "spelling": "This word is not in the dictionary.",
    "space": "A space is missing.",
    "capital": "Names take a capital letter.",
}
_A_TERM = 4  # times that an unknown word stands in an essay, to be a term of its subject
_KINDS = {"capital": "capitals"}


@dataclass(frozen=True, slots=True)
class _Word:
    """A word, or a part of one with a hyphen, where it stands.

    ``begins`` where any word has a capital; ``beside`` a word with a capital: two such may be one name; ``part`` of a
    word with a hyphen, many of which stand nowhere else.
    """

    passage: Passage
    text: str
    start: int
    begins: bool
    beside: bool
    part: bool


def check(essay: Essay, context: Context) -> Measurement:
    """Number of misspelt words, headings included."""
    words = [word for passage in context.fact(passages) for word in _words(passage)]
    names = _names(words)
    often = Counter(word.text.lower() for word in words)
    found = [
        _finding(word, wrong)
        for word in words
        if not _own(word.text.lower(), context)
        and not _in_italics(word, essay.text)
        and (wrong := _slip(word, names, context.task.language))
        and (wrong.sure or often[word.text.lower()] < _A_TERM)
    ]
    return Measurement(float(len(found)), "findings", findings=tuple(found))


def _words(passage: Passage) -> Iterator[_Word]:
    for match in _WORD.finditer(passage.text):
        first, beside = True, bool(_CAPITAL_NEXT.match(passage.text, match.end()))
        for part in _PART.finditer(match.group()):
            text, start = _POSSESSIVE.sub("", part.group()), match.start() + part.start()
            begins = passage.heading or (first and bool(_BEGINS.search(passage.text, max(0, start - 6), start)))
            if _PLAIN.fullmatch(text) and text.isascii():
                yield _Word(passage, text, start, begins, beside, "-" in match.group())
            first = False


def _in_italics(word: _Word, text: str) -> bool:
    """Whether a word stands by itself between the marks of italics, as words of another language do: "*abiana*"."""
    span = word.passage.view.source(word.start, word.start + len(word.text))
    before, after = text[max(0, span.start - 2) : span.start], text[span.end : span.end + 2]
    return (
        before[-1:] in ("*", "_") and before[:1] != before[-1:] and after[:1] == before[-1:] and after[1:] != after[:1]
    )


def _names(words: list[_Word]) -> frozenset[str]:
    """What the essay itself uses as a name: with a capital inside a sentence, or twice and always with one."""
    capitals = Counter(word.text.lower() for word in words if word.text[0].isupper())
    small = {word.text for word in words if not word.passage.heading}
    inside = {word.text.lower() for word in words if word.text[0].isupper() and not word.begins}
    return frozenset(inside | {name for name, times in capitals.items() if times > 1 and name not in small})


def _own(word: str, context: Context) -> bool:
    """Whether the word, or what it is the plural of, is one that the tutor or the student says is right."""
    return word in context.task.words or word.removesuffix("s") in context.task.words


def _slip(word: _Word, names: frozenset[str], language: str) -> Slip | None:
    lower = word.text.lower()
    if word.text.islower() and not word.passage.view.text.isupper():
        return slip(lower, language, strict=word.part)
    if not word.begins:
        return slip_in_name(word.text)
    wrong = slip(lower, language, strict=True)
    named = lower in names or (word.beside and not word.passage.heading)
    return wrong if wrong and (wrong.sure or not named) else None


def _finding(word: _Word, wrong: Slip) -> Finding:
    end = word.start + len(word.text)
    written = word.passage.view.text[word.start : end]
    right = tuple(as_written(written, one) for one in wrong.right)
    finding = correction(
        word.passage, word.start, end, _MESSAGES[wrong.kind], right, _KINDS.get(wrong.kind, "spelling")
    )
    shown = " or ".join(f"“{one}”" for one in right)
    return finding if wrong.sure else replace(finding, advice=f"Perhaps {shown}.")
