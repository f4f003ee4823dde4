"""A draft as commented YAML."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.drafting import Draft, Proposal, to_yaml
from grader.drafting.model import Place
from grader.rubric import PointSet, load_points

PLACE = Place("answers/ali.md", 12, "Leaking canals")


def proposal(text: str = "Canals leak.", group: str = "causes", **more: object) -> Proposal:
    fields = {"paraphrases": (), "aliases": (), "places": (PLACE,), "sources": 1, "needs_claim": False, **more}
    return Proposal("p01", text, group, **fields)  # type: ignore[arg-type]


def test_each_point_says_where_it_comes_from() -> None:
    two = (PLACE, Place("b.md", 3))
    text = to_yaml(
        Draft("Why?", ("answers/ali.md", "b.md"), (proposal(places=two, sources=2, aliases=("old canal",)),), ())
    )
    assert "# This is a draft" in text
    assert "  # in 2 of 2 sources: answers/ali.md, line 12 (under “Leaking canals”); b.md, line 3\n" in text
    assert '    aliases: ["old canal"]\n    group: causes\n' in text
    assert 'question: "Why?"' in text


def test_a_heading_is_marked_and_what_was_left_out_is_named() -> None:
    left = tuple((f"Text {i}.", PLACE) for i in range(30))
    text = to_yaml(Draft("", ("a.md",), (proposal(needs_claim=True, group=""),), left))
    assert '    text: "Canals leak."  # from a heading: say what is claimed\n' in text
    assert "30 more wordings, of which the first 20:" in text
    assert "# - Text 19. (answers/ali.md, line 12)" in text
    assert "Text 20." not in text
    assert "\nquestion:" not in text


PLAIN = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), max_size=60).map(
    lambda text: " ".join(f"{text} word".split())
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=PLAIN, paraphrase=PLAIN, alias=PLAIN, group=PLAIN, question=PLAIN, label=PLAIN)
def test_whatever_is_written_is_read_back(
    text: str, paraphrase: str, alias: str, group: str, question: str, label: str, tmp_path: Path
) -> None:
    alias = alias.replace("*", "")
    place = Place(label, 1, text)
    point = proposal(text, group, paraphrases=(paraphrase,), aliases=(alias,), places=(place,))
    found = written(Draft(question, (label,), (point,), ((text, place),)), tmp_path)
    assert found.question == question
    first = found.points[0]
    assert (first.text, first.paraphrases, first.aliases, first.group) == (text, (paraphrase,), (alias,), group)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=40))
def test_what_cannot_be_printed_breaks_no_file(text: str, tmp_path: Path) -> None:
    place = Place(text, 1, text)
    point = proposal(f"{text} word", f"{text}g", paraphrases=(f"{text} word",), places=(place,))
    assert written(Draft(f"{text} word", (text,), (point,), ((text, place),)), tmp_path).points[0].text.endswith("word")


def written(draft: Draft, folder: Path) -> PointSet:
    path = folder / "points.yaml"
    path.write_bytes(to_yaml(draft).encode())
    return load_points(path)
