"""A clause cut off from its sentence by a full stop.

"If ... . Then ..." leaves the if-clause hanging; "... from Russia. which cause ..." begins a sentence in the middle of one.

Good: "If the dam is not built, then the city will run dry."
Bad: "If the dam is not built. Then the city will run dry."
"""

import re

from grader.context import Context
from grader.model import Essay, Finding, Measurement, Sentence

TITLE = "Broken sentences"
_OPENER = re.compile(r"(?:if|although|though|because|unless|while|whereas)\b", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:then\b|(?:which|who|whom|whose)\b(?!.*\?))")
_DUE_TO_WHICH = re.compile(
    r"(?:due to which|because of which|as a result of which|in which|through which|by which)\b(?!.*\?)", re.IGNORECASE
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
        elif before and _GOES_ON.match(sentence.text) and sentence.text[0].islower():
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
    return bool(_OPENER.match(sentence.text)) and "," not in sentence.text and len(sentence.tokens) <= 20


def _finding(sentence: Sentence, message: str, advice: str) -> Finding:
    first = sentence.tokens[0].span
    return Finding(first, message, advice, (), "major", "sentence structure")
