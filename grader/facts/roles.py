"""Who does what in the answer: thesis, plan, counter-argument with its answer, closing verdict.

Each is located by cue phrases (``lexicon/roles.yaml``), by place, and by whether the sentence speaks of the question's
subject; position and verdict also by the model of argument components, since good ones often have no cue. Each carries
a confidence from 0 to 1. What is not found is None, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from grader.context import Context
from grader.facts.components import components
from grader.facts.question import Question, question, shares_subject
from grader.facts.retold import retold
from grader.facts.sections import Unit, role_units, units
from grader.facts.writer import writer_contends
from grader.lexicon import phrase_pattern
from grader.model import Essay, Sentence, Span
from grader.segment.similarity import content_stems

SURE = 0.9
LIKELY = 0.6
_COMES_BACK = 0.8  # likelihood of the position in a last paragraph that concludes without saying so
_SHARED = 2  # content words of the position that a concluding sentence comes back to, one of them not the question's
_SETTLES = 0.75  # the same of a sentence of the conclusion
_PLAIN = 0.85  # likelihood from which a position at the end of the opening cannot be missed
_QUOTED = re.compile(r"[\"“][^\"“”]{8,600}[\"”]")
_POSITION = 0.6  # likelihood from which the model of argument components takes a sentence for the position


@dataclass(frozen=True, slots=True)
class Located:
    """A part of the answer that was found: where, and how sure (0 to 1)."""

    span: Span
    confidence: float


@dataclass(frozen=True, slots=True)
class CounterArgument:
    """An opposing view and, where one follows, the sentence that begins its answer."""

    span: Span
    answer: Span | None
    confidence: float


def opening(essay: Essay, context: Context) -> tuple[Sentence, ...]:
    """Sentences of the introduction; where none is marked off, the first section or paragraph."""
    introduction = context.fact(role_units)["introduction"]
    if introduction:
        return tuple(sentence for unit in introduction for sentence in unit.sentences)
    first = context.fact(units)[:1]
    return tuple(sentence for unit in first for sentence in unit.sentences)


def closing(essay: Essay, context: Context) -> tuple[Sentence, ...]:
    """Sentences of the conclusion; where none is marked off, of a last paragraph that opens like one or comes back to the
    position; else none."""
    marked_off = context.fact(role_units)["conclusion"]
    if marked_off:
        again = {one.again for one in context.fact(retold)}  # what stood before concludes nothing
        return tuple(one for unit in marked_off for one in unit.sentences if one.span not in again)
    last = (
        [sentence for sentence in essay.sentences if sentence.block == essay.sentences[-1].block]
        if essay.sentences
        else []
    )
    if not last:
        return ()
    opens = phrase_pattern("roles", "conclusion_openers").match(last[0].text)
    likely, proposes = context.fact(components), phrase_pattern("directives", "proposals")
    back = any(likely[one.span]["major"] >= _COMES_BACK and not proposes.search(one.text) for one in last)
    return tuple(last) if opens or back else ()


def thesis(essay: Essay, context: Context) -> Located | None:
    """The sentence that takes a position on the question, in the opening."""
    asked, likely, first = context.fact(question), context.fact(components), context.fact(opening)
    scored = [(_thesis_score(one, asked, likely[one.span]["major"]), one) for one in first]
    score, best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    if score >= _PLAIN and best in first[-2:]:
        score = SURE  # where a position is looked for, and said like one
    return Located(best.span, score) if best is not None and score >= LIKELY else None


def _thesis_score(sentence: Sentence, asked: Question | None, major: float) -> float:
    """``major``: the likelihood that the sentence is the position, by the model of argument components."""
    text = sentence.text
    if text.rstrip().endswith("?") or len(sentence.tokens) < 6:
        return 0.0
    if phrase_pattern("roles", "stance").search(text) or writer_contends(text):
        return SURE
    if phrase_pattern("roles", "told").match(text):
        return 0.0
    on_subject = asked is None or shares_subject(text, asked, min(2, len(asked.terms)))
    ought = phrase_pattern("roles", "ought")
    if asked and on_subject and ought.match(asked.text) and ought.search(text):
        return LIKELY
    judgements = len({match.group().lower() for match in phrase_pattern("roles", "judgement").finditer(text)})
    if any(phrase_pattern("roles", key).search(text) for key in ("plan", "announced", "themes")):
        return 0.0
    if major >= _POSITION:
        return max(LIKELY, min(major, SURE - 0.01))
    if not on_subject or len(sentence.tokens) < 12:
        return 0.0
    return LIKELY if judgements >= 2 else 0.5 * bool(judgements)


def plan(essay: Essay, context: Context) -> Located | None:
    """The sentence of the opening that says what the answer will do or names its themes."""
    position = context.fact(thesis)
    for key, confidence in (("plan", SURE), ("announced", 0.8), ("themes", LIKELY)):
        said = [one for one in context.fact(opening) if phrase_pattern("roles", key).search(one.text)]
        said.sort(key=lambda one: (position is not None and one.span == position.span, one.span))
        if said:
            return Located(said[0].span, confidence)
    return None


def verdict(essay: Essay, context: Context) -> Located | None:
    """The sentence of the conclusion that settles the question: it weighs, or comes back to the position, and speaks of the
    subject or sums up."""
    asked, likely, position = context.fact(question), context.fact(components), context.fact(thesis)
    held = content_stems(essay[position.span]) if position else set()
    scored = [
        (_verdict_score(sentence, asked, likely[sentence.span]["major"], held), -i, sentence)
        for i, sentence in enumerate(context.fact(closing))
    ]
    score, _, best = max(scored, key=lambda entry: entry[:2], default=(0.0, 0, None))
    return Located(best.span, min(1.0, score + 0.2)) if best is not None and score >= 0.4 else None


def _verdict_score(sentence: Sentence, asked: Question | None, major: float, held: AbstractSet[str]) -> float:
    """``held``: stems of the position's content words."""
    text = sentence.text
    if phrase_pattern("roles", "evasion").search(text) or text.rstrip().endswith("?") or len(sentence.tokens) < 6:
        return 0.0
    if phrase_pattern("roles", "appeal").search(text) or _is_quoted(text):
        return 0.0
    weighings = len({match.group().lower() for match in phrase_pattern("roles", "weighing").finditer(text)})
    settles = major >= _SETTLES
    own, asked_for = content_stems(text), set(asked.terms) if asked else set()
    concludes = phrase_pattern("roles", "closing").search(text) or phrase_pattern("roles", "stance").search(text)
    returns = bool(concludes) and len(own & held) >= _SHARED and bool(own & (held - asked_for))
    if not weighings and not settles and not returns:
        return 0.0
    terms = len(own & asked_for) if asked else max(1, len(own & held))
    return 0.2 * min(2, weighings) + 0.15 * min(2, terms) + 0.6 * settles + 0.2 * returns + 0.3 * bool(concludes)


def _is_quoted(text: str) -> bool:
    """Whether most of a sentence is somebody's words: what they settle is not what the writer settles."""
    quoted = sum(len(match.group().split()) for match in _QUOTED.finditer(text))
    return 2 * quoted > len(text.split())


def counter_argument(essay: Essay, context: Context) -> CounterArgument | None:
    """The best-marked opposing view in the body: one with an answer before one without."""
    held = [one.span for one in essay.sentences if phrase_pattern("roles", "stance").search(one.text)]
    body = [unit for unit in context.fact(units) if unit.role == "body"]
    found = [
        hit
        for unit in body
        for hit in _opposing(unit, next((span for span in held if span.start >= unit.span.end), None))
    ]
    return max(found, key=lambda hit: (hit.confidence, -hit.span.start), default=None)


def _opposing(unit: Unit, settled: Span | None) -> list[CounterArgument]:
    """``settled``: where the writer's own position comes later, which answers a paragraph given to the other side."""
    headed = unit.headed and bool(phrase_pattern("roles", "opposing_headings").search(unit.title))
    found = []
    for i, sentence in enumerate(unit.sentences):
        plain = phrase_pattern("roles", "opposing_plain").search(sentence.text)
        cued = (
            plain
            or phrase_pattern("roles", "opposing").search(sentence.text)
            or phrase_pattern("roles", "opposing_openers").match(sentence.text)
        )
        if not cued and not (headed and i == 0):
            continue
        given = i == 0 or unit.sentences[i - 1].block != sentence.block
        opens = given and phrase_pattern("roles", "opposing_openers").match(sentence.text)
        answer = _answer(unit.sentences[i:]) or (settled if opens else None)
        confidence = 0.35 * bool(cued) + 0.25 * bool(plain) + 0.6 * headed + 0.3 * bool(answer)
        if confidence >= LIKELY:
            found.append(CounterArgument(sentence.span, answer, min(1.0, confidence)))
    return found


def _answer(sentences: tuple[Sentence, ...]) -> Span | None:
    """The first sentence that answers: within the next six, or the same one after its first words."""
    for sentence in sentences[1:7]:
        if any(start < 0.6 * len(sentence.text) for start in _turns(sentence.text)):
            return sentence.span
    return sentences[0].span if any(start > 20 for start in _turns(sentences[0].text)) else None


def _turns(text: str) -> list[int]:
    """Where a sentence turns against the view before it: a turn at the head of a clause, or a word on that view."""
    heads = (match.start() for match in phrase_pattern("roles", "turn").finditer(text))
    turns = [start for start in heads if text[:start].rstrip(" \"'“”‘’(")[-1:] in ("", *",;:–—")]
    return turns + [match.start() for match in phrase_pattern("roles", "rebuttal").finditer(text)]
