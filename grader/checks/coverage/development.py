"""How many steps of the argument are carried on to a reason and a fact.

"Arguments lack support" and "descriptive, not analytical" are what examiners write year after year. A step counts
nothing when it only asserts, half when it gives a reason or consequence, or a fact without one, 1 when both stand
together; a step of fewer than 90 words counts in proportion to its words. A long section makes several steps. The sum
counts, not the mean: in 34 marked answers the sum goes with the marks given for coverage (correlation .79, the mean .47), and
so it does in 420 school essays marked by teachers (AES 2.0: rank correlation within a prompt .47, the mean .14).

Good: "Exports fell because the rupee was held high: between 2014 and 2017 it stayed at 105."
Bad: "Exports are very important for every country."
"""

from grader.context import Context
from grader.facts.sections import keywords_only
from grader.facts.steps import Step, steps
from grader.facts.support import gives_reason
from grader.model import Essay, Finding, Measurement

TITLE = "Development of the argument"
_CREDIT = {"asserted": 0.0, "explained": 0.5, "evidenced": 1.0}
_WORTH = {"asserted": "0", "explained": "½ each", "evidenced": "1 each"}
_SHOWN = 3  # steps with a fact but no word of reason that are named, longest first: it may go without saying
FULL_STEP = 90  # words: below this a step has no room for claim, reason, fact and consequence


def check(essay: Essay, context: Context) -> Measurement:
    """The body's steps added up by their credit, in full steps carried; None without a body."""
    found = context.fact(steps)
    if not found:
        return Measurement(None, note="no body paragraphs")
    value = sum(_CREDIT[step.depth] * min(1.0, step.words / FULL_STEP) for step in found)
    counts = {depth: sum(step.depth == depth for step in found) for depth in ("evidenced", "explained", "asserted")}
    bare = [step for step in found if step.depth != "evidenced" and not keywords_only(step.unit, essay)]
    unexplained = sorted((step for step in bare if _has_only_facts(step)), key=lambda step: -step.words)[_SHOWN:]
    findings = [
        Finding(step.sentences[0].span, *_say(step), kind="development") for step in bare if step not in unexplained
    ]
    evidenced = [step for step in found if step.depth == "evidenced"]
    best = max(evidenced, key=lambda step: step.words, default=None)
    note = ", ".join(f"{count} {depth} ({_WORTH[depth]})" for depth, count in counts.items() if count)
    short = sum(step.words < FULL_STEP for step in found)
    part = f"; {short} of fewer than {FULL_STEP} words count in proportion" if short else ""
    return Measurement(
        value,
        "steps carried",
        f"{len(found)} step{'s' * (len(found) != 1)}: {note}{part}",
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
