"""The question taken apart and the body step by step, in the contract's form."""

from __future__ import annotations

from grader.context import Context
from grader.facts.drift import drifting
from grader.facts.moves import Move, moves
from grader.facts.parts import part_places
from grader.facts.question import question
from grader.facts.repeats import repeats
from grader.facts.steps import Step, steps
from grader.lexicon import load
from grader.record.places import evidence
from grader.records import (
    ArgumentRecord,
    DirectiveRecord,
    MoveRecord,
    PartRecord,
    Place,
    QuestionRecord,
    RepeatRecord,
    StepRecord,
)

NOTHING = ArgumentRecord(steps=[], repeated=[], drifting=None)


def question_record(context: Context) -> QuestionRecord | None:
    """The question with the place of each part and move; None without a question."""
    asked = context.fact(question)
    if asked is None:
        return None
    return QuestionRecord(
        text=asked.text,
        subject=asked.subject,
        directives=[DirectiveRecord(name=one.name, reading=one.reading) for one in asked.directives],
        parts=[
            PartRecord(
                name=one.part.name,
                asked=one.part.asked,
                where=evidence(one.where, context) if one.where else None,
                in_passing=one.in_passing,
            )
            for one in context.fact(part_places)
        ],
        moves=[_move(one, context) for one in context.fact(moves)],
    )


def _move(one: Move, context: Context) -> MoveRecord:
    side = one.one_side
    return MoveRecord(
        id=one.id,
        title=one.title,
        where=evidence(one.where, context) if one.where else None,
        one_side=evidence(side.span, context) if side else None,
        side=load("directives")["one_side"][side.which] if side else "",
        do=load("directives")["add_a_side"][side.which] if side else one.do,
    )


def argument_record(context: Context) -> ArgumentRecord:
    """The body's steps with their depth, the points made twice, the steps that drift."""
    astray = context.fact(drifting)
    return ArgumentRecord(
        steps=[_step(one, context) for one in context.fact(steps)],
        repeated=[
            RepeatRecord(first=evidence(one.first.span, context), again=evidence(one.again.span, context))
            for one in context.fact(repeats)
        ],
        drifting=None if astray is None else [evidence(one.sentences[0].span, context) for one in astray],
    )


def _step(one: Step, context: Context) -> StepRecord:
    shown = evidence(one.sentences[0].span, context)
    proof = one.proof
    return StepRecord(
        quote=shown.quote,
        span=shown.span,
        section=shown.section,
        line=shown.line,
        depth=one.depth,
        proof=Place(quote=context.essay[proof], span=proof, line=context.essay.line_of(proof.start)) if proof else None,
    )
