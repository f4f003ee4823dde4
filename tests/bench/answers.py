"""Whole answers: the shared CSS answers by the shared scorer, our own labelled ones by the code below."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

from grader import engines, load_points, mark
from grader.engines import Engine
from grader.result import Result, to_json
from tests.bench.m2 import touch

HERE = Path(__file__).parent
ROOT = HERE.parent.parent


def shared_css(shared: Path, engine: Engine | None) -> list[str]:
    """What the shared scorer prints of our results on the shared answers."""
    with tempfile.TemporaryDirectory() as folder:
        count: Counter[str] = Counter()
        for question in sorted((shared / "data/css").glob("*/question.yaml")):
            out = Path(folder) / question.parent.name
            out.mkdir()
            for essay in sorted(question.parent.glob("*.md")):
                result = mark(essay, points=question, engine=engine)
                (out / f"{essay.stem}.json").write_bytes(to_json(result))
                gold = json.loads(essay.with_suffix(".labels.json").read_text())["structure"]
                # a mismatch with a "body" names the section that takes the item up in other words
                without = [one["outline"] for one in gold["outline_body_mismatch"] if "body" not in one]
                _plan(result, without, gold["intro_promises_not_kept"], count)
        command = [sys.executable, str(shared / "tools/score_css.py"), str(shared / "data/css"), folder]
        printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout.rstrip().split("\n")
        return [*printed, _plan_line(count)]


def labelled(folder: str) -> list[tuple[Path, Path, dict]]:  # type: ignore[type-arg]
    """(essay, points file, labels) of the answers of our own in ``labelled`` or ``heldout``."""
    found = []
    for path in sorted((HERE / folder).glob("*/*.labels.json")):
        quality = path.name.split(".")[0]
        place = path.parent
        beside = sorted(place.glob(f"{quality}.md")) or sorted((ROOT / "samples").glob(f"{place.name}-{quality}.[mt]*"))
        points = (
            place / "question.yaml"
            if (place / "question.yaml").exists()
            else ROOT / f"samples/{place.name}.points.yaml"
        )
        found.append((beside[0], points, json.loads(path.read_text())))
    return found


def own(engine: Engine | None, folder: str) -> list[str]:
    """Figures on labelled answers of our own, as lines of text."""
    count: Counter[str] = Counter()
    gaps: list[float] = []
    without: list[float] = []
    by_criterion: dict[str, list[float]] = defaultdict(list)
    order: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for essay, points, gold in labelled(folder):
        result = mark(essay, points=load_points(points), engine=engine)
        plain = mark(essay, engine=engine)
        gaps.append((result.marks or 0) - gold["marks"]["total"])
        without.append((plain.marks or 0) - gold["marks"]["total"])
        order[points.name + points.parent.name].append((gold["marks"]["total"], result.marks or 0))
        count["inside"] += bool(result.range) and result.range[0] <= gold["marks"]["total"] <= result.range[1]  # type: ignore[index]
        for one in result.criteria:
            by_criterion[one.id].append(abs((one.marks or 0) - gold["marks"][one.id]) / one.out_of)
        _structure(result, gold, count)
        _points(result, gold, count)
        _language(result, gold, count)
        _claims(result, gold, count)
    pairs = [(a, b) for marks in order.values() for a, b in combinations(marks, 2) if a[0] != b[0]]
    right = sum((a[0] - b[0]) * (a[1] - b[1]) > 0 for a, b in pairs)
    return [
        f"marks      mean gap {_mean(gaps):+.2f}/20  mean absolute gap {_mean(map(abs, gaps)):.2f}/20 (without points {_mean(map(abs, without)):.2f})  "
        f"pairs in the right order {right}/{len(pairs)}  inside the likely range {count['inside']}/{len(gaps)}",
        "           mean absolute gap in share of each criterion: "
        + "  ".join(f"{name} {_mean(found):.2f}" for name, found in sorted(by_criterion.items())),
        f"structure  thesis right {count['thesis']}/{len(gaps)}  verdict {count['verdict']}/{len(gaps)}  other side there or not {count['counter']}/{len(gaps)}",
        _plan_line(count),
        f"coverage   made or not P {_ratio(count, 'made right', 'made said')} R {_ratio(count, 'made right', 'made gold')}  exact state {_ratio(count, 'state right', 'points')}",
        f"language   flags {count['flags']} P {_ratio(count, 'flags right', 'flags')}  errors {count['errors']} R {_ratio(count, 'errors hit', 'errors')}",
        f"claims     P {_ratio(count, 'claims right', 'claims')} R {_ratio(count, 'claims hit', 'claims gold')}  attribution right on those found {_ratio(count, 'attribution right', 'claims hit')}",
    ]


def _mean(numbers: object) -> float:
    found = list(numbers)  # type: ignore[call-overload]
    return sum(found) / len(found)


def _ratio(count: Counter[str], part: str, whole: str) -> str:
    return f"{count[part] / max(1, count[whole]):.3f}"


def _place(text: str, quote: str) -> tuple[int, int]:
    start = text.find(quote)
    return (start, start + len(quote))


def _structure(result: Result, gold: dict, count: Counter[str]) -> None:  # type: ignore[type-arg]
    text, structure = result.essay.text, result.structure
    for name, found, wanted in (
        ("thesis", structure.thesis, gold["thesis"]),
        ("verdict", structure.conclusion_verdict, gold["conclusion_verdict"]),
    ):
        count[name] += (found is None) == (wanted is None) and (
            found is None or touch(found.span, _place(text, wanted))
        )
    count["counter"] += (structure.counter_argument is None) == (gold["counter_argument"] is None)
    _plan(result, gold["outline_mismatch"], gold["promises_not_kept"], count)


def _plan(result: Result, mismatches: list[str], not_kept: list[str], count: Counter[str]) -> None:
    """Counts outline items that no section takes up, and promises that are not kept."""
    text, structure = result.essay.text, result.structure
    said = {item.text.lower() for outline in structure.outline for item in outline.items if item.state == "missing"}
    wanted_items = {item.lower() for item in mismatches}
    hits = {item for item in wanted_items if any(one in item or item in one for one in said)}
    count.update({"outline gold": len(wanted_items), "outline hit": len(hits), "outline false": len(said) - len(hits)})
    broken = [tuple(promise.span) for promise in structure.promises if not promise.kept]
    places = [_place(text, quote) for quote in not_kept]
    hit = sum(any(touch(span, place) for span in broken) for place in places)
    count.update(
        {
            "promise gold": len(places),
            "promise hit": hit,
            "promise false": sum(not any(touch(span, place) for place in places) for span in broken),
        }
    )


def _plan_line(count: Counter[str]) -> str:
    return (
        f"plan       outline items without a section found {count['outline hit']}/{count['outline gold']}, false {count['outline false']}"
        f"  broken promises found {count['promise hit']}/{count['promise gold']}, false {count['promise false']}"
    )


def _points(result: Result, gold: dict, count: Counter[str]) -> None:  # type: ignore[type-arg]
    for point in result.points:
        wanted = gold["points"][point.id]
        made, is_made = point.state != "missing", wanted != "missing"
        count.update(
            {
                "points": 1,
                "made said": made,
                "made gold": is_made,
                "made right": made and is_made,
                "state right": point.state == wanted,
            }
        )


def _language(result: Result, gold: dict, count: Counter[str]) -> None:  # type: ignore[type-arg]
    text = result.essay.text
    errors = []
    for error in gold["language_errors"]:
        outer = text.find(error["context"])
        start = text.find(error["text"], max(0, outer))
        errors.append((start, start + len(error["text"])))
    flags = [
        tuple(finding.span)
        for finding in result.findings
        if finding.check.startswith("language.errors") and finding.severity != "advice"
    ]
    count.update(
        {"flags": len(flags), "flags right": sum(any(touch(span, error) for error in errors) for span in flags)}
    )
    count.update(
        {"errors": len(errors), "errors hit": sum(any(touch(span, error) for span in flags) for error in errors)}
    )


def _claims(result: Result, gold: dict, count: Counter[str]) -> None:  # type: ignore[type-arg]
    text = result.essay.text
    wanted = [(_place(text, claim["quote"]), claim["attribution"]) for claim in gold["claims"]]
    found = [(tuple(claim.span), claim.attribution) for claim in result.claims]
    count.update(
        {
            "claims": len(found),
            "claims right": sum(any(touch(span, place) for place, _ in wanted) for span, _ in found),
            "claims gold": len(wanted),
        }
    )
    for place, attribution in wanted:
        hits = [said for span, said in found if touch(span, place)]
        count.update({"claims hit": bool(hits), "attribution right": attribution in hits})


def report(shared: Path | None) -> list[str]:
    """Lines for RESULTS.md."""
    lines: list[str] = []
    for name in ("none", "auto"):
        engine = engines.make(name)
        if name == "auto" and engine is None:
            continue
        label = engines.label(engine)
        if shared:
            lines += [
                f"Shared CSS answers (8, dev: looked at while the checks were written), engine {label}:",
                "",
                "```",
                *shared_css(shared, engine),
                "```",
                "",
            ]
        lines += [
            f"Our own labelled answers (12, dev: as above), engine {label}:",
            "",
            "```",
            *own(engine, "labelled"),
            "```",
            "",
        ]
        lines += [
            f"Held-out answers of our own (4, held out once; language, roles and outline were made with them in sight, and the model of components learned from them), engine {label}:"
        ]
        lines += ["", "```", *own(engine, "heldout"), "```", ""]
    return lines
