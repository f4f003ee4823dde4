"""Where the answer takes up each part that the question asks for.

A part has its place under a heading that names it, or in a step of the body that speaks its language in two sentences
or more. Failing these it is taken up where three steps speak of it in a sentence each, where three steps give reasons
(causes, more often than not, are told one by one under heads of their own). Where one sentence says its name and no
more was found, it is taken up in passing. Where nothing else is asked for, the whole answer is given to the part: causes
then need one reason, a way forward its proposals as ever, and any other part is shown if it is found and not missed if not.
"""

from __future__ import annotations

from dataclasses import dataclass

from grader.context import Context
from grader.facts.question import Part, question
from grader.facts.sections import BESIDE, Unit, body_units, sections
from grader.facts.support import gives_reason
from grader.lexicon import compile_phrases, load, phrase_pattern
from grader.model import Essay, Sentence, Span
from grader.words import says_something

_IN_ONE_STEP = 2  # sentences of one step that speak of a part
_SPREAD = 3  # steps that speak of it once
_SHOWN_BY_SIGNS = ("causes", "way forward")  # reasons and proposals are told by more than the part's own words


@dataclass(frozen=True, slots=True)
class PartPlace:
    """A part and the heading or sentence that shows where it is taken up; None when it was not found. ``in_passing``:
    one sentence names it and no more was found."""

    part: Part
    where: Span | None
    in_passing: bool = False


def part_places(essay: Essay, context: Context) -> tuple[PartPlace, ...]:
    """The question's parts in its order, each with its place; empty without a question or parts that can be looked for."""
    asked = context.fact(question)
    found = []
    parts = asked.parts if asked else ()
    whole = len(parts) == 1
    for part in parts:
        where = _place(part.name, context, whole)
        named = None if where else _named(part.name, context)
        missable = not whole or part.name in _SHOWN_BY_SIGNS
        if where or named or missable:
            found.append(PartPlace(part, where or named, bool(named) and missable))
    return tuple(found)


def _named(part: str, context: Context) -> Span | None:
    """The first sentence of the body that says the part's name."""
    names = compile_phrases(tuple(load("directives")["aspects"][part]["asked"]))
    sentences = (one for unit in context.fact(body_units) for one in _telling(unit.sentences, part))
    return next((one.span for one in sentences if names.search(one.text)), None)


def _place(part: str, context: Context, whole: bool) -> Span | None:
    """``whole``: nothing else is asked for, so that one reason given shows that the answer deals with causes."""
    aspect = load("directives")["aspects"][part]
    headed, cues = compile_phrases(tuple(aspect["headed"])), compile_phrases(tuple(aspect["cues"]))
    done = phrase_pattern("directives", "already_done") if part == "way forward" else None
    for section in context.fact(sections):
        named = section.heading and section.role not in BESIDE and headed.search(section.title)
        if section.heading and named and not (done and done.search(section.title)):
            return section.heading.span
    units = context.fact(body_units)
    steps = [_telling(unit.sentences, part) for unit in units]
    speaking = [[sentence for sentence in step if cues.search(sentence.text)] for step in steps]
    fullest = max(speaking, key=len, default=[])
    if len(fullest) >= _IN_ONE_STEP or sum(map(bool, speaking)) >= _SPREAD:
        return fullest[0].span
    reasoned = [unit for unit, step in zip(units, steps, strict=True) if any(map(gives_reason, step))]
    if part == "causes" and (len(reasoned) >= _SPREAD or (whole and (fullest or reasoned))):
        return fullest[0].span if fullest else _head(reasoned[0], context)
    return None


def _head(unit: Unit, context: Context) -> Span:
    """A step's heading, or else its first sentence."""
    heads = (one.heading.span for one in context.fact(sections) if one.heading and one.span == unit.span)
    return next(heads, unit.sentences[0].span)


def _telling(sentences: tuple[Sentence, ...], part: str) -> list[Sentence]:
    """Sentences that may deal with a part: none that only asks or strings linking words together, and proposals for the
    way forward alone."""
    asks, proposes = (phrase_pattern("directives", key) for key in ("asks_itself", "proposals"))
    return [
        one
        for one in sentences
        if not asks.search(one.text)
        and says_something([token.text for token in one.tokens])
        and (part == "way forward" or not proposes.search(one.text))
    ]
