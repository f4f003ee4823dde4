"""Citations by number: "[1, 4-6]", "(3)", "refs. 3 and 4", raised digits, footnote marks."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from grader.citing.brackets import untouched
from grader.citing.cited_when import place_in_work
from grader.citing.model import InText
from grader.lexicon import words

_MOST = 400  # entries a reference list may have
_LONGEST = 50  # entries in one range
_LIST = r"\d{1,3}(?:\s?[-–—]\s?\d{1,3})?(?:\s?[,;]\s?\d{1,3}(?:\s?[-–—]\s?\d{1,3})?)*"
_PLAIN = re.compile(rf"^\s*{_LIST}\s*$")
_LABEL = re.compile(r"^\s*(?:see\s+(?:also\s+)?|cf\.?\s+|e\.g\.,?\s+|(?:refs?|references?)\b\.?\s*)+", re.IGNORECASE)
_REFERENCE = re.compile(
    rf"\b(?:Refs?\.?|refs?\.?|References?|(?:(?<=[Ii]n )|(?<=[Ss]ee ))references?)\s(?P<open>\[)?(?P<numbers>{_LIST}(?:\s?(?:,\s)?(?:and|&)\s?\d{{1,3}})?)(?(open)\])(?![\w%])"
)
_SEVERAL = re.compile(rf"\s*({_LIST})(?=\s*,\s*[^\W\d_])")
_ONE = re.compile(r"\s*(\d{1,3}(?:\s?[-–—]\s?\d{1,3})?)")
_ROUND = re.compile(r"^\d{1,3}(?:[-–—]\d{1,3})?(?:,\s?\d{1,3}(?:[-–—]\d{1,3})?)*$")
_ENDS_CLAUSE = re.compile(r"\s*$|[.,;:?!](?!\d)|\s+(?:and|but|although|though|while|whereas|which|who|or)\b")
_STUDIES = re.compile(r"\b(?:et al\.|(?:studies|authors|researchers|trials|reviews|reports|surveys|papers)) $")
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TO_DIGITS = str.maketrans(_RAISED + "⁻⁽⁾", "0123456789-()")
_SUPERSCRIPT = re.compile(rf"[{_RAISED}]{{1,3}}(?:[,⁻–-]\s?[{_RAISED}]{{1,3}})*(?![⁺⁻⁰-⁹¹²³\w])")
_CARET = re.compile(rf"\^\{{\s?\[?(?P<inner>{_LIST})\]?\s?\}}|\^(?P<bare>\d{{1,2}}(?:[,–-]\d{{1,2}})*)(?![\w^])")
_FOOTNOTE = re.compile(r"\[\^(?P<id>[^\]\s\[]{1,40})\](?!:)")


def find(text: str, brackets: list[tuple[int, int]]) -> list[InText]:
    """Citations by number in ``text``; ``brackets`` are the pairs of brackets still free."""
    found = _labelled(text, [pair for pair in brackets if text[pair[0]] == "("])
    taken = [(one.start, one.end) for one in found]
    references = _references(text)
    free = set(untouched([(one.start, one.end) for one in references], taken))
    found += [one for one in references if (one.start, one.end) in free]
    unused = untouched(brackets, [(one.start, one.end) for one in found])
    found += _square(text, [pair for pair in unused if text[pair[0]] == "["])
    if not any(text[one.start] == "[" for one in found):
        found += _round(text, [pair for pair in unused if text[pair[0]] == "("])
    found += _raised(text)
    return found + [
        InText(match.start(), match.end(), "note", numbers=(int(match["id"]),) if match["id"].isdecimal() else ())
        for match in _FOOTNOTE.finditer(text)
    ]


def _references(text: str) -> list[InText]:
    """ "Ref. 21", "refs. 3 and 4", "Ref. [30]"."""
    found = []
    for match in _REFERENCE.finditer(text):
        numbers = _numbers(re.sub(r"\s?(?:,\s)?(?:and|&)\s?", ",", match["numbers"]))
        if numbers and text[match.start() - 1 : match.start()] not in ("[", "("):
            found.append(InText(match.start(), match.end(), "number", numbers=numbers))
    return found


# --- square brackets


def _square(text: str, brackets: list[tuple[int, int]]) -> list[InText]:
    found: list[InText] = []
    for start, end in brackets:
        read = _in_square(text, start, end)
        if read is None:
            continue
        numbers, pages = read
        last = found[-1] if found else None
        between = text[last.end : start] if last else ""
        if last and between in ("-", "–", "—") and len(last.numbers) == len(numbers) == 1:  # "[10]-[12]"
            whole = range(last.numbers[0], numbers[0] + 1)
            if 0 < len(whole) <= _LONGEST:
                found[-1] = InText(last.start, end, "number", numbers=tuple(whole))
                continue
        found.append(InText(start, end, "number", numbers=numbers, pages=pages))
    return found


def _in_square(text: str, start: int, end: int) -> tuple[tuple[int, ...], str] | None:
    inside = text[start + 1 : end - 1]
    label = _LABEL.match(inside)
    said = inside[label.end() :] if label else inside
    before, after = text[max(0, start - 40) : start], text[end : end + 2]
    if after[:1] in ("(", ":") and not before.strip():
        return None  # "[1]: https://..." at the head of a line
    if re.match(r"\(https?:|\(\w+\.\w", text[end : end + 8]):
        return None
    if not before.strip() and re.match(r"\s+[A-Z]", text[end : end + 6]):
        return None  # an entry of a list
    if re.search(r"(?<![^\W_])[^\W_]$|[_)}=]$|\^\{$", before):
        return None  # "a[2]", "f(x)[1]"; "^{[2]}" is a raised digit
    if _PLAIN.match(said):
        numbers = _numbers(said)
        return (numbers, "") if numbers and not _interval(before, said, text[end : end + 12]) else None
    return _with_places(said)


def _with_places(inside: str) -> tuple[tuple[int, ...], str] | None:
    """Numbers and pages of "3, p. 12" and "3, Sec. 2; 8, Fig. 4"."""
    pages = ""
    numbers: list[int] = []
    for part in inside.split(";"):
        listed = _SEVERAL.match(part) or _ONE.match(part)
        if listed is None or not (read := _numbers(listed.group(1))):
            return None
        stop, here = place_in_work(part, listed.end())
        if part[stop:].strip(" ."):
            return None
        pages = pages or here
        numbers += read
    return tuple(numbers), pages


def _interval(before: str, inside: str, after: str) -> bool:
    """ "any number in [1, 4]": two numbers with a comma after a word of reckoning."""
    if not re.match(r"^\s*\d+(?:\s?[,;]\s?\d+)+\s*$", inside):
        return False
    return bool(
        re.search(
            r"\b(?:intervals?|numbers?(?:\s+in)?|range|domain|values?(?:\s+in)?|closed|between|lies? in|belongs to|scale|over|lists?|sets?|arrays?|vectors?|sequences?|pairs?|bounds|windows?)\s*$|[∈=<>]\s*$",
            before,
        )
    )


def _numbers(text: str) -> tuple[int, ...]:
    """Every number of "1, 4-6"; none where it can be no list of references."""
    found: list[int] = []
    for part in re.split(r"[,;]", text):
        ends = [int(end) for end in re.findall(r"\d+", part)]
        if not ends or ends[0] == 0 or ends[-1] > _MOST or part.strip().startswith("0"):
            return ()
        if len(ends) == 2 and not 0 < ends[1] - ends[0] <= _LONGEST:
            return ()
        found += range(ends[0], ends[-1] + 1)
    return tuple(found)


# --- round brackets


def _round(text: str, brackets: list[tuple[int, int]]) -> list[InText]:
    """ "(3)" at the end of a clause; counts, ages, scores, enumerations and numbered things are left out."""
    found = []
    for start, end in brackets:
        inside = text[start + 1 : end - 1].strip()
        if not _ROUND.match(inside) or not (numbers := _numbers(inside)):
            continue
        rising = all(one < other for one, other in pairwise(numbers))
        plain = rising and numbers[-1] <= 200 and not re.match(r"\d{1,3},\d{3}$", inside)
        if plain and _closes_clause(text, start, end, inside):
            found.append(InText(start, end, "number", numbers=numbers))
    singles = [one.numbers[0] for one in found if len(one.numbers) == 1]
    if len(singles) > 1 and _enumerates(text, found):
        return []
    return found


def _labelled(text: str, brackets: list[tuple[int, int]]) -> list[InText]:
    """ "(ref. 12)", "(see refs 3, 4)"."""
    found = []
    for start, end in brackets:
        inside = text[start + 1 : end - 1].strip()
        label = _LABEL.match(inside)
        if label and "ref" in label.group().lower() and _ROUND.match(inside[label.end() :]):
            numbers = _numbers(inside[label.end() :])
            found += [InText(start, end, "number", numbers=numbers)] if numbers else []
    return found


def _closes_clause(text: str, start: int, end: int, said: str) -> bool:
    """Whether a number in brackets ends a clause of plain words, so that it can be no count, age or score."""
    if text[start - 1 : start] not in (" ", ")"):
        return False
    if _STUDIES.search(text, max(0, start - 24), start):
        return True
    if not _ENDS_CLAUSE.match(text, end):
        return False
    before = text[max(0, start - 60) : start].split()
    last = before[-1].strip("*_") if before else ""
    if not last or last[-1] in "\"”’'":
        return False  # after words that are quoted a number is a page
    small = last.lower().strip(".,")
    if small in words("citing", "numbered") or small in words("citing", "needed_after"):
        return False
    if last[0].isupper() and not last.endswith(")"):
        return False
    if said.isdecimal():
        counted = len(before) > 1 and before[-2].lower() in ("few", "many", "several", "all", "total", "only", "some")
        return not (counted or last[-1].isdigit() or small in _number_words() or small in words("citing", "scores"))
    near = {word.lower().strip(".,;:") for word in before[-6:]}
    return "," in said or not near & words("citing", "scores")


def _enumerates(text: str, found: list[InText]) -> bool:
    """ "poverty (1), illiteracy (2) and unemployment (3)" in one sentence."""
    for one, other in pairwise(found):
        run = len(one.numbers) == len(other.numbers) == 1 and other.numbers[0] == one.numbers[0] + 1
        if run and one.numbers[0] == 1 and not re.search(r"[.!?]\s", text[one.end : other.start]):
            return True
    return False


# --- raised digits


def _raised(text: str) -> list[InText]:
    found = []
    for match in _SUPERSCRIPT.finditer(text):
        numbers = _numbers(match.group().translate(_TO_DIGITS))
        if numbers and _after_word(text, match.start()):
            found.append(InText(match.start(), match.end(), "superscript", numbers=numbers))
    for match in _CARET.finditer(text):
        numbers = _numbers(match["inner"] or match["bare"])
        if numbers and _after_word(text, match.start()):
            found.append(InText(match.start(), match.end(), "superscript", numbers=numbers))
    return found


def _after_word(text: str, place: int) -> bool:
    """Whether a raised digit follows a word or its stop, and no figure, unit or letter of a formula."""
    before = text[max(0, place - 40) : place]
    if not before or before[-1].isspace() or before[-1].isdigit() or before[-1] in "([{/+=×*<>-":
        return False
    if not before[-1].isalpha():
        return True
    word = re.search(r"[^\W\d_]+$", before)
    assert word is not None
    figure = re.search(r"\d\s?$", before[: word.start()])
    return (
        len(word.group()) > 1
        and word.group().lower() not in words("citing", "units")
        and not (figure and len(word.group()) < 4)
    )


@cache
def _number_words() -> frozenset[str]:
    return frozenset(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "fifteen",
            "twenty",
            "thirty",
            "forty",
            "fifty",
            "sixty",
            "seventy",
            "eighty",
            "ninety",
            "hundred",
        ]
    )
