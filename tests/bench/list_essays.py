"""Clean coursework essays with citations and a reference list, printed from invented works by citeproc-py.

``essay(works, style, seed)`` draws a dozen works, writes prose of our own templates that cites them in the style's own
forms (in brackets and in the sentence, with pages, several in one bracket, by acronym, at second hand), and prints the
list. What comes back knows where each citation and entry stands, so that a fault can be planted and looked for.
"""

from __future__ import annotations

import json
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from grader.citing.expected import printed

HERE = Path(__file__).parent / "works"
STYLES = ("apa", "harvard", "mla", "chicago-author-date", "chicago-notes", "ieee", "vancouver", "elsevier-harvard")
AUTHOR_YEAR = ("apa", "harvard", "chicago-author-date", "elsevier-harvard")
NUMERIC = ("ieee", "vancouver")
OUTSIDE = {"elsevier-harvard": str(HERE / "elsevier-harvard.csl")}  # (CC BY-SA 3.0) is not shipped with the grader
SPELLED_OUT = {"apa": 2, "harvard": 3, "mla": 2, "chicago-author-date": 3, "elsevier-harvard": 2, "chicago-notes": 3}
HEADINGS = ("REFERENCES", "## References", "## Bibliography", "**Reference List**", "Works Cited")

Work = Mapping[str, Any]

SECTIONS = (
    "Introduction",
    "The setting",
    "The evidence",
    "The other side",
    "What was tried",
    "What it cost",
    "Conclusion",
)
CLAIMS = [
    "rents rose faster than wages in the smaller towns",
    "the poorest households paid more for the same service",
    "local officers had little reason to keep the rules",
    "most of the gains went to those who already had land",
    "women were left out of the first count",
    "the new fee changed very little on the ground",
    "neighbours settled most quarrels before they reached an office",
    "prices in the bazaar followed the harvest and not the budget",
    "the reform worked where the records were in order",
    "older people trusted the old arrangement",
    "the subsidy reached the mills and not the kitchens",
    "young men left the village in the dry months",
    "repairs were put off until something broke",
    "small traders kept two sets of books",
    "the district with the best roads had the worst schools",
    "what was promised in the plan was seldom built",
    "families spread their risk over several crops",
    "the tax fell on those who could not avoid it",
    "the committee met twice and then no more",
    "credit was cheap for the few and dear for the many",
    "a clear rule was worth more than a generous one",
    "the office counted visits and not results",
    "trust grew slowly and was lost in a season",
    "the middlemen were neither villains nor saviours",
]
PLAIN = [
    "This was not what the planners had hoped for.",
    "The point matters because money is short.",
    "Few of those who wrote the rules had to live by them.",
    "The district was divided in 1947, and the records were divided with it.",
    "It would be wrong to draw too much from a single case.",
    "Article 140 of the constitution speaks of local government, but it does not say who pays.",
    "The second plan (1960-65) had already tried it.",
    "Much depends on who keeps the accounts.",
    "The old canal (built in 1892) still feeds most of the fields.",
    "Something similar can be said of the towns.",
]
QUOTED = [
    "no rule outlives the office that was meant to keep it",
    "the water went where the money had gone before",
    "what is counted is kept and what is not counted is lost",
    "the poor pay twice and the rich pay late",
    "nobody repairs what everybody is free to break",
    "a queue is the cheapest form of government",
]
BRACKET = (
    "{Claim}{b}.",
    "It has been shown that {claim}{b}.",
    "{Claim}, although {claim2}{b}.",
    "In many districts {claim}{b}.",
)
SENTENCE = (
    "{c} found that {claim}{t}.",
    "According to {c}, {claim}{t}.",
    "{c} showed that {claim}{t}, and that {claim2}.",
    "As {c} pointed out, {claim}{t}.",
)
QUOTE_BRACKET = ("One study concludes that “{quote}”{b}.", "The lesson is that “{quote}”{b}.")
QUOTE_SENTENCE = ("As {c} put it, “{quote}”{t}.", "{c} wrote that “{quote}”{t}.")


@dataclass(frozen=True)
class Cite:
    """One or more works cited in one place; ``pages`` only with one work. ``text`` overrides what the style prints."""

    works: tuple[str, ...]
    form: str  # bracket | sentence
    pages: str = ""
    quote: bool = False
    text: str = ""
    note: str = ""  # the footnote in full, in place of what the style prints
    acronym: str = ""  # "first": the body with its acronym, "again": the acronym alone
    second_hand: str = ""  # the author whom the work cites


@dataclass(frozen=True)
class Listed:
    """One entry of the list: the work and the text as printed, without a number."""

    work: str
    text: str


@dataclass(frozen=True)
class Plan:
    """An essay before it is printed: sentences by paragraph, citations in order, the list in order."""

    style: str
    works: Mapping[str, Work]
    paragraphs: tuple[tuple[tuple[str, int | None], ...], ...]  # (template, index of its citation)
    cites: tuple[Cite, ...]
    listed: tuple[Listed, ...]
    heading: str = "REFERENCES"
    numbers: Mapping[str, int] = field(default_factory=dict)  # of numeric styles
    notes_last: bool = True


@dataclass(frozen=True)
class Printed:
    """The essay's text; where each citation (by index) and each entry (by index in the list) stands."""

    text: str
    cites: tuple[tuple[int, int], ...]
    entries: tuple[tuple[int, int], ...]
    notes: Mapping[int, tuple[int, int]]  # by index of the citation
    sentences: tuple[tuple[int, int], ...]  # of each citation


def works(name: str) -> dict[str, Work]:
    """The invented works of one set ("dev" or "held_back"), CSL-JSON by id."""
    return {item["id"]: item for item in json.loads((HERE / f"{name}.json").read_text("utf-8"))}


def names(work: Work) -> list[str]:
    """Surnames and bodies of the authors."""
    return [name.get("literal") or name["family"] for name in work["author"]]


def year(work: Work) -> str:
    """The year with its letter."""
    return f"{work['issued']['date-parts'][0][0]}{work.get('year-suffix', '')}"


def entries(chosen: Sequence[Work], style: str) -> list[Listed]:
    """The works as a list of the style prints them, in its order."""
    lettered = style in AUTHOR_YEAR
    items = [work if lettered else {k: v for k, v in work.items() if k != "year-suffix"} for work in chosen]
    return [Listed(key, text) for key, text in printed(items, style, OUTSIDE.get(style, ""))]


def plan(pool: Mapping[str, Work], style: str, seed: str) -> Plan:
    """A clean essay's plan: ten to thirteen works, among them the pair with one author and year, each cited."""
    chance = random.Random(seed)
    twins = [key for key, work in pool.items() if work.get("year-suffix")]
    first = chance.choice([key for key in twins if pool[key]["year-suffix"] == "a"])
    pair = [key for key in twins if names(pool[key]) == names(pool[first])]
    two = chance.sample([key for key, work in pool.items() if len(work["author"]) == 2], 2)
    many = chance.sample([key for key, work in pool.items() if len(work["author"]) >= 4], 1)
    rest = [key for key in pool if key not in {*twins, *two, *many}]
    chosen = [*pair, *two, *many, *chance.sample(rest, chance.randint(5, 8))]
    chance.shuffle(chosen)
    cites = [_cite(pool[key], style, chance) for key in chosen]
    cites += [_cite(pool[key], style, chance) for key in chance.sample(chosen, 4)]
    if style != "chicago-notes":
        cites.insert(6, Cite(tuple(chance.sample(chosen, 2)), "bracket"))
    cites = _acronyms(cites, pool, style)
    quotes = chance.sample([i for i, cite in enumerate(cites) if _paged(pool, cite)], 2)
    for i in quotes:
        cites[i] = replace(cites[i], quote=True, pages=cites[i].pages or str(chance.randint(3, 200)), second_hand="")
    numbers: dict[str, int] = {}
    if style in NUMERIC:
        for cite in cites:
            ordered = sorted(cite.works, key=lambda key: (numbers.get(key, 99), key))
            for key in ordered:
                numbers.setdefault(key, len(numbers) + 1)
        chosen.sort(key=numbers.__getitem__)
    listed = entries([pool[key] for key in chosen], style)
    heading = chance.choice(HEADINGS[:4]) if style != "mla" else "Works Cited"
    return Plan(
        style, pool, _prose(cites, chance), tuple(cites), tuple(listed), heading, numbers, chance.random() < 0.5
    )


def _paged(pool: Mapping[str, Work], cite: Cite) -> bool:
    single = len(cite.works) == 1 and not cite.acronym
    return single and pool[cite.works[0]]["type"] in ("article-journal", "book", "chapter")


def _cite(work: Work, style: str, chance: random.Random) -> Cite:
    pages = ""
    if work["type"] in ("article-journal", "book", "chapter") and (style == "mla" or chance.random() < 0.3):
        low = int(work.get("page", "10-90").split("-")[0])
        pages = str(low + chance.randint(0, 8))
        if chance.random() < 0.2:
            pages = f"{pages}–{int(pages) + 2}"
    form = "bracket" if chance.random() < 0.55 else "sentence"
    aside = "Marsh" if style in ("apa", "harvard") and form == "bracket" and chance.random() < 0.06 else ""
    return Cite((work["id"],), form, pages, second_hand=aside)


def _acronyms(cites: list[Cite], pool: Mapping[str, Work], style: str) -> list[Cite]:
    """A body cited twice in an author-year style: with its acronym at first, by it alone afterwards."""
    if style not in AUTHOR_YEAR:
        return cites
    seen: set[str] = set()
    found = []
    for cite in cites:
        body = pool[cite.works[0]]["author"][0].get("literal", "") if len(cite.works) == 1 else ""
        if len(body.split()) >= 3:
            cite = replace(cite, acronym="again" if body in seen else "first", second_hand="")
            seen.add(body)
        found.append(cite)
    return found


def _prose(cites: Sequence[Cite], chance: random.Random) -> tuple[tuple[tuple[str, int | None], ...], ...]:
    claims = iter(chance.sample(CLAIMS, len(CLAIMS)) * 3)
    quotes = iter(chance.sample(QUOTED, len(QUOTED)))
    paragraphs: list[tuple[tuple[str, int | None], ...]] = []
    part: list[tuple[str, int | None]] = []
    for i, cite in enumerate(cites):
        if cite.quote:
            template = chance.choice(QUOTE_BRACKET if cite.form == "bracket" else QUOTE_SENTENCE)
            template = template.replace("{quote}", next(quotes))
        else:
            template = chance.choice(BRACKET if cite.form == "bracket" else SENTENCE)
        claim, other = next(claims), next(claims)
        template = template.replace("{Claim}", claim[0].upper() + claim[1:]).replace("{claim}", claim)
        part.append((template.replace("{claim2}", other), i))
        if chance.random() < 0.5:
            part.append((chance.choice(PLAIN), None))
        if len(part) >= 4:
            paragraphs.append(tuple(part))
            part = []
    return (*paragraphs, tuple(part)) if part else tuple(paragraphs)


def render(made: Plan) -> Printed:
    """The essay as text, with the places of its citations, footnotes and entries."""
    parts: list[str] = ["# Who pays for the common good\n\n"]
    cite_at: dict[int, tuple[int, int]] = {}
    entry_at: list[tuple[int, int]] = []
    note_at: dict[int, tuple[int, int]] = {}
    sentence_at: dict[int, tuple[int, int]] = {}
    notes: list[tuple[int, str]] = []

    def place() -> int:
        return sum(map(len, parts))

    for number, paragraph in enumerate(made.paragraphs):
        parts.append(f"## {SECTIONS[number % len(SECTIONS)]}\n\n")
        for template, index in paragraph:
            if index is None:
                parts.append(template + " ")
                continue
            cite = made.cites[index]
            inside, tail = forms(made, index)
            text = template.replace("{c}", f"\x00{inside}\x01").replace("{b}", f" \x00{inside}\x01")
            text = text.replace("{t}", f" \x02{tail}\x03" if tail else "")
            if made.style == "chicago-notes":
                notes.append((index, cite.note or footnote(made, index)))
                text = text.replace(" \x00\x01", "").replace("\x00", "").replace("\x01", "")
                text += f"\x00[^{len(notes)}]\x01"
            start = place()
            low, high = text.index("\x00"), text.index("\x01")
            for mark in "\x00\x01\x02\x03":
                text = text.replace(mark, "")
            cite_at[index] = (start + low, start + high - 1)
            text = text[0].upper() + text[1:] if "{c}" in template[:3] else text
            sentence_at[index] = (start, start + len(text))
            parts.append(text + " ")
        parts.append("\n\n")
    footnotes = [f"[^{i}]: {text}" for i, (_, text) in enumerate(notes, 1)]
    if not made.notes_last:
        _put(parts, footnotes, [index for index, _ in notes], note_at)
    parts.append(f"{made.heading}\n\n")
    for i, one in enumerate(made.listed):
        if made.style == "ieee":
            parts.append(f"[{_number(made, i)}] ")
        elif made.style == "vancouver":
            parts.append(f"{_number(made, i)}. ")
        entry_at.append((place(), place() + len(one.text)))
        parts.append(one.text + "\n\n")
    if made.notes_last:
        _put(parts, footnotes, [index for index, _ in notes], note_at)
    cites = tuple(cite_at.get(i, (0, 0)) for i in range(len(made.cites)))
    return Printed(
        "".join(parts), cites, tuple(entry_at), note_at, tuple(sentence_at[i] for i in range(len(made.cites)))
    )


def _number(made: Plan, index: int) -> int:
    numbers = dict(made.numbers)
    key = made.listed[index].work
    earlier = [one.work for one in made.listed[:index]]
    return numbers[key] if key in numbers and key not in earlier else index + 1


def _put(parts: list[str], notes: Sequence[str], of: Sequence[int], places: dict[int, tuple[int, int]]) -> None:
    for index, text in zip(of, notes, strict=True):
        start = sum(map(len, parts))
        places[index] = (start, start + len(text))
        parts.append(text + "\n\n")


def forms(made: Plan, index: int) -> tuple[str, str]:
    """What a citation looks like in the sentence or bracket, and what follows the claim ("(12)" in MLA)."""
    cite = made.cites[index]
    style = made.style
    if cite.text:
        return cite.text, forms(
            replace(made, cites=(*made.cites[:index], replace(cite, text=""), *made.cites[index + 1 :])), index
        )[1]
    if style in NUMERIC:
        return _numeric(made, cite), ""
    if style == "chicago-notes":
        return (_who(cite, made.works[cite.works[0]], style, "sentence") if cite.form == "sentence" else ""), ""
    if cite.form == "sentence":
        work = made.works[cite.works[0]]
        who = _who(cite, work, style, "sentence")
        if style == "mla":
            inside = [_short(work)] if _has_sibling(made, work) else []
            inside += [cite.pages] if cite.pages else []
            return who, (f"({' '.join(inside)})" if inside else "")
        if cite.acronym == "first":
            who = f"the {names(work)[0]} ({_acronym(work)}, {year(work)}{_pages(cite, style)})"
            return who, ""
        return f"{who} ({year(work)}{_pages(cite, style)})", ""
    inside = sorted((_inside(made, cite, made.works[key]) for key in cite.works), key=str.casefold)
    return f"({'; '.join(inside)})", ""


def _who(cite: Cite, work: Work, style: str, form: str) -> str:
    if cite.acronym == "again":
        return ("the " if form == "sentence" else "") + _acronym(work)
    if cite.acronym == "first" and form == "bracket":
        return f"{names(work)[0]} [{_acronym(work)}]"
    who = listed_names(work, style, form)
    return f"the {who}" if form == "sentence" and "literal" in work["author"][0] else who


def _inside(made: Plan, cite: Cite, work: Work) -> str:
    style = made.style
    who = _who(cite, work, style, "bracket")
    if cite.second_hand:
        cue = "as cited in" if style == "apa" else "cited in"
        who = f"{cite.second_hand}, {cue} {who}"
    if style == "mla":
        title = f", {_short(work)}" if _has_sibling(made, work) else ""
        return f"{who}{title}{' ' + cite.pages if cite.pages else ''}"
    comma = "" if style == "chicago-author-date" else ","
    return f"{who}{comma} {year(work)}{_pages(cite, style)}"


def _pages(cite: Cite, style: str) -> str:
    if not cite.pages:
        return ""
    if style == "chicago-author-date":
        return f", {cite.pages}"
    return f", {'pp' if '–' in cite.pages else 'p'}. {cite.pages}"


def _numeric(made: Plan, cite: Cite) -> str:
    numbers = sorted(made.numbers[key] for key in cite.works)
    if made.style == "vancouver":
        mark = f"({','.join(map(str, numbers))})"
    elif cite.pages:
        mark = f"[{numbers[0]}, p. {cite.pages}]".replace(
            "p. " + cite.pages, ("pp. " if "–" in cite.pages else "p. ") + cite.pages
        )
    else:
        mark = ", ".join(f"[{number}]" for number in numbers)
    if cite.form == "sentence":
        work = made.works[cite.works[0]]
        who = names(work)
        the = "the " if "literal" in work["author"][0] else ""
        return f"{the}{who[0] if len(who) == 1 else ' and '.join(who) if len(who) == 2 else who[0] + ' et al.'} {mark}"
    return mark


def listed_names(work: Work, style: str, form: str) -> str:
    """Surnames as the style cites them in the text."""
    who = names(work)
    last = "&" if style == "apa" and form == "bracket" else "and"
    if len(who) == 1:
        return who[0]
    if len(who) > SPELLED_OUT.get(style, 2):
        return f"{who[0]} et al."
    if len(who) == 2:
        return f"{who[0]} {last} {who[1]}"
    comma = "" if style == "harvard" else ","
    return f"{', '.join(who[:-1])}{comma} {last} {who[-1]}"


def _acronym(work: Work) -> str:
    return "".join(word[0] for word in names(work)[0].split() if word[0].isupper())


def _has_sibling(made: Plan, work: Work) -> bool:
    return sum(names(made.works[one.work]) == names(work) for one in made.listed) > 1


def _short(work: Work) -> str:
    words = work["title"].split()
    short = " ".join(
        words[:3] if len(words) < 3 or words[2].lower() not in ("and", "in", "of", "the", "for", "on") else words[:2]
    )
    short = " ".join(
        word if word in ("the", "and", "of", "in") else word[0].upper() + word[1:] for word in short.split()
    )
    short = short[0].upper() + short[1:]
    return short if work["type"] == "book" else f"“{short}”"


def footnote(made: Plan, index: int) -> str:
    """The footnote of a citation in Chicago notes: in full at first, short afterwards, "Ibid." after the same."""
    cite = made.cites[index]
    key = cite.works[0]
    earlier = [one.works[0] for one in made.cites[:index]]
    pages = cite.pages or str(10 + index)
    if earlier and earlier[-1] == key:
        return f"Ibid., {pages}."
    work = made.works[key]
    paged = work["type"] in ("article-journal", "book", "chapter")
    if key in earlier:
        title = _short(work)
        title = title.replace("”", ",”") if title.endswith("”") else title + ","
        return (
            f"{listed_names(work, made.style, 'sentence')}, {title} {pages}."
            if paged
            else (
                f"{listed_names(work, made.style, 'sentence')}, {title.rstrip(',').replace(',”', '.”')}"
                + ("" if "”" in title else ".")
            )
        )
    return _full_note(work, pages if paged else "")


def _full_note(work: Work, pages: str) -> str:
    import warnings

    from citeproc import Citation, CitationItem, CitationStylesBibliography, formatter
    from citeproc.source import Locator
    from citeproc.source.json import CiteProcJSON

    from grader.citing.expected import _mended, _style

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        item = {key: value for key, value in work.items() if key != "year-suffix"}
        made = CitationStylesBibliography(_style("chicago-notes", ""), CiteProcJSON([item]), formatter.plain)
        at = {"locator": Locator("page", pages)} if pages else {}
        cite = Citation([CitationItem(work["id"], **at)])
        made.register(cite)
        return _mended(str(made.cite(cite, lambda _: None)), "chicago-notes")
