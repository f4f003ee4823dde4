"""Faults planted in citations and lists, and whether they are found: ``python -m tests.bench.list_faults [--set dev|held_back] [--essays N]``.

Essays are printed from invented works in eight styles (:mod:`tests.bench.list_essays`); into each copy one fault is planted.
Recall: the right kind of finding at the right place. False findings: any finding of these checks in the essay before the fault.
Nothing is trained on what is made here. ``held_back`` works were written before the checks and are only looked at in sum.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from grader.context import Context, Task
from grader.model import Finding, Span
from grader.segment import build
from tests.bench import list_essays
from tests.bench.list_essays import AUTHOR_YEAR, NUMERIC, STYLES, Cite, Listed, Plan

CHECKS = (
    "referencing.list-match",
    "referencing.citation-form",
    "referencing.list-order",
    "referencing.entry-fields",
    "referencing.identifiers",
    "referencing.style-mix",
    "referencing.quotation-pages",
    "referencing.long-quotations",
)
ESSAYS = 10  # of each style


@dataclass(frozen=True)
class Planted:
    """A plan with one fault; the finding must be of one of ``kinds`` and touch a citation, note or entry named here."""

    plan: Plan
    kinds: frozenset[str]
    cites: tuple[int, ...] = ()
    entries: tuple[int, ...] = ()
    sentences: tuple[int, ...] = ()  # of citations, in place of the citation itself


Fault = Callable[[Plan, random.Random], Planted | None]


def _planted(plan: Plan, kinds: str, *, cites: Sequence[int] = (), entries: Sequence[int] = ()) -> Planted:
    return Planted(plan, frozenset(kinds.split("|")), tuple(cites), tuple(entries))


def _singles(plan: Plan) -> list[int]:
    """Citations of one work in a plain form."""
    return [
        i
        for i, cite in enumerate(plan.cites)
        if len(cite.works) == 1 and not cite.acronym and not cite.second_hand and _is_citation(plan, i)
    ]


def _with_cite(plan: Plan, index: int, cite: Cite) -> Plan:
    return replace(plan, cites=(*plan.cites[:index], cite, *plan.cites[index + 1 :]))


def _with_entry(plan: Plan, index: int, text: str) -> Plan:
    one = replace(plan.listed[index], text=text)
    return replace(plan, listed=(*plan.listed[:index], one, *plan.listed[index + 1 :]))


def _place(plan: Plan, work: str) -> int:
    return next(i for i, one in enumerate(plan.listed) if one.work == work)


def _citing(plan: Plan, work: str) -> list[int]:
    return [i for i, cite in enumerate(plan.cites) if work in cite.works]


def _is_citation(plan: Plan, index: int) -> bool:
    """Whether the text shows more than a name: in MLA a name without a page, in brackets or not, may be no citation."""
    cite = plan.cites[index]
    return plan.style != "mla" or bool(cite.pages)


def not_listed(plan: Plan, chance: random.Random) -> Planted | None:
    """The entry of a cited work is taken out of the list; a numbered list keeps its other numbers."""
    kinds = ("article-journal", "book", "chapter", "report") if plan.style == "chicago-notes" else ()
    names = [list_essays.names(plan.works[one.work])[0] for one in plan.listed]
    can = [
        i
        for i, one in enumerate(plan.listed)
        if names.count(names[i]) == 1
        and (not kinds or plan.works[one.work]["type"] in kinds)
        and any(_is_citation(plan, k) for k in _citing(plan, one.work))
    ]
    i = chance.choice(can)
    gone = plan.listed[i].work
    left = (*plan.listed[:i], *plan.listed[i + 1 :])
    return _planted(replace(plan, listed=left), "not listed", cites=_citing(plan, gone))


def not_cited(plan: Plan, chance: random.Random) -> Planted | None:
    """An entry of a work that the text does not cite, by somebody whom it does not cite at all."""
    there = {name for one in plan.listed for name in list_essays.names(plan.works[one.work])}
    spare = [work for work in plan.works.values() if not there & set(list_essays.names(work))]
    extra = chance.choice(sorted(spare, key=lambda work: work["id"]))
    chosen = [plan.works[one.work] for one in plan.listed] + [extra]
    listed = list_essays.entries(chosen, plan.style)
    if plan.style in NUMERIC:
        listed = [*plan.listed, next(one for one in listed if one.work == extra["id"])]
    made = replace(plan, listed=tuple(listed))
    return _planted(made, "not cited", entries=[_place(made, extra["id"])])


def year_differs(plan: Plan, chance: random.Random) -> Planted | None:
    """One citation has a year that is one to three years off."""
    off = chance.choice((-3, -2, -1, 1, 2))
    if plan.style == "chicago-notes":
        firsts = {cite.works[0]: i for i, cite in reversed(list(enumerate(plan.cites)))}
        notes = {i: list_essays.footnote(plan, i) for i in firsts.values()}
        can = [i for i, note in notes.items() if re.search(r"\([^()]*\d{4}\)", note)]
        i = chance.choice(can)
        year = list_essays.year(plan.works[plan.cites[i].works[0]])[:4]
        note = notes[i].replace(f"{year})", f"{int(year) + off})")
        return _planted(_with_cite(plan, i, replace(plan.cites[i], note=note)), "year differs", cites=[i])
    if plan.style not in AUTHOR_YEAR:
        return None
    listed = [
        (list_essays.names(plan.works[one.work])[0], list_essays.year(plan.works[one.work])[:4]) for one in plan.listed
    ]
    can = []
    for i in _singles(plan):
        work = plan.works[plan.cites[i].works[0]]
        year = list_essays.year(work)[:4]
        if (list_essays.names(work)[0], str(int(year) + off)) not in listed and not work.get("year-suffix"):
            can.append(i)
    i = chance.choice(can)
    year = list_essays.year(plan.works[plan.cites[i].works[0]])[:4]
    text = list_essays.forms(plan, i)[0].replace(year, str(int(year) + off), 1)
    return _planted(_with_cite(plan, i, replace(plan.cites[i], text=text)), "year differs", cites=[i])


def name_differs(plan: Plan, chance: random.Random) -> Planted | None:
    """One citation misspells the first surname: a letter left out, doubled, changed, or two swapped."""
    if plan.style in NUMERIC:
        return None
    can = [i for i in _singles(plan) if "literal" not in plan.works[plan.cites[i].works[0]]["author"][0]]
    can = [
        i for i in can if len(re.sub(r"[^A-Za-z]", "", list_essays.names(plan.works[plan.cites[i].works[0]])[0])) > 4
    ]
    if plan.style == "chicago-notes":
        can = [i for i in can if not list_essays.footnote(plan, i).startswith("Ibid")]
        can = [i for i in can if not (i + 1 < len(plan.cites) and list_essays.footnote(plan, i + 1).startswith("Ibid"))]
    i = chance.choice(can)
    name = list_essays.names(plan.works[plan.cites[i].works[0]])[0]
    wrong = misspelt(name, chance)
    if plan.style == "chicago-notes":
        note = list_essays.footnote(plan, i).replace(name, wrong, 1)
        return _planted(_with_cite(plan, i, replace(plan.cites[i], note=note)), "name differs", cites=[i])
    text = list_essays.forms(plan, i)[0].replace(name, wrong, 1)
    return _planted(_with_cite(plan, i, replace(plan.cites[i], text=text)), "name differs", cites=[i])


def misspelt(name: str, chance: random.Random) -> str:
    """A surname with one slip in it, not in its first letter."""
    at = chance.choice([i for i in range(2, len(name) - 1) if name[i].isalpha() and name[i + 1].islower()])
    kind = chance.choice(("out", "double", "swap", "change"))
    if kind == "out":
        wrong = name[:at] + name[at + 1 :]
    elif kind == "double":
        wrong = name[:at] + name[at] * 2 + name[at + 1 :]
    elif kind == "swap":
        wrong = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    else:
        wrong = name[:at] + {"a": "e", "e": "a", "i": "y", "o": "u", "u": "o"}.get(name[at], "h") + name[at + 1 :]
    return wrong if wrong != name else name[:at] + name[at + 1 :]


def year_letter(plan: Plan, chance: random.Random) -> Planted | None:
    """The letter of a year is missing in a citation, is one that the list does not have, or is missing in the list."""
    if plan.style not in AUTHOR_YEAR:
        return None
    twins = [one.work for one in plan.listed if plan.works[one.work].get("year-suffix")]
    twins = [
        key
        for key in twins
        if len([k for k in twins if list_essays.names(plan.works[k]) == list_essays.names(plan.works[key])]) > 1
    ]
    kind = chance.choice(("citation", "citation", "other", "list"))
    kinds = "ambiguous year|ambiguous citation"
    if kind == "list":
        made = plan
        places = [_place(plan, key) for key in twins]
        for place, key in zip(places, twins, strict=True):
            year = list_essays.year(plan.works[key])
            made = _with_entry(made, place, made.listed[place].text.replace(year, year[:4], 1))
        return _planted(made, kinds, cites=[i for key in twins for i in _citing(plan, key)], entries=places)
    can = [i for i in _singles(plan) if plan.cites[i].works[0] in twins]
    if not can:
        return None
    i = chance.choice(can)
    year = list_essays.year(plan.works[plan.cites[i].works[0]])
    text = list_essays.forms(plan, i)[0].replace(year, year[:4] + ("c" if kind == "other" else ""), 1)
    return _planted(_with_cite(plan, i, replace(plan.cites[i], text=text)), kinds, cites=[i])


def et_al(plan: Plan, chance: random.Random) -> Planted | None:
    """Two authors with "et al.", or four spelled out."""
    if plan.style not in (*AUTHOR_YEAR, "mla"):
        return None
    singles = [i for i in _singles(plan) if not plan.cites[i].text]
    two = [i for i in singles if len(plan.works[plan.cites[i].works[0]]["author"]) == 2]
    many = [i for i in singles if len(plan.works[plan.cites[i].works[0]]["author"]) >= 4]
    if plan.style in ("mla", "harvard"):
        many = []  # the list itself has "et al.": how many there are cannot be told
    i = chance.choice(chance.choice([group for group in (two, many) if group]))
    work = plan.works[plan.cites[i].works[0]]
    who = list_essays.names(work)
    cite = plan.cites[i]
    shown = list_essays.listed_names(work, plan.style, cite.form)
    last = "&" if plan.style == "apa" and cite.form == "bracket" else "and"
    wrong = (
        f"{who[0]} et al." if len(who) == 2 else f"{', '.join(who[:-1])}{',' if last == '&' else ''} {last} {who[-1]}"
    )
    text = list_essays.forms(plan, i)[0].replace(shown, wrong, 1)
    return _planted(_with_cite(plan, i, replace(cite, text=text)), "et al.", cites=[i])


def order(plan: Plan, chance: random.Random) -> Planted | None:
    """An entry stands three places or more from where it belongs; in numbered lists two works have changed numbers."""
    if plan.style in NUMERIC:
        i = chance.randrange(1, len(plan.listed) - 3)
        j = i + 2
        one, other = plan.listed[i].work, plan.listed[j].work
        numbers = {**plan.numbers, one: plan.numbers[other], other: plan.numbers[one]}
        listed = list(plan.listed)
        listed[i], listed[j] = listed[j], listed[i]
        made = replace(plan, listed=tuple(listed), numbers=numbers)
        places = [min(_citing(plan, listed[k].work)) for k in range(i, j + 1)]
        return _planted(made, "order of the list", cites=places)
    sources = list(range(len(plan.listed)))
    i = chance.choice(sources)
    name = list_essays.names(plan.works[plan.listed[i].work])[0]
    far = [j for j in sources if abs(j - i) >= 3 and list_essays.names(plan.works[plan.listed[j].work])[0] != name]
    j = chance.choice(far)
    listed = list(plan.listed)
    moved = listed.pop(i)
    listed.insert(j, moved)
    return _planted(replace(plan, listed=tuple(listed)), "order of the list", entries=[j])


BROKEN: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("doi", lambda text: re.sub(r"10\.5555/", "5555/", text)),
    ("doi", lambda text: re.sub(r"10\.5555/\S+?(?=[.\s]*$)", "10.5555/", text)),
    ("doi", lambda text: re.sub(r"10\.5555/", "10.55/", text)),
    ("url", lambda text: re.sub(r"https://www\.", "https:/www.", text)),
    ("url", lambda text: re.sub(r"https://www\.(\w+)\.example", r"https://www.\1 .example", text)),
    ("url", lambda text: re.sub(r"https://www\.(\w+)\.example\.\w+", r"https://www\1", text)),
    ("url", lambda text: re.sub(r"https://", "htps://", text)),
    ("isbn", lambda text: f"{text.rstrip('.')}. ISBN 978-0-306-40615-4."),
    ("isbn", lambda text: f"{text.rstrip('.')}. ISBN 0-306-40615-7."),
    ("isbn", lambda text: f"{text.rstrip('.')}. ISBN 978-0-306-4061-5."),
)


def identifier(plan: Plan, chance: random.Random) -> Planted | None:
    """A DOI without its prefix or its end, an address that cannot be one, an ISBN with a wrong digit."""
    kind = chance.choice(("doi", "url", "isbn"))
    ways = [way for what, way in BROKEN if what == kind]
    chance.shuffle(ways)
    for way in ways:
        places = list(range(len(plan.listed)))
        chance.shuffle(places)
        for i in places:
            text = plan.listed[i].text
            if kind == "isbn" and plan.works[plan.listed[i].work]["type"] != "book":
                continue
            if kind == "url" and "doi.org" in text:
                continue
            if way(text) != text:
                return _planted(_with_entry(plan, i, way(text)), "identifier", entries=[i])
    return None


def missing_field(plan: Plan, chance: random.Random) -> Planted | None:
    """An article or a book loses its year, its journal or publisher, or its title."""
    places = [i for i, one in enumerate(plan.listed) if plan.works[one.work]["type"] in ("article-journal", "book")]
    i = chance.choice(places)
    work = plan.works[plan.listed[i].work]
    lost = chance.choice(("year", "source", "title"))
    if lost == "year":
        year = list_essays.year(work)[: 4 if plan.style not in AUTHOR_YEAR else None]
        text = re.sub(
            rf" \({year}\)\.?(?= )|(?<=\.),? {year}[.,]|, {year}(?=[.,]|$)|; ?{year}|(?<=[.]) {year};|\s\({year}\)|, {year}\.",
            lambda match: "." if match.group().endswith(".") and match.group()[0] != " " else "",
            plan.listed[i].text,
            count=1,
        )
        if year[:4] in re.sub(r"10\.\S+", "", text):
            return None
    else:
        keys = (
            ("title",)
            if lost == "title"
            else ("container-title",)
            if work["type"] != "book"
            else ("publisher", "publisher-place")
        )
        ((one),) = list_essays.entries([{key: value for key, value in work.items() if key not in keys}], plan.style)
        text = one.text
    return _planted(_with_entry(plan, i, text), "missing field", entries=[i])


OTHER_STYLE = {
    "apa": ("mla", "vancouver", "chicago-notes"),
    "harvard": ("mla", "vancouver", "chicago-notes"),
    "mla": ("apa", "vancouver", "harvard"),
    "chicago-author-date": ("apa", "vancouver", "mla"),
    "chicago-notes": ("apa", "vancouver", "harvard"),
    "ieee": ("apa", "mla", "vancouver"),
    "vancouver": ("apa", "mla", "ieee"),
    "elsevier-harvard": ("mla", "chicago-notes", "apa"),
}


def style_mix(plan: Plan, chance: random.Random) -> Planted | None:
    """One entry is printed in another style."""
    places = [
        i
        for i, one in enumerate(plan.listed)
        if plan.works[one.work]["type"] in ("article-journal", "book", "chapter")
        and not plan.works[one.work].get("year-suffix")  # other styles have no letter
    ]
    i = chance.choice(places)
    work = plan.works[plan.listed[i].work]
    (one,) = list_essays.entries([work], chance.choice(OTHER_STYLE[plan.style]))
    return _planted(_with_entry(plan, i, one.text), "mixed style", entries=[i])


def twice(plan: Plan, chance: random.Random) -> Planted | None:
    """An entry stands in the list twice, the second time perhaps without its DOI."""
    i = chance.randrange(len(plan.listed))
    one = plan.listed[i]
    text = (
        re.sub(r",?\s*(?:Available at: )?(?:https://doi\.org/|doi:? ?)10\.\S+$", "", one.text).rstrip(".") + "."
        if chance.random() < 0.5
        else one.text
    )
    at = len(plan.listed) if plan.style in NUMERIC else i + 1
    listed = (*plan.listed[:at], Listed(one.work, text), *plan.listed[at:])
    return _planted(replace(plan, listed=listed), "listed twice", entries=[i, at])


def no_page(plan: Plan, chance: random.Random) -> Planted | None:
    """A quotation is cited without its page."""
    if plan.style not in (*AUTHOR_YEAR, "mla"):
        return None
    i = chance.choice([i for i, cite in enumerate(plan.cites) if cite.quote])
    made = _planted(_with_cite(plan, i, replace(plan.cites[i], pages="")), "quotation without page", cites=[i])
    return replace(made, sentences=(i,))


FAULTS: dict[str, Fault] = {
    "cited, not listed": not_listed,
    "listed, not cited": not_cited,
    "year differs": year_differs,
    "name misspelt": name_differs,
    "a/b letter": year_letter,
    "et al.": et_al,
    "order of list": order,
    "identifier": identifier,
    "missing field": missing_field,
    "mixed style": style_mix,
    "listed twice": twice,
    "no page": no_page,
}


def findings(text: str) -> list[Finding]:
    """What the checks of lists and citations find in a text."""
    context = Context(build(text), Task())
    found: list[Finding] = []
    for check in CHECKS:
        measurement = context.measure(check)
        assert measurement.error is None, (check, measurement.error)
        found += measurement.findings
    return found


def caught(planted: Planted) -> tuple[bool, list[Finding]]:
    """Whether the fault was found where it is, and everything that was found."""
    shown = list_essays.render(planted.plan)
    places = [shown.cites[i] for i in planted.cites] + [shown.entries[i] for i in planted.entries]
    places += [shown.notes[i] for i in planted.cites if i in shown.notes]
    pages_only = [i for i in planted.cites if planted.plan.style == "mla" and planted.plan.cites[i].form == "sentence"]
    places += [shown.sentences[i] for i in (*planted.sentences, *pages_only)]
    found = findings(shown.text)
    hit = any(one.kind in planted.kinds and any(one.span.touches(Span(*place)) for place in places) for one in found)
    return hit, found


@dataclass
class Counts:
    """Faults planted and found by (fault, style); findings in clean essays by style and kind."""

    planted: Counter[tuple[str, str]]
    found: Counter[tuple[str, str]]
    clean: Counter[str]
    false: dict[str, Counter[str]]
    beside: Counter[str]  # kinds found in essays with a fault that are neither the fault's nor in the clean essay
    misses: list[str]


def measure(name: str, essays: int, styles: Sequence[str] = STYLES, faults: Sequence[str] = tuple(FAULTS)) -> Counts:
    """Every fault in ``essays`` essays of each style."""
    pool = list_essays.works(name)
    counts = Counts(Counter(), Counter(), Counter(), defaultdict(Counter), Counter(), [])
    for style in styles:
        for number in range(essays):
            plan = list_essays.plan(pool, style, f"{name} {style} {number}")
            shown = list_essays.render(plan)
            before = findings(shown.text)
            counts.clean[style] += 1
            for one in before:
                counts.false[style][one.kind] += 1
                counts.misses.append(
                    f"FALSE {style} {number} {one.kind}: {shown.text[one.span.start : one.span.end]!r} {one.message}"
                )
            for fault in faults:
                planted = FAULTS[fault](plan, random.Random(f"{name} {style} {number} {fault}"))
                if planted is None:
                    continue
                hit, found = caught(planted)
                counts.planted[fault, style] += 1
                counts.found[fault, style] += hit
                counts.beside.update(f"{fault}: {one.kind}" for one in found if one.kind not in planted.kinds)
                if not hit:
                    text = list_essays.render(planted.plan)
                    where = [
                        text.text[a:b]
                        for a, b in [text.cites[i] for i in planted.cites] + [text.entries[i] for i in planted.entries]
                    ]
                    where += [text.text[slice(*text.notes[i])] for i in planted.cites if i in text.notes]
                    counts.misses.append(
                        f"MISS {fault} {style} {number}: {where} | found {[one.kind for one in found]}"
                    )
    return counts


def report(name: str = "dev", essays: int = ESSAYS) -> list[str]:
    """The figures of one set of works as lines."""
    counts = measure(name, essays)
    return lines(name, counts)


def lines(name: str, counts: Counts) -> list[str]:
    """Counts as a table: a row for each fault, a column for each style."""
    short = {
        style: style.replace("chicago-author-date", "chi-ad").replace("chicago-notes", "chi-notes")[:9]
        for style in STYLES
    }
    out = [
        f"{name} works; recall by fault and style",
        f"{'':20}" + "".join(f"{short[style]:>10}" for style in STYLES) + f"{'all':>10}",
    ]
    for fault in FAULTS:
        row = f"{fault:20}"
        for style in STYLES:
            planted = counts.planted[fault, style]
            row += f"{counts.found[fault, style] / planted:10.2f}" if planted else f"{'-':>10}"
        planted = sum(counts.planted[fault, style] for style in STYLES)
        found = sum(counts.found[fault, style] for style in STYLES)
        out.append(row + (f"{found / planted:10.3f} ({found} of {planted})" if planted else ""))
    row = f"{'false, clean essay':20}"
    for style in STYLES:
        row += f"{sum(counts.false[style].values()) / max(1, counts.clean[style]):10.2f}"
    total = sum(sum(kinds.values()) for kinds in counts.false.values())
    out.append(
        row + f"{total / max(1, sum(counts.clean.values())):10.3f} ({total} in {sum(counts.clean.values())} essays)"
    )
    return out


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--set", default="dev")
    options.add_argument("--essays", type=int, default=ESSAYS)
    options.add_argument("--styles", nargs="*", default=STYLES)
    options.add_argument("--faults", nargs="*", default=tuple(FAULTS))
    options.add_argument("--misses", action="store_true", help="print what was missed and what was found falsely")
    asked = options.parse_args()
    counts = measure(asked.set, asked.essays, asked.styles, asked.faults)
    print("\n".join(lines(asked.set, counts)))
    if asked.misses:
        print("\n".join(counts.misses))
        print(counts.beside.most_common())


if __name__ == "__main__":
    main()
