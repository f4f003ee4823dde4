"""What the question's instruction words oblige the writer to do, and the line where each of it is done.

The words and their moves are in ``lexicon/directives.yaml``. A move that was not found has no line; where both sides
are asked for and one was found, that one is kept, so that the student sees what was taken for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from grader.context import Context
from grader.facts.claims import claims
from grader.facts.evidence import data
from grader.facts.question import question, shares_subject
from grader.facts.roles import closing, counter_argument, opening, thesis, verdict
from grader.facts.sections import Unit, body_units, sections
from grader.facts.support import gives_reason
from grader.lexicon import compile_phrases, load, phrase_pattern
from grader.model import Essay, Sentence, Span

_FACTS = 3  # dated, counted or sourced facts that make evidence; so many examples, comparisons, steps of an order
_REASONS = 2  # sentences with a reason, or with a consequence
_PROPOSALS = 2  # in one step


@dataclass(frozen=True, slots=True)
class OneSide:
    """The only side that was found: where, and which ("reported", "for", "against" or "own")."""

    span: Span
    which: str


@dataclass(frozen=True, slots=True)
class Move:
    """One thing the directives oblige to. ``where`` is the line that shows it, None when it was not found; ``one_side``
    what stands there of the two sides asked for."""

    id: str
    where: Span | None
    one_side: OneSide | None = None

    @property
    def title(self) -> str:
        return str(load("directives")["moves"][self.id]["title"])

    @property
    def do(self) -> str:
        """What to write, in a line."""
        return str(load("directives")["moves"][self.id]["do"])


def moves(essay: Essay, context: Context) -> tuple[Move, ...]:
    """All moves that the question's directives oblige to, each once; empty without a question or known directive."""
    asked = context.fact(question)
    found = []
    for name in asked.moves if asked else ():
        where = _FINDERS[name](essay, context)
        lacks_a_side = name == "both-sides" and where is None
        found.append(Move(name, where, _one_side(context) if lacks_a_side else None))
    return tuple(found)


def _both_sides(essay: Essay, context: Context) -> Span | None:
    """An opposing view with its answer, or sections under opposing heads (gains and losses, factors and challenges)."""
    found = context.fact(counter_argument)
    if found is not None and found.answer is not None:
        return found.span
    aspects, sides = load("directives")["aspects"], load("directives")["sides"]
    for pair in (
        (aspects["challenges"]["headed"], sides["beside_challenges"]),
        (sides["against"], sides["for"]),
    ):
        against = _headed(context, *pair)
        if against and _headed(context, pair[1], pair[0]):
            return against
    return None


def _one_side(context: Context) -> OneSide | None:
    """The side that stands alone: a view reported without an answer, the thesis, or a heading that takes a side."""
    reported, own, sides = context.fact(counter_argument), context.fact(thesis), load("directives")["sides"]
    found = (
        ("reported", reported.span if reported else None),
        ("own", own.span if own else None),
        ("for", _headed(context, sides["for"], sides["against"])),
        ("against", _headed(context, sides["against"], sides["for"])),
    )
    return next((OneSide(span, which) for which, span in found if span), None)


def _headed(context: Context, names: Sequence[str], unless: Sequence[str]) -> Span | None:
    """The first of the highest headings of the body with one of these names and none of the others."""
    wanted, unwanted = compile_phrases(tuple(names)), compile_phrases(tuple(unless))
    found = [
        (section.level, section.heading.span)
        for section in context.fact(sections)
        if section.heading
        and section.role == "body"
        and wanted.search(section.title)
        and not unwanted.search(section.title)
    ]
    return min(found)[1] if found else None


def _evidence(essay: Essay, context: Context) -> Span | None:
    """Three facts or named sources. Shown is one on the subject, in the body, a named source before a figure or saying."""
    named = [claim for claim in context.fact(claims) if claim.attribution == "named"]
    facts = [datum.sentence.span for datum in context.fact(data)]
    if len(named) + len(facts) < _FACTS:
        return None
    sourced = [claim.span for claim in named if claim.kind != "quotation"]
    body, asked = [unit.span for unit in context.fact(body_units)], context.fact(question)

    def fitting(one: Span) -> int:
        return 2 * shares_subject(essay[one], asked) + any(unit.holds(one) for unit in body)

    return max((*sourced, *facts, *(claim.span for claim in named)), key=fitting)


def _verdict(essay: Essay, context: Context) -> Span | None:
    found = context.fact(verdict)
    return found.span if found else None


def _position(essay: Essay, context: Context) -> Span | None:
    found = context.fact(thesis) or context.fact(verdict)
    return found.span if found else None


def _degree(essay: Essay, context: Context) -> Span | None:
    """Said in the close or in the opening; shown is the verdict or the thesis that says it before another sentence."""
    settled = [found.span for found in (context.fact(verdict), context.fact(thesis)) if found]
    sentences = [one for one in (*context.fact(closing), *context.fact(opening)) if _cued("degree")(one)]
    return next((one.span for one in sentences if one.span in settled), sentences[0].span if sentences else None)


def _reasons(essay: Essay, context: Context) -> Span | None:
    return _first_of(essay.sentences, gives_reason, _REASONS)


def _implications(essay: Essay, context: Context) -> Span | None:
    consequence = phrase_pattern("support", "consequence")
    return _first_of(essay.sentences, lambda sentence: bool(consequence.search(sentence.text)), _REASONS)


def _examples(essay: Essay, context: Context) -> Span | None:
    facts = [datum.sentence.span for datum in context.fact(data)]
    named = [sentence.span for sentence in essay.sentences if _cued("examples")(sentence)]
    return min(named or facts) if len(named) + len(facts) >= _FACTS else None


def _comparison(essay: Essay, context: Context) -> Span | None:
    return _first_of(essay.sentences, _cued("comparison"), _FACTS)


def _order(essay: Essay, context: Context) -> Span | None:
    """Facts under heads, or told in order."""
    heads = [section.heading.span for section in context.fact(sections) if section.heading and section.role == "body"]
    return heads[0] if len(heads) >= _FACTS else _first_of(essay.sentences, _cued("order"), _FACTS)


def _measures(essay: Essay, context: Context) -> Span | None:
    """Two proposals in one step: who should do what. Under a heading of measures a numbered one needs no "should"."""
    for unit in context.fact(body_units):
        found = _first_of(unit.sentences, _proposes(unit), _PROPOSALS)
        if found:
            return found
    return None


def _proposes(unit: Unit) -> Callable[[Sentence], bool]:
    proposal, numbered, asks = (phrase_pattern("directives", key) for key in ("proposals", "numbered", "asks_itself"))
    of_measures = compile_phrases(tuple(load("directives")["aspects"]["way forward"]["headed"]))
    listed = unit.headed and bool(of_measures.search(unit.title))
    return lambda one: bool(
        not asks.search(one.text) and (proposal.search(one.text) or (listed and numbered.match(one.text)))
    )


def _cued(move: str) -> Callable[[Sentence], bool]:
    cues = compile_phrases(tuple(load("directives")["moves"][move]["cues"]))
    return lambda sentence: bool(cues.search(sentence.text))


def _first_of(sentences: Sequence[Sentence], test: Callable[[Sentence], bool], least: int) -> Span | None:
    """The first sentence that passes, where ``least`` do."""
    found = [sentence.span for sentence in sentences if test(sentence)]
    return found[0] if len(found) >= least else None


_FINDERS: dict[str, Callable[[Essay, Context], Span | None]] = {
    "both-sides": _both_sides,
    "evidence": _evidence,
    "verdict": _verdict,
    "position": _position,
    "degree": _degree,
    "reasons": _reasons,
    "implications": _implications,
    "examples": _examples,
    "comparison": _comparison,
    "measures": _measures,
    "order": _order,
}
