"""Citations by author and page: "(Khan 12)", "Khan writes ... (12-14)", "("Short Title" 14)"."""

from __future__ import annotations

import re
from bisect import bisect_left

from grader.citing import cues
from grader.citing.around import char_before, last_word, trimmed
from grader.citing.cited_names import Authors, before, read
from grader.citing.cited_when import NUMBERS, dates, place_in_work
from grader.citing.known_names import is_body, is_institution, is_ordinary, is_place, is_token
from grader.citing.model import InText
from grader.lexicon import phrase_pattern, words
from grader.words import is_stopword

_FOUR = re.compile(r"(?:1[5-9]|20)\d\d$")
_PAGE = r"(?:1?\d{1,3}|[A-D]\d{1,2}|[ivxl]{1,6})(?:\s?[-–—]\s?(?:1?\d{1,3}|[ivxl]{1,6}))?"
_PAGES = rf"{_PAGE}(?:,\s?{_PAGE})*|\d+\.\d+(?:\.\d+)?(?:[-–]\d+(?:\.\d+)*)?"
_NAMED = re.compile(rf"^(?P<who>[^\d\"“]*?[^\W\d_.,:]\.?[\"”]?,?)\s+(?:\d{{1,2}}\s?:\s?)?(?P<pages>{_PAGES})$")
_QUOTED = re.compile(
    rf"^(?:(?P<who>[^\d\"“]+?),\s+)?[\"“][^\"“”]{{2,120}}[\"”],?\s+(?P<pages>(?:(?:lines?|ll\.|pars?\.|paras?\.|p\.|pp\.)\s)?(?:{_PAGES}))$"
)
_IN_ITALICS = re.compile(r"^([*_])([^*_]{2,80})\1(?=,?\s)")
_LOCATED = re.compile(
    r"^(?P<who>[^\d\"“,]+?),\s+(?=(?:lines?|ll|pars?|paras?|pp?|chs?|chap|vols?|bk|act|canto)\b)", re.IGNORECASE
)
_TITLED = re.compile(r"^(?P<who>[^,]+),\s+(?P<title>[A-Z][^,]{2,80})$")
_ONLY_PAGES = re.compile(rf"^(?:(?P<p>pp?\.?|pages?)\s?)?(?P<pages>{NUMBERS})$", re.IGNORECASE)
_YEARS = re.compile(r"\d{4}\s?[-–—]|\d{3}\s?[-–—]\s?\d{3}$")  # of a life or a reign
_NO_PAGE = re.compile(r"(?:1[5-9]|20)\d\d\b|\d{1,3},\d{3}\b|\d+\.\d+$")
_QUOTES = frozenset("\"”’'")
_STOP = re.compile(r"[.!?][\"”’')\]]*\s+(?=[A-Z\"“‘(])")
_GOES_ON = re.compile(
    r"\s*(?:$|[.,;:?!)\]—–]|(?:and|but|or|while|whereas|which|who|though|although|yet|as|is|was|in|to|that|how|why|when|where|because)\b)"
)
_CAPITALISED = re.compile(r"(?<![\w.’'-])[^\W\d_a-z][\w’'-]*(?:\s[^\W\d_a-z][\w’'.-]*){0,3}")


def find(text: str, brackets: list[tuple[int, int]], dated: list[InText]) -> list[InText]:
    """Citations by author and page in ``text``.

    Args:
        brackets: pairs of brackets still free.
        dated: the citations by author and year found before, which a bracket with only a page may go on from.
    """
    found: list[InText] = []
    named = sorted((one for one in dated if one.authors), key=lambda one: one.start)
    for start, end in brackets:
        if text[start] != "(" or (found and start < found[-1].end):
            continue
        inside = text[start + 1 : end - 1].replace("*", "").replace("_", "").strip()
        if not inside:
            continue
        if year := _year_and_pages(inside):
            found += _goes_on_dated(text, start, end, *year, _latest(named, found, start))
        elif only := _ONLY_PAGES.match(inside):
            found += _after_name(text, start, end, only) or _carried(
                text, start, end, only, _latest(named, found, start)
            )
        elif _GOES_ON.match(text, end):
            found += _in_bracket(text, start, end)
    return found


def _latest(named: list[InText], found: list[InText], place: int) -> InText | None:
    """The citation with authors that stands nearest before ``place``; both lists are in order."""
    before_it = bisect_left(named, place, key=lambda one: one.start)
    near = [*named[max(0, before_it - 1) : before_it], *(one for one in found[-1:] if one.authors)]
    return max(near, key=lambda one: one.start, default=None)


def _in_bracket(text: str, start: int, end: int) -> list[InText]:
    inside = text[start + 1 : end - 1]
    parts = inside.split(";")
    after_quote = char_before(text, start) in _QUOTES
    read_parts = [_part(part.strip(), after_quote) for part in parts]
    if any(one is None for one in read_parts):
        return _author_only(text, start, end) if after_quote and len(parts) == 1 else []
    sure = after_quote or any(one is not None and one[3] for one in read_parts)
    if not sure and all(one is not None and _doubtful(one[0]) for one in read_parts):
        return []
    found = []
    at = start + 1
    for part, one in zip(parts, read_parts, strict=True):
        assert one is not None
        authors, pages, offset, _ = one
        lead = len(part) - len(part.lstrip())
        where = (start, end) if len(parts) == 1 else (at + lead + offset, at + len(part.rstrip()))
        found.append(InText(*where, "bracket", authors.names, pages=pages, et_al=authors.et_al, joined=authors.joined))
        at += len(part) + 1
    return found


def _part(part: str, after_quote: bool) -> tuple[Authors, str, int, bool] | None:
    """Names, pages, where the names begin, and whether a word such as "see" says that this is a citation."""
    plain = _IN_ITALICS.sub(r'"\2"', part).replace("*", "").replace("_", "")
    cue = cues.before_names().match(plain) or cues.second_hand().search(plain)
    offset = cue.end() if cue else 0
    said = plain[offset:]
    if quoted := _QUOTED.match(said):
        who = quoted.group("who")
        authors = read(who) if who else Authors(())
        pages = re.sub(r"^pp?\.\s", "", quoted.group("pages"))
        return (authors, pages, offset, True) if authors else None
    if located := _LOCATED.match(said):
        stop, pages = place_in_work(said, located.end("who"))
        authors = _writer(located.group("who"))
        return (authors, pages, offset, True) if authors and stop == len(said) else None
    if cue and cues.second_hand().search(cue.group()) and (alone := _writer(said)):
        return alone, "", offset, True  # "qtd. in Rahman"
    if (named := _NAMED.match(said)) is None or _FOUR.match(named.group("pages")):
        return None
    who = named.group("who").strip(" ,")
    if titled := _TITLED.match(who):
        tokens = titled.group("title").split()
        title = all(token[0].isupper() or is_stopword(token) for token in tokens)
        authors = _writer(titled.group("who")) if title else None
        return (authors, named.group("pages"), offset, True) if authors else None
    if named.group("who").endswith(","):
        return None  # "(Tariq, 34)" is an age
    authors = _writer(who)
    sure = (
        bool(cue) or "." in named.group("pages") or (authors is not None and (len(authors.names) > 1 or authors.et_al))
    )
    return (authors, named.group("pages"), offset, sure) if authors else None


def _writer(who: str) -> Authors | None:
    authors = read(who, careful=True)
    if authors is None or not authors.names:
        return None
    for name in authors.names:
        tokens = name.split()
        if tokens[-1].lower().strip(".") in words("citing", "numbered"):
            return None
        if (
            len(tokens) > 4
            or (name.isupper() and len(name) > 1 and not is_institution(name))
            or is_place(name)
            or any(map(str.isdigit, name))
        ):
            return None
    return authors


def _doubtful(authors: Authors) -> bool:
    """Whether a name is a word as well ("Young"), so that its capital says little."""
    return any(
        (" " not in name and (is_ordinary(name) or name.lower() in words("citing", "surname_words")))
        for name in authors.names
    )


def _author_only(text: str, start: int, end: int) -> list[InText]:
    """ "unearned" (Lowell): a surname alone, right after words that are quoted and are no name themselves."""
    name = text[start + 1 : end - 1].strip()
    if (
        " " in name
        or not name.isalpha()
        or not is_token(name)
        or sum(map(str.isupper, name)) > 2
        or (name.endswith("s") and name[:-1].isupper())
        or _doubtful(Authors((name,)))
    ):
        return []
    opened = max(text.rfind(mark, 0, trimmed(text, start) - 1) for mark in '"“‘')
    quoted = text[opened + 1 : start].strip(' "”’') if opened >= 0 else ""
    if not quoted or (quoted[0].isupper() and len(quoted.split()) < 4) or (authors := _writer(name)) is None:
        return []
    return [InText(start, end, "bracket", authors.names)]


def _after_name(text: str, start: int, end: int, only: re.Match[str]) -> list[InText]:
    """ "as Spillers (67) observes"; without "as" it could be an age."""
    if only.group("p") is None and (not only.group("pages")[0].isdigit() or _YEARS.match(only.group("pages"))):
        return []
    authors = before(text, trimmed(text, start))
    if authors is None or not authors.names or text[start - 1 : start] != " ":
        return []
    verb = re.match(r",?\s+(?:\w+ly\s+)?([a-z]+)", text[end : end + 40])
    says = verb is not None and verb.group(1) in words("citing", "works_do")
    previous = last_word(text, authors.start).lower()
    handed = previous in ("as", "to", "like", "by") or _reports(previous)
    ranged = re.search(r"\d\s?[-–—]\s?\d", only.group("pages"))
    quotes = re.search(r"[\"“]", text[end : end + 120]) is not None
    told = handed and (only.group("p") or _reports(previous))
    if not (says and (handed or only.group("p") or ranged or quotes)) and not told:
        return []
    if any(is_place(name) or is_body(name) for name in authors.names):
        return []
    return [
        InText(
            authors.start,
            end,
            "sentence",
            authors.names,
            pages=only.group("pages"),
            et_al=authors.et_al,
            joined=authors.joined,
        )
    ]


def _carried(text: str, start: int, end: int, only: re.Match[str], last: InText | None) -> list[InText]:
    """A bracket with only a page goes on from the author named before it in its sentence."""
    if not _GOES_ON.match(text, end):
        return []
    pages = only.group("pages")
    if only.group("p") is None and (not pages[0].isdigit() or _NO_PAGE.match(pages)):
        return []
    opens = _sentence_start(text, start)
    after_quote = char_before(text, start) in _QUOTES
    if last and opens <= last.start and (only.group("p") or after_quote):
        return [InText(start, end, "bracket", last.authors, last.year, pages, et_al=last.et_al, joined=last.joined)]
    authors = _who_says(text, opens, start, after_quote or only.group("p") is not None)
    if authors is None:
        return []
    return [InText(start, end, "bracket", authors.names, pages=pages, et_al=authors.et_al, joined=authors.joined)]


def _year_and_pages(inside: str) -> tuple[str, str] | None:
    """ "2003, 27", "2019b": a year without its author, and the pages."""
    when = dates().match(inside)
    if when is None:
        return None
    end, pages = place_in_work(inside, when.end())
    return (when.group(), pages) if end == len(inside) else None


def _goes_on_dated(text: str, start: int, end: int, year: str, pages: str, last: InText | None) -> list[InText]:
    """'Mbembe asks "who matters and who does not" (2003, 27)': the author stands in the sentence, the year after the words."""
    after_quote = char_before(text, start) in _QUOTES
    opens = _sentence_start(text, start)
    if not (after_quote or pages) or (last and last.year and opens <= last.start):
        return []
    authors = _who_says(text, opens, start, sure=True)
    if authors is None:
        return []
    return [InText(start, end, "bracket", authors.names, year, pages, et_al=authors.et_al, joined=authors.joined)]


def _sentence_start(text: str, place: int) -> int:
    first = max(0, place - 500)
    stops = [match.end() for match in _STOP.finditer(text, first, place)]
    return next((stop for stop in reversed(stops) if text[max(0, stop - 4) : stop - 2] not in (" J", " S")), first)


def _who_says(text: str, start: int, end: int, sure: bool) -> Authors | None:
    """The last name of a sentence that says something in it: "Khan writes", "as Morrison puts it".

    Args:
        sure: the bracket follows a quotation or has "p.": without either the sentence must open with the name of a
            person in full, and tell in the present tense what he or she does in the work.
    """
    sentence = text[start:end]
    for match in reversed(list(_CAPITALISED.finditer(sentence))):
        stop = start + match.end()
        verb = re.match(r"(?:\s\w+ly)?\s([a-z]+)", text[stop : stop + 40])
        said = re.search(r"(\w+)\s$", text[max(0, start + match.start() - 20) : start + match.start()])
        reports = verb is not None and (verb.group(1) in words("citing", "works_do") or _reports(verb.group(1)))
        handed = said is not None and (said.group(1) in ("to", "by") or _reports(said.group(1)))
        tells = match.start() == 0 and verb is not None and re.match(r"[a-z]+[^s\W]s$", verb.group(1)) is not None
        if not (reports or (handed and sure) or (tells and not sure and " " in match.group())):
            continue
        authors = before(text, stop)
        if authors is None or not authors.names or any(map(is_ordinary, authors.names)):
            continue
        if any(is_place(name) or is_body(name) for name in authors.names):
            continue
        if reports or handed or " " in authors.names[0]:
            return authors
    return None


def _reports(verb: str) -> bool:
    return phrase_pattern("sources", "reporting").fullmatch(verb) is not None
