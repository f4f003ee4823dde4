"""Whether the answer does what the question's instruction word obliges it to do.

"Discuss" asks for several sides and a reasoned close, "to what extent" for an answer of degree, "suggest" for
measures. The words and their obligations are in lexicon/directives.yaml.

Good: "Critically examine ...": both sides weighed, evidence, a verdict.
Bad: "Critically examine ...": a list of merits.
"""

from collections.abc import Sequence

from grader.context import Context
from grader.facts.moves import Move, moves
from grader.facts.question import Question, question
from grader.lexicon import load
from grader.model import Essay, Finding, Measurement

TITLE = "What the directive asks for"


def check(essay: Essay, context: Context) -> Measurement:
    """Share of the moves made that the directives oblige to, 0 to 1; None without a question or known directive."""
    asked = context.fact(question)
    if asked is None:
        return Measurement(None, note="no question given")
    found = context.fact(moves)
    if not found:
        return Measurement(None, note="no known instruction word in the question")
    missing = [move for move in found if move.where is None]
    findings = [_one_sided(essay, move, asked) for move in missing if move.one_side]
    others = [move for move in missing if not move.one_side]
    if others and essay.sentences:
        findings.append(_not_found(essay, found, others, asked))
    made = len(found) - len(missing)
    note = f"{made} of {len(found)}" + (f"; not found: {', '.join(move.title for move in missing)}" if missing else "")
    return Measurement(made / len(found), "share of the moves", note, tuple(findings))


def _not_found(essay: Essay, found: Sequence[Move], missing: Sequence[Move], asked: Question) -> Finding:
    message = (
        f"{_asks(asked)} for {'; '.join(move.title for move in found)}. "
        f"Not found: {'; '.join(move.title for move in missing)}."
    )
    return Finding(essay.sentences[0].span, message, " ".join(move.do for move in missing), kind="directive")


def _one_sided(essay: Essay, move: Move, asked: Question) -> Finding:
    """Both sides are asked for and one was found: the finding stands at that one."""
    side = move.one_side
    if side is None:  # no such finding without a side
        raise ValueError(move.id)
    which = load("directives")["one_side"][side.which]
    message = f"{_asks(asked)} for more than one side. Found here: {which}. The other side, heard and answered, was not found."
    return Finding(side.span, message, load("directives")["add_a_side"][side.which], kind="one-sided")


def _asks(asked: Question) -> str:
    """ "“discuss” asks", "“discuss” and “suggest” ask"."""
    named = " and ".join(f"“{directive.said}”" for directive in asked.directives)
    return f"{named} ask{'s' * (len(asked.directives) == 1)}"
