"""A clause cut off from its sentence by a full stop.

"If ... . Then ..." leaves the if-clause hanging; "... from Russia. which cause ..." begins a sentence in the middle of one.

Good: "If the dam is not built, then the city will run dry."
Bad: "If the dam is not built. Then the city will run dry."
"""

import re

from grader.context import Context
from grader.model import Essay, Finding, Measurement, Sentence

TITLE = "Broken sentences"
# Before a main clause of its own ("if he won he would rule") the clause does not hang: then there is a modal verb or a comma.
_HANGING = re.compile(
    r"if\b(?!.*(?:,|\b(?:will|would|shall|should|can|could|may|might|must)\b))", re.IGNORECASE | re.DOTALL
)
_LONGEST = 20  # words: a longer sentence has a main clause somewhere
_GOES_ON = re.compile(r"(?:which|who|whom|whose)\b(?!.*\?)", re.DOTALL)
_DUE_TO_WHICH = re.compile(
    r"(?:due to which|because of which|as a result of which)\b(?!.*\?)", re.IGNORECASE | re.DOTALL
)


def check(essay: Essay, context: Context) -> Measurement:
    """Number of broken sentences."""
    found: list[Finding] = []
    for i, sentence in enumerate(essay.sentences):
        before = essay.sentences[i - 1] if i and essay.sentences[i - 1].block == sentence.block else None
        if before and _hangs(before) and re.match(r"then\b", sentence.text, re.IGNORECASE):
            found.append(
                _finding(
                    before,
                    f"The clause with “{before.tokens[0].text}” is no sentence by itself.",
                    "Put a comma in place of the full stop and go on.",
                )
            )
        elif before and _GOES_ON.match(sentence.text):
            found.append(
                _finding(
                    sentence,
                    f"A sentence cannot begin with “{sentence.tokens[0].text}” here; it goes on with the one before.",
                    "Join it to the sentence before with a comma.",
                )
            )
        elif before and _DUE_TO_WHICH.match(sentence.text):
            found.append(
                _finding(
                    sentence,
                    "This is part of the sentence before it.",
                    "Join it with a comma, or begin with “As a result”.",
                )
            )
    return Measurement(float(len(found)), "findings", findings=tuple(found))


def _hangs(sentence: Sentence) -> bool:
    return len(sentence.tokens) <= _LONGEST and _HANGING.match(sentence.text) is not None


def _finding(sentence: Sentence, message: str, advice: str) -> Finding:
    first = sentence.tokens[0].span
    return Finding(first, message, advice, (), "major", "sentence structure")
