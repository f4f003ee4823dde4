"""The whole flow: read, check, score, put down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from grader import checks, engines, readers
from grader.context import Context, Task
from grader.errors import EngineError
from grader.facts.copied import without_copied
from grader.facts.english import english_share
from grader.facts.fresh import words_that_count
from grader.facts.language import FED
from grader.facts.wording import wording
from grader.model import Essay, Measurement, Source
from grader.ownwords import as_words
from grader.record import record
from grader.result import Result
from grader.rubric import PointSet, Rubric, default_id, load_points, load_rubric
from grader.scoring import Score, score
from grader.sources import read_sources

if TYPE_CHECKING:
    from grader.engines import Engine


def mark(
    essay: Essay | str | Path,
    rubric: Rubric | str | Path | None = None,
    *,
    question: str = "",
    points: PointSet | str | Path | None = None,
    engine: Engine | str | None = "auto",
    words: Iterable[str] | str | Path = (),
    language: str = "",
    sources: Iterable[Source | str | Path] | str | Path = (),
) -> Result:
    """Marks one essay.

    Args:
        essay: an essay, or the path of a file that is read (``readers.FORMATS``).
        rubric: a rubric, the id of a shipped one, or the path of a YAML file; by default "css-current-affairs".
        question: the question asked; by default the points file's, the rubric's, or the essay's own "Q." line.
        points: expected points, or the path of a points file; by default the rubric's own.
        engine: "auto", "lingotweaker", "languagetool", "own", "none" (or None), or an engine already made.
        words: words that are right though no dictionary has them, or the path of a file of such words, one a line.
        language: "en-GB" or "en-US", the spelling that is suggested; by default the rubric's.
        sources: texts that the answer is held against (model answers, readings), or the paths of files: prose
            in their words is shown and earns nothing. So does prose that only says the question again.

    Returns:
        The result: marks, findings, actions, all with spans in code points of ``result.essay.text``. The same
        input and versions give the same result.

    Raises:
        InputError: the essay cannot be read, or a text was given in the place of a path.
        RubricError: the rubric or points file has a mistake.
        WordsError: the file of words cannot be used.
        SourceError: a source cannot be read.
        EngineError: there is no such engine, it cannot run or it stopped working ("auto" goes on with the next one
            instead); or no such language.
    """
    if not isinstance(essay, Essay):
        essay = readers.read(essay)
    if not isinstance(rubric, Rubric):
        rubric = load_rubric(rubric or default_id())
    if points is not None and not isinstance(points, PointSet):
        points = load_points(points)
    if language not in ("", *engines.LANGUAGES):
        raise EngineError(f"no language called {language!r}; there are {', '.join(engines.LANGUAGES)}")
    may_change = engine == "auto"
    made = _engine(engine, language or rubric.language) if isinstance(engine, str) else engine
    own, held_against = as_words(words), read_sources(sources)
    while True:
        context = make_context(
            essay, rubric, question, points, made, words=own, language=language, sources=held_against
        )
        try:
            measurements = measure(context)
        except EngineError as error:  # with "auto", the whole essay is marked again with what else is there
            if not may_change or made is None:
                raise
            engines.give_up(made, str(error))
            made = engines.make("auto", language or rubric.language)
        else:
            return record(context, rubric, measurements, score_essay(context, rubric, measurements))


def _engine(name: str, language: str) -> Engine | None:
    if name not in engines.NAMES:
        raise EngineError(f"no language engine called {name!r}; there are {', '.join(engines.NAMES)}")
    return engines.make(name, language)


def make_context(
    essay: Essay,
    rubric: Rubric,
    question: str = "",
    points: PointSet | None = None,
    engine: Engine | None = None,
    *,
    words: frozenset[str] = frozenset(),
    language: str = "",
    sources: tuple[Source, ...] = (),
) -> Context:
    """The context for one essay: who gives the question and the points is settled here, and what is not its own words."""
    expected = points or rubric.points
    task = Task(
        question=question or expected.question or rubric.question,
        directive=expected.directive or rubric.directive,
        target_words=rubric.target_words,
        min_words=rubric.min_words,
        max_words=rubric.max_words,
        language=language or rubric.language,
        words=words,
        sources=sources,
        references=rubric.references,
    )
    return without_copied(Context(essay, task, expected, engine))


def measure(context: Context) -> dict[str, Measurement]:
    """Every check's measurement, by check id."""
    return {check: context.measure(check) for check in checks.ids()}


def score_essay(context: Context, rubric: Rubric, measurements: Mapping[str, Measurement]) -> Score:
    """Marks the measurements of one essay under a rubric."""
    essay, task = context.essay, context.task
    values: dict[str, float | None] = {
        "text.words": float(context.fact(words_that_count)),
        "text.prose-words": float(essay.prose_words),
        "text.english": context.fact(english_share),
        "text.wording": context.fact(wording),
        "text.sentences": float(len(essay.sentences)),
        "text.paragraphs": float(len(essay.blocks_of("paragraph", "list-item"))),
        "task.words.min": float(task.min_words) or None,
        "task.words.max": float(task.max_words) or None,
        "task.words.target.min": float(task.target_words[0]) or None,
        "task.words.target.max": float(task.target_words[1]) or None,
    }
    return score(rubric, measurements, values, unsure_criteria(context, rubric))


def unsure_criteria(context: Context, rubric: Rubric) -> list[str]:
    """Criteria whose marks rest on less than they were made for: no expected points, no language engine, or words that
    were read with doubt."""
    if context.essay.notes:
        return [criterion.id for criterion in rubric.criteria]
    lacking = set()
    if not context.expected.points:
        lacking.add("coverage.expected-points")
    if context.engine is None:
        lacking |= FED
    return [criterion.id for criterion in rubric.criteria if any(rule.check in lacking for rule in criterion.rules)]
