"""Whether the answer does what the question's instruction word obliges it to do.

"Discuss" asks for several sides and a reasoned close, "to what extent" for an answer of degree, "suggest" for
measures. The words and their obligations are in lexicon/directives.yaml.

Good: "Critically examine ...": both sides weighed, evidence, a verdict.
Bad: "Critically examine ...": a list of merits.
"""

import re
from collections.abc import Callable

from grader.context import Context
from grader.facts.claims import claims
from grader.facts.evidence import data
from grader.facts.question import question
from grader.facts.roles import closing, counter_argument, opening, verdict
from grader.facts.sections import body_units, sections
from grader.facts.support import gives_reason
from grader.lexicon import compile_phrases, load, phrase_pattern
from grader.model import Essay, Finding, Measurement, Sentence

TITLE = "What the directive asks for"


def check(essay: Essay, context: Context) -> Measurement:
    """Share of the moves made that the directives oblige to, 0 to 1; None without a question or known directive."""
    asked = context.fact(question)
    if asked is None:
        return Measurement(None, note="no question given")
    if not asked.moves:
        return Measurement(None, note="no known instruction word in the question")
    titles = {move: load("directives")["moves"][move]["title"] for move in asked.moves}
    made = [move for move in asked.moves if _MOVES[move](essay, context)]
    missing = [titles[move] for move in asked.moves if move not in made]
    findings = []
    if missing and essay.sentences:
        names = " and ".join(f"“{directive.name}”" for directive in asked.directives)
        message = f"{names} asks for {'; '.join(titles.values())}. Not found: {'; '.join(missing)}."
        findings = [
            Finding(essay.sentences[0].span, message, "Plan a place for each before you write.", kind="directive")
        ]
    note = f"{len(made)} of {len(asked.moves)}" + (f"; not found: {', '.join(missing)}" if missing else "")
    return Measurement(len(made) / len(asked.moves), "share of the moves", note, tuple(findings))


def _both_sides(essay: Essay, context: Context) -> bool:
    """An opposing view with its answer, or sections under opposing heads (gains and losses, factors and challenges)."""
    found = context.fact(counter_argument)
    if found is not None and found.answer is not None:
        return True
    aspects = load("directives")["aspects"]
    titles = [section.title for section in context.fact(sections) if section.heading and section.role == "body"]
    against = compile_phrases(tuple(aspects["challenges"]["headed"]))
    for_it = compile_phrases(tuple(aspects["significance"]["headed"]) + tuple(aspects["causes"]["headed"]))
    return any(against.search(title) for title in titles) and any(
        for_it.search(title) and not against.search(title) for title in titles
    )


def _evidence(essay: Essay, context: Context) -> bool:
    return len(context.fact(data)) + sum(claim.attribution == "named" for claim in context.fact(claims)) >= 3


def _degree(essay: Essay, context: Context) -> bool:
    return any(_cues("degree").search(sentence.text) for sentence in (*context.fact(opening), *context.fact(closing)))


def _reasons(essay: Essay, context: Context) -> bool:
    return _count(essay.sentences, gives_reason) >= 3


def _examples(essay: Essay, context: Context) -> bool:
    return (
        _count(essay.sentences, lambda sentence: bool(_cues("examples").search(sentence.text)))
        + len(context.fact(data))
        >= 3
    )


def _comparison(essay: Essay, context: Context) -> bool:
    return _count(essay.sentences, lambda sentence: bool(_cues("comparison").search(sentence.text))) >= 3


def _measures(essay: Essay, context: Context) -> bool:
    """Two proposals in one step of the body: who should do what."""
    proposal = phrase_pattern("directives", "proposals")
    return any(
        _count(unit.sentences, lambda sentence: bool(proposal.search(sentence.text))) >= 2
        for unit in context.fact(body_units)
    )


def _cues(move: str) -> re.Pattern[str]:
    return compile_phrases(tuple(load("directives")["moves"][move]["cues"]))


def _count(sentences: tuple[Sentence, ...], test: Callable[[Sentence], bool]) -> int:
    return sum(1 for sentence in sentences if test(sentence))


_MOVES: dict[str, Callable[[Essay, Context], bool]] = {
    "both-sides": _both_sides,
    "evidence": _evidence,
    "verdict": lambda essay, context: context.fact(verdict) is not None,
    "degree": _degree,
    "reasons": _reasons,
    "examples": _examples,
    "comparison": _comparison,
    "measures": _measures,
}
