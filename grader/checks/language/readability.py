"""At what level of schooling the prose reads.

The Coleman-Liau index (letters a word, sentences a hundred words) as textstat computes it. It needs no syllable
dictionary, so it works offline; an exam answer reads best around grades 9 to 14. It measures plainness, not quality.

Good: grade 11.
Bad: grade 5 (school sentences) or grade 19 (a thicket).
"""

from grader.context import Context
from grader.facts.fresh import fresh_sentences
from grader.model import Essay, Measurement

TITLE = "Readability"
PLAIN, HEAVY = 9, 15  # school grades


def check(essay: Essay, context: Context) -> Measurement:
    """Coleman-Liau grade; None for fewer than 100 words, where the index means nothing."""
    sentences = context.fact(fresh_sentences)
    if sum(len(sentence.tokens) for sentence in sentences) < 100:
        return Measurement(None, note="fewer than 100 words")
    import textstat

    text = " ".join(sentence.text if sentence.text[-1:] in ".?!" else f"{sentence.text}." for sentence in sentences)
    grade = float(textstat.coleman_liau_index(text))
    said = "plain" if grade < PLAIN else "heavy" if grade > HEAVY else "fit for an exam answer"
    note = f"reads like school grade {grade:.0f}, {said} (Coleman-Liau, from the length of words and sentences)"
    return Measurement(grade, "school grade", note)
