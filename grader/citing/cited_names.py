"""Who is cited: the names of a citation, read from inside its bracket or from the words before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from grader.citing.around import char_before
from grader.citing.known_names import (
    could_write,
    has_body,
    is_headed,
    is_institution,
    is_ordinary,
    is_paper,
    is_place,
    is_shaped,
    is_title,
    is_token,
    opens_sentence,
)
from grader.lexicon import words

_FARTHEST = 170  # characters before a bracket in which its names stand
_MOST_WORDS = 14
_TOKEN = re.compile(r"\S+")
_ET_AL = re.compile(
    r",?\s+(?:et\.?\s+al\b\.?,?|(?:and|&)\s+(?:(?:his|her|their)\s+)?(?:colleagues|others|co-?workers|co-?authors|associates))$"
)
_ACRONYM = re.compile(r"\s*(?:\[([^\[\]()]{2,20})\]|\(([^\[\]()]{2,20})\))\s*$")
_TITLE = re.compile(r"^[\"“‘'].{2,160}[\"”’']$")
_SPLIT = re.compile(r"\s*,?\s*&\s*|,?\s+and\s+|\s*,\s*")
_INITIALS = re.compile(r"^(?:[^\W\d_]\.[-\s]?){1,4}$|^[A-Z]{1,2}$")
_PLAIN_NAME = re.compile(r"^[^\W\d_]{2,}$")
_SUFFIX = re.compile(r"^(?:Jr|Sr|I{2,3}|IV)\.?$")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
# "World Bank's World Development Report": the body is the author.
_REPORT_OF = re.compile(
    r"^((?:[A-Z][\w-]*\s?){1,5})['’]s (?:[A-Z][\w-]*\s){1,6}(?:Report|Survey|Outlook|Review|Index)$"
)
_OPENING = '"“‘([*_'


@dataclass(frozen=True, slots=True)
class Authors:
    """``names`` are surnames or bodies as written; none where a title stands in their place. ``start`` is where they begin."""

    names: tuple[str, ...]
    start: int = 0
    et_al: bool = False
    joined: str = ""  # "&" or "and" before the last name


def read(text: str, sure: bool = False, careful: bool = False) -> Authors | None:
    """The names that are the whole of ``text``; None where it holds anything else.

    Args:
        sure: the rest of the citation leaves no doubt, so that even a place or a month may be a surname.
        careful: nothing but the names and a year speak for a citation, so that a title or a thing must not pass.
    """
    plain = text.strip(" ,")
    start = text.find(plain) if plain else 0
    if _TITLE.match(plain):
        return Authors((), start)
    names, et_al, joined = _without_others(_ACRONYM.sub("", plain))
    if not names:
        return None
    pieces, joiner = _pieces(names)
    read_names: list[str] = []
    for piece in pieces:
        if read_names and not joiner and is_paper(piece):
            continue  # "Khan, Dawn, 16 May 2016"
        if not read_names and _PLAIN_NAME.match(piece) and (piece.isupper() or (et_al and len(pieces) == 1)):
            read_names.append(piece)  # "UN", "rahman et al."
        elif _INITIALS.match(piece) or _SUFFIX.match(piece) or piece.lower() in words("citing", "asides"):
            if not read_names:
                return None
        elif not is_shaped(piece, careful):
            return None
        else:
            read_names.append(piece)
    if careful and len(read_names) > 1 and any(map(is_title, read_names)):
        return None
    if not read_names or not (sure or any(could_write(name, careful) for name in read_names)):
        return None
    return Authors(tuple(read_names), start, et_al, joined or joiner)


def before(text: str, end: int) -> Authors | None:
    """The names that end at ``end``, as in "Khan and Ali (2019)"; a possessive's "'s" is left out of them."""
    if acronym := _ACRONYM.search(text, max(0, end - 25), end):  # "World Health Organization [WHO] (2020)"
        end = acronym.start()
    tokens = [(match.start(), match.group()) for match in _TOKEN.finditer(text, max(0, end - _FARTHEST), end)]
    if tokens and tokens[0][0] == end - _FARTHEST > 0:
        del tokens[0]  # cut through, perhaps
    if tokens and _in_italics(tokens[-1][1]) and not is_paper(tokens[-1][1].strip("*_")):
        return None  # "*Animal Farm* (1945)"
    first = _first_of(tokens)
    while first < len(tokens):
        first = _without_openers(tokens, first, text)
        if first >= len(tokens):
            break
        start = tokens[first][0]
        start += len(text[start:end]) - len(text[start:end].lstrip(_OPENING))
        said = _POSSESSIVE.sub("", text[start:end].rstrip(" ,*_").replace("*", ""))
        said = _REPORT_OF.sub(r"\1", said)
        if (following := _after_place(tokens, first)) is None and (authors := read(said, careful=True)) is not None:
            return _with_article(text, Authors(authors.names, start, authors.et_al, authors.joined))
        if following is None:
            return None
        first = following
    return None


def _in_italics(token: str) -> bool:
    """Whether a word ends what stands in italics, as titles do; "*et al.*" is none."""
    return token[-1:] in "*_" and not token.strip("*_").startswith("al")


def _without_others(text: str) -> tuple[str, bool, str]:
    """Names without "et al." or "and colleagues"."""
    match = _ET_AL.search(text)
    if match is None:
        return text, False, ""
    joined = "&" if "&" in match.group() else "and" if re.search(r"\band\b", match.group()) else ""
    return text[: match.start()].rstrip(" ,"), True, joined


def _pieces(text: str) -> tuple[list[str], str]:
    """Names apart, and what joins the last two; "Ministry of Food and Agriculture" stays whole."""
    if "&" not in text and _one_body(text):
        return [text], ""
    pieces = [piece for piece in _SPLIT.split(text) if piece]
    joiners = re.findall(r"&|\sand\s", text)
    joined = joiners[-1].strip() if joiners else ""
    if joined == "&" and " and " in text:  # "Food and Agriculture Organization & World Bank"
        halves = [half.strip(" ,") for half in text.split("&")]
        if any(_one_body(half) for half in halves):
            return halves, joined
    return pieces, joined


def _one_body(text: str) -> bool:
    """Whether commas and "and" are inside one body's name."""
    if is_institution(text):
        return True
    tokens = [token.strip(",").lower() for token in text.split()]
    left, joined, right = text.rpartition(" and ")
    if joined and (is_institution(right) or (is_headed(left) and is_headed(right))):
        return False  # "Ministry of Finance and World Bank"
    heads = words("citing", "body_heads")
    for token, following in pairwise(tokens[:5]):
        if token.removesuffix("s") in heads and following in words("citing", "connectors"):
            return True
    if not joined or not has_body(right):
        return False
    return tokens[0] in words("citing", "body_adjectives") or (
        not has_body(left) and all(is_ordinary(word.strip(",")) for word in left.split())
    )


def _first_of(tokens: list[tuple[int, str]]) -> int:
    """Index of the leftmost token that may belong to the names; ``len(tokens)`` where none does."""
    place = len(tokens) - 1
    if place < 0:
        return 0
    end = _POSSESSIVE.sub("", " ".join(["", *(token.strip("*_") for _, token in tokens[-3:])]))
    others = _ET_AL.search(end)
    if others is None and tokens[place][1].endswith(","):
        return len(tokens)
    listed = others is not None  # after "and" or "et al." commas may stand between names
    place -= len(others.group().replace(",", " ").split()) if others else 0
    first = len(tokens)
    while place >= 0 and len(tokens) - place <= _MOST_WORDS:
        token = tokens[place][1]
        core = token.strip(_OPENING).rstrip(",*_")
        fresh = first == len(tokens)
        if (token.endswith(",") and not listed) or token.rstrip("*_")[-1:] in ';:!?)]”"':
            break
        if core in ("v.", "v", "vs.", "vs"):
            return len(tokens)  # a case in court
        if core in ("and", "&"):
            if fresh:
                break
            listed = True
        elif core in words("citing", "particles") or core in ("of", "for", "on", "the"):
            if fresh:
                break
        elif is_token(core) or _INITIALS.match(core) or _SUFFIX.match(core):
            if core.endswith(".") and not (fresh or _INITIALS.match(core) or core.lower() in words("citing", "titles")):
                break  # the end of the sentence before
            first = place
        else:
            if core in ("in", "to", "with", "at") and _goes_on(tokens, place):
                return len(tokens)  # "Women in Love (1920)", "Forbes Field in Pittsburgh (1909)"
            break
        if token[:1] in _OPENING:
            break
        place -= 1
    while 0 < first < len(tokens) and tokens[first - 1][1] in words("citing", "particles"):
        first -= 1
    return first


def _goes_on(tokens: list[tuple[int, str]], place: int) -> bool:
    """Whether a small word stands inside a longer name: a capital before it that does not just open the sentence."""
    if place < 2:
        return False
    word, before_it = tokens[place - 1][1], tokens[place - 2][1]
    return word[:1].isupper() and word[-1:].isalpha() and before_it[-1:] not in ".!?"


def _without_openers(tokens: list[tuple[int, str]], first: int, text: str) -> int:
    """Index after the words at the head that only have a capital since they open the sentence, and after titles."""
    while first < len(tokens):
        core = _core(tokens[first][1])
        if not core or core in ("and", "&") or (core in words("citing", "connectors")):
            first += 1
            continue
        following = _core(tokens[first + 1][1]) if first + 1 < len(tokens) else ""
        name_follows = bool(following) and following[0].isupper() and not is_ordinary(following)
        head = char_before(text, tokens[first][0], skipped=_OPENING + "'") in ("", ".", "!", "?")
        if not opens_sentence(core, last=not following, bare=head and name_follows):
            break
        first += 1
    return first


def _after_place(tokens: list[tuple[int, str]], first: int) -> int | None:
    """Where to read on when a place stands at the head of what looked like a list of names."""
    core = tokens[first][1].strip(_OPENING)
    plain = core.strip(",")
    if first + 1 == len(tokens):
        return None
    if core.endswith(",") and is_place(plain):
        return first + 1  # "In Pakistan, Khan and Ali (2019)"
    return None


def _with_article(text: str, authors: Authors) -> Authors:
    """ "The Nation", "The Economist": papers whose names have an article, though "the World Bank" has none."""
    full = text[authors.start - 4 : authors.start] + authors.names[0] if authors.names and authors.start >= 4 else ""
    if full.startswith("The ") and is_paper(full):
        return Authors((full, *authors.names[1:]), authors.start - 4, authors.et_al, authors.joined)
    return authors


def _core(token: str) -> str:
    return token.strip(_OPENING + ",")
