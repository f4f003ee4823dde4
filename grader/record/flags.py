"""What a reader has to know before the marks: refusals, failures, caps, and what was lacking."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain

from grader.context import Context
from grader.facts.copied import QUESTION, stretches
from grader.facts.language import FED
from grader.facts.question import Question, copied_question
from grader.model import Essay, Measurement
from grader.ownwords import fingerprint
from grader.record.marks import reason
from grader.result import Flag
from grader.rubric.model import Gate, Penalty, Rubric
from grader.scoring import Score

MUCH_COPIED = 0.15  # of the prose, from which the reader is told before the marks


def flags(
    context: Context, asked: Question | None, rubric: Rubric, measurements: Mapping[str, Measurement], score: Score
) -> list[Flag]:
    """All flags of one essay, the gravest first."""
    return list(
        chain(
            [Flag(id="refused", say=score.refused_by.say)] if score.refused_by else [],
            *(_failed(check, one.error, rubric) for check, one in measurements.items() if one.error),
            _unmarked(score),
            _capped(score, rubric),
            (Flag(id="read-with-doubt", say=note) for note in context.essay.notes),
            _asked(context.essay, asked),
            _copied(context, measurements),
            _lacking(context, rubric),
            _chosen(context, rubric),
        )
    )


def _failed(check: str, error: str, rubric: Rubric) -> Iterator[Flag]:
    """What a failed check leaves open: the criteria with a rule on it, and the limits that ask for it."""
    said = f"The check {check} failed ({error})"
    for criterion in rubric.criteria:
        if any(rule.check == check for rule in criterion.rules):
            yield Flag(id="needs-a-person", say=f"{said}; somebody has to mark {criterion.title}.")
    limits: list[Gate | Penalty] = [*rubric.gates, *rubric.penalties]
    for limit in limits:
        if check in limit.when.names:
            no_total = f"the rubric's limit “{limit.id}” rests on it, so no total is given."
            yield Flag(id="needs-a-person", say=f"{said}; {no_total}")


def _unmarked(score: Score) -> Iterator[Flag]:
    for one in score.criteria:
        title, most = one.criterion.title, f"{one.criterion.marks:g}"
        if one.state == "tutor":
            yield Flag(id="tutor", say=f"{title}: the tutor gives these marks, up to {most}.")
        if one.state == "not judged" and not score.refused_by:
            why = reason(one)
            yield Flag(id="not-judged", say=f"{title} ({most} marks) was not judged: {why[:1].lower()}{why[1:]}")


def _capped(score: Score, rubric: Rubric) -> Iterator[Flag]:
    for one in score.criteria:
        if one.capped_by:
            gate = next(gate for gate in rubric.gates if gate.id == one.capped_by)
            yield Flag(id="capped", say=f"{one.criterion.title} is capped at {gate.to:g} marks: {gate.say}")
    if score.capped_by:
        yield Flag(id="capped", say=f"The total is capped at {score.capped_by.to:g} marks: {score.capped_by.say}")


def _asked(essay: Essay, asked: Question | None) -> Iterator[Flag]:
    """No question at all, or one that is not the file's own."""
    if asked is None:
        yield Flag(
            id="no-question",
            say="No question was given or found in the file, so nothing here says whether the text answers one.",
        )
        return
    copied = copied_question(essay)
    if copied and _words(copied) != _words(asked.text):
        yield Flag(
            id="other-question",
            say=f"Marked by the question given; the one in the file, “{_shorten(copied)}”, was not used.",
        )


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _shorten(text: str, most: int = 90) -> str:
    return text if len(text) <= most else text[: most - 2].rsplit(" ", 1)[0] + " …"


def _copied(context: Context, measurements: Mapping[str, Measurement]) -> Iterator[Flag]:
    """Prose that stands elsewhere too, where it is a good part of the answer."""
    own = measurements.get("coverage.own-words")
    if own is None or own.value is None or 1 - own.value <= MUCH_COPIED:
        return
    by_source: Counter[str] = Counter()
    for one in context.fact(stretches):
        by_source[one.source] += one.words
    said = [
        f"{words:,} words in {'the question' if source == QUESTION else source}"
        for source, words in by_source.most_common()
    ]
    more = f" and {len(said) - 3} more" if len(said) > 3 else ""
    yield Flag(
        id="not-own-words",
        say=f"{100 * (1 - own.value):.0f}% of the prose stands elsewhere too, word for word or nearly: {'; '.join(said[:3])}{more}. "
        "It was left out of the credit.",
    )


def _lacking(context: Context, rubric: Rubric) -> Iterator[Flag]:
    used = {rule.check for criterion in rubric.criteria for rule in criterion.rules}
    if not context.expected.points and "coverage.expected-points" in used:
        yield Flag(
            id="no-points",
            say="No expected points were given, so coverage rests on how the argument is developed, not on what it should contain.",
        )
    if context.engine is None and used & FED:
        yield Flag(
            id="no-engine",
            say="No language engine was used: fewer errors are found, and the language mark is likely too kind.",
        )


def _chosen(context: Context, rubric: Rubric) -> Iterator[Flag]:
    """What was chosen for this run and changes what is found: words taken as right, another spelling."""
    words, language = context.task.words, context.task.language
    if words:
        yield Flag(
            id="own-words",
            say=f"Words given as right by the tutor or the student were not looked up: {len(words)} (list {fingerprint(words)}).",
        )
    if language != rubric.language:
        yield Flag(
            id="language", say=f"Spelling was suggested for {language}, as asked; the rubric says {rubric.language}."
        )
