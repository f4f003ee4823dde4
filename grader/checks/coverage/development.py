"""How far the steps of the argument are carried: asserted, explained, or explained with evidence.

"Arguments lack support" and "descriptive, not analytical" are what examiners write year after year. A step counts
nothing when it only asserts, half when it gives a reason or consequence, or a fact without one, 1 when both stand
together; a step of fewer than 45 words counts in proportion to its words. A long section makes several steps.

Good: "Exports fell because the rupee was held high: between 2014 and 2017 it stayed at 105."
Bad: "Exports are very important for every country."
"""

from grader.context import Context
from grader.facts.steps import Step, steps
from grader.facts.support import gives_reason
from grader.model import Essay, Finding, Measurement

TITLE = "Development of the argument"
_CREDIT = {"asserted": 0.0, "explained": 0.5, "evidenced": 1.0}
_SHOWN = 3  # steps with a fact but no word of reason that are named, longest first: it may go without saying
FULL_STEP = 45  # words: below this a step has no room for claim, reason, fact and consequence


def check(essay: Essay, context: Context) -> Measurement:
    """Mean credit of the body's steps, weighted by their words, 0 to 1; None without a body."""
    found = context.fact(steps)
    words = sum(step.words for step in found)
    if not words:
        return Measurement(None, note="no body paragraphs")
    value = sum(_CREDIT[step.depth] * step.words * min(1.0, step.words / FULL_STEP) for step in found) / words
    counts = {depth: sum(step.depth == depth for step in found) for depth in ("evidenced", "explained", "asserted")}
    bare = [step for step in found if step.depth != "evidenced"]
    unexplained = sorted((step for step in bare if _has_only_facts(step)), key=lambda step: -step.words)[_SHOWN:]
    findings = [
        Finding(step.sentences[0].span, *_say(step), kind="development") for step in bare if step not in unexplained
    ]
    evidenced = [step for step in found if step.depth == "evidenced"]
    best = max(evidenced, key=lambda step: step.words, default=None)
    note = ", ".join(f"{count} {depth}" for depth, count in counts.items() if count)
    return Measurement(
        value,
        "mean credit",
        f"{note}, {len(found)} step{'s' * (len(found) != 1)} in all",
        tuple(findings),
        quote=best.proof if best else None,
    )


def _has_only_facts(step: Step) -> bool:
    return step.depth == "explained" and not any(gives_reason(sentence) for sentence in step.sentences)


def _say(step: Step) -> tuple[str, str]:
    if step.depth == "asserted":
        return (
            "Neither a reason nor a fact was found in this step.",
            "Add 'because ...', then one dated or named fact that shows it.",
        )
    if not _has_only_facts(step):
        return (
            "A reason was found in this step, but no fact, case or figure with it.",
            "Add one dated or named fact that shows it.",
        )
    return (
        "A fact was found in this step, but no word such as “because” or “therefore” that says why it matters.",
        "Say what the fact shows: 'because ...', 'as a result ...'.",
    )
