"""Citations against entries, both by hand."""

from __future__ import annotations

from grader.citing.match import match, standings, twins
from grader.citing.model import Entry, InText, Name
from grader.citing.notes import match_notes


def cited(*authors: str, year: str = "", et_al: bool = False, numbers: tuple[int, ...] = ()) -> InText:
    return InText(0, 1, "number" if numbers else "bracket", authors, year, numbers=numbers, et_al=et_al)


def entry(*families: str, year: str = "", title: str = "", number: int | None = None, **fields: str) -> Entry:
    names = tuple(Name(family, "A.") for family in families)
    text = f"{', '.join(families)}. ({year}). {title}. {fields.get('container', '')}"
    return Entry(text, number=number, authors=names, year=year, title=title, **fields)  # type: ignore[arg-type]


LIST = [
    entry("Khan", year="2018", title="Rural roads and their cost"),
    entry("Khan", "Ali", year="2019", title="Two towns in one valley"),
    entry("Qureshi", year="2020a", title="Canals of the plain"),
    entry("Qureshi", year="2020b", title="Wells of the plain"),
    entry("Zaman", "Durrani", "Shah", year="2015", title="Caravan trade after the road"),
]


def ties(*citations: InText, entries: list[Entry] = LIST, around: str = "") -> list[tuple[str, tuple[int, ...]]]:
    found = match(citations, entries, around=[around] * len(citations))
    return [(verdict.tie, verdict.entries) for verdict in found]


def test_author_and_year() -> None:
    assert ties(
        cited("Khan", year="2018"), cited("Khan", "Ali", year="2019"), cited("Zaman", year="2015", et_al=True)
    ) == [
        ("same", (0,)),
        ("same", (1,)),
        ("same", (4,)),
    ]


def test_the_second_author_tells_apart() -> None:
    both = [entry("Khan", "Ali", year="2019", title="One"), entry("Khan", "Baig", year="2019", title="Two")]
    assert ties(cited("Khan", "Baig", year="2019"), entries=both) == [("same", (1,))]


def test_a_body_and_its_office_in_a_country() -> None:
    both = [
        Entry(f"{name} (2020). {title}.", authors=(Name(name),), year="2020", title=title)
        for name, title in (("UNICEF", "Wells"), ("UNICEF Pakistan", "Schools"))
    ]
    assert ties(cited("UNICEF", year="2020"), cited("UNICEF Pakistan", year="2020"), entries=both) == [
        ("same", (0,)),
        ("same", (1,)),
    ]
    assert ties(cited("UNICEF", year="2020"), entries=both[1:]) == [("same", (0,))]


def test_a_body_with_commas_in_its_name_is_one_author() -> None:
    body = "Ministry of Housing, Communities and Local Government"
    entries = [entry(body, year="2019", title="Homes"), entry("Housing", "Communities", year="2019", title="Streets")]
    assert ties(cited("Ministry of Housing", "Communities", "Local Government", year="2019"), entries=entries) == [
        ("same", (0,))
    ]


def test_a_body_listed_by_its_acronym_with_its_name_behind() -> None:
    listed = [entry("DfT (Department for Transport)", year="2020", title="Buses")]
    assert ties(cited("DfT", year="2020"), entries=listed) == [("same", (0,))]


def test_another_year() -> None:
    assert ties(cited("Khan", year="2017")) == [("year", (0,))]
    assert ties(cited("Baig", year="2017")) == [("none", ())]


def test_the_year_of_a_first_edition_is_no_mismatch() -> None:
    late = entry("Marx", year="1990", title="A book (original work published 1867)")
    assert ties(cited("Marx", year="1867"), cited("Marx", year="1867/1990"), entries=[late]) == [("same", (0,))] * 2


def test_letters() -> None:
    assert ties(cited("Qureshi", year="2020a"), cited("Qureshi", year="2020"), cited("Qureshi", year="2020c")) == [
        ("same", (2,)),
        ("letter", (2, 3)),
        ("letter", (2, 3)),
    ]


def test_a_name_misspelt() -> None:
    assert ties(cited("Quershi", year="2020a")) == [("name", (2,))]
    assert ties(cited("Zaman", "Duranni", "Shah", year="2015")) == [("name", (4,))]
    assert ties(cited("Khan", "Aly", year="1999")) == [("none", ())]


def test_a_near_name_never_beats_the_name_itself() -> None:
    both = [entry("Hussain", year="2019"), entry("Hussein", year="2019")]
    assert ties(cited("Hussein", year="2019"), entries=both) == [("same", (1,))]


def test_numbers() -> None:
    numbered = [entry("Khan", number=1), entry("Ali", number=2)]
    found = match([cited(numbers=(1, 2)), cited(numbers=(2, 3))], numbered)
    assert [(one.tie, one.entries, one.missing) for one in found] == [("same", (0, 1), ()), ("none", (1,), (3,))]


def test_a_list_without_numbers_counts_by_place() -> None:
    found = match([cited(numbers=(1,)), cited(numbers=(3,))], LIST[:2])
    assert [one.tie for one in found] == ["same", "none"]


def test_author_and_page_with_a_title_to_tell_works_apart() -> None:
    assert ties(cited("Qureshi"), around="So it was (Qureshi, “Wells” 12).") == [("same", (3,))]
    assert ties(cited("Qureshi"), around="So it was (Qureshi 12).") == [("several", (2, 3))]


def test_a_newspaper_without_an_author() -> None:
    piece = Entry(
        "Dawn. (2021). Farmers block canal road.", container="Dawn", year="2021", title="Farmers block canal road"
    )
    assert ties(cited("Dawn", year="2021"), entries=[piece]) == [("same", (0,))]


def test_every_entry_has_one_standing() -> None:
    found = match([cited("Khan", year="2018"), cited("Khan", "Ali", year="2016")], LIST)
    assert standings(found, len(LIST)) == ("cited", "possible", "not cited", "not cited", "not cited")


def test_one_work_twice() -> None:
    again = entry("Khan", year="2018", title="Rural Roads and Their Cost", container="A Journal")
    other = entry("Khan", year="2018", title="Rural roads and their friends")
    assert twins([*LIST, again, other]) == ((0, 5),)


def test_reports_of_one_name_and_different_years_are_two() -> None:
    first, second = (entry("Bureau", year=year, title="Statistics of the year") for year in ("2019", "2020"))
    assert twins([first, second]) == ()


def test_footnotes() -> None:
    notes = [
        "Aziz Khan, Rural Roads and Their Cost (Lahore: A Press, 2018), 12.",
        "Ibid., 14.",
        "Qureshi, “Wells of the Plain,” 3.",
        "Aziz Kahn, Rural Roads and Their Cost (Lahore: A Press, 2018), 12.",
        "Aziz Khan, Rural Roads and Their Cost (Lahore: A Press, 2016), 12.",
        "Sara Noor, The Lost Book (Lahore: A Press, 2011), 7.",
        "The point was made by many at that time.",
        "Zaman, 44.",
    ]
    found = match_notes(notes, LIST)
    assert [(one.tie, one.entries) if one else None for one in found] == [
        ("same", (0,)),
        ("same", (0,)),
        ("same", (3,)),
        ("name", (0,)),
        ("year", (0,)),
        ("none", ()),
        None,
        ("same", (4,)),
    ]


def test_a_title_in_the_place_of_the_author() -> None:
    assert ties(cited("Caravan Trade")) == [("same", (4,))]
    assert ties(cited("Caravan Tax")) == [("none", ())]
