"""How the answer's sentences are grouped and its headings weighed."""

from __future__ import annotations

from grader.facts.coherence import coherence, placed, signed
from grader.facts.encoded import encoded
from tests.helpers import ANSWER, context_for

LIST = (
    "The towns asked for three things:\n\n- A lower tax on fish.\n- A quay of stone.\n- A school in every town.\n\n"
    + ("The tax was old. It hurt the poor. They ate less fish for it. The state knew it. It did not care.")
)


def test_every_sentence_and_heading_is_read_once() -> None:
    context = context_for(ANSWER)
    read = context.fact(encoded)
    assert read is not None and len(read.sentences) == len(context.essay.sentences)
    assert set(read.labels) == {block.span for block in context.essay.blocks_of("heading", "outline")}


def test_the_items_of_a_list_are_one_paragraph() -> None:
    found = context_for(LIST).fact(signed)
    assert found is not None
    assert found[1] == ((0,), (1, 2, 3), (4, 5, 6, 7, 8))


def test_headings_are_weighed_from_three_telling_ones_on() -> None:
    sections = {"Salt": "Salt is dear.", "Schools": "Pupils are few.", "Roads": "Lorries are slow."}
    text = "\n\n".join(f"# {title}\n\n{said}" for title, said in sections.items())
    near = context_for(text).fact(placed)
    assert near is not None and near > 1
    assert context_for(text.replace("# Salt", "# Causes")).fact(placed) is None


def test_few_joins_show_little() -> None:
    found = context_for(ANSWER).fact(coherence)
    assert found is not None and found.joins < 10
    seen = max(0.0, min(1.0, found.order))
    assert abs(found.value - 0.5) < abs(seen - 0.5) or seen == 0.5
