"""Prose whose words are not the writer's own: sentences that stand in the question or in a source too.

Nothing is said of how that came about. What stands in quotation marks or in a block quotation is quoted, and what else
the sentence says decides; names, titles and the question's own phrases in a sentence of the writer's are nobody's. To
say the question once, in the opening or in the close, is good practice. Such prose is set apart before anything is
measured, as a block quotation is: it is shown, and neither earns nor costs anything.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from grader.context import Context
from grader.facts.question import question
from grader.facts.sections import Unit, units
from grader.model import PROSE, Essay, Sentence, Source, Span
from grader.segment.overlap import Run, plain_words, seeds, shared_runs
from grader.words import is_stopword

QUESTION = ""  # the name under which the question's own words go
_RUN = 6  # words in a row that stand elsewhere too; fewer are a phrase that anybody may write
_SHARE = 0.6  # of a sentence's words in such runs, from which it says little else
_LEAST = 8  # ... and so many of them, names and the question's phrases not counted
_CONTENT = 5  # different words among them that carry a meaning
_ASKED = 0.75  # the same share for the question, whose words a good answer takes up
_LONG = 25  # words in one run: no chance and no name, so that short sentences and names in it count as well
_MOST_NAMES = 0.6  # of a sentence's words; above it capitals are the writer's habit and tell no names
_FEW = 3  # words outside quotation marks that make no statement: "He said:"
_QUOTED = re.compile(
    r"\"[^\"]{2,4000}\"|“[^“”]{2,4000}”|(?<!\w)‘[^‘’]{2,4000}’(?!\w)|(?<!\w)'[^']{2,600}'(?!\w)|\A\s*[\"“][^\"“”]+\Z"
)


@dataclass(frozen=True, slots=True)
class Copied:
    """A sentence of the prose that is little but words of ``source`` ("": of the question).

    ``quoted``: it stands in quotation marks as a whole, so it is a quotation; it is set apart and no finding.
    """

    sentence: Sentence
    source: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    quoted: bool
    name: bool


def copied(essay: Essay, context: Context) -> tuple[Copied, ...]:
    """Sentences that stand in the question or a source, in order; those already set apart are among them."""
    asked = context.fact(question)
    sources = context.task.sources
    if not sources and asked is None:
        return ()
    sentences = all_sentences(essay)
    by_sentence = [_words(sentence, quotations) for sentence, quotations in _with_quotations(essay, sentences)]
    ours = [word.text for words in by_sentence for word in words]
    index = seeds(ours)
    of_question = _covered(shared_runs(ours, index, plain_words(asked.text), _RUN)) if asked else set()
    runs = [(source.name, shared_runs(ours, index, _source_words(source), _RUN)) for source in sources]
    covers = [(name, _covered(found), _covered([run for run in found if run.same >= _LONG])) for name, found in runs]
    restated = _Restated(ours, context.fact(units))
    found: list[Copied] = []
    start = 0
    for sentence, words in zip(sentences, by_sentence, strict=True):
        one = _held_against(range(start, start + len(words)), words, of_question, covers)
        start += len(words)
        if one is None or (one.source == QUESTION and restated.is_normal(sentence, one.places)):
            continue
        found.append(Copied(sentence, one.source, one.quoted))
    return tuple(found)


def without_copied(context: Context) -> Context:
    """The context with such sentences set apart; the same one where there are none."""
    found = context.fact(copied)
    if not found:
        return context
    essay = context.essay
    gone = {one.sentence.span for one in found}
    kept = tuple(sentence for sentence in essay.sentences if sentence.span not in gone)
    apart = tuple(one.sentence for one in found)
    words = essay.words - sum(len(sentence.tokens) for sentence in apart)
    return replace(
        context, essay=replace(essay, sentences=kept, apart=apart, words=words), _facts={copied: found}, _measured={}
    )


def all_sentences(essay: Essay) -> tuple[Sentence, ...]:
    """The prose's sentences, those set apart too, in order."""
    return tuple(sorted((*essay.sentences, *essay.apart), key=lambda sentence: sentence.span))


@dataclass(frozen=True, slots=True)
class _Found:
    source: str
    places: list[int]
    quoted: bool = False


def _held_against(
    places: range, words: Sequence[_Word], of_question: set[int], covers: Sequence[tuple[str, set[int], set[int]]]
) -> _Found | None:
    """What a sentence stands in, its words at ``places`` of the prose; None where it is the writer's own."""
    outside = [at for at, word in zip(places, words, strict=True) if not word.quoted]
    quoted = len(outside) < _FEW <= len(words)
    said = list(places) if quoted else outside
    asked = [at for at in said if at in of_question]
    if len(asked) >= max(_LEAST, _ASKED * len(said)):
        return _Found(QUESTION, asked, quoted)
    own = [at for at in said if at not in of_question]
    plain = [at for at in own if not words[at - places.start].name]
    best: tuple[int, str] | None = None
    for name, cover, in_long in covers:
        held = _telling([at for at in plain if at in cover], words, places.start)
        long = sum(at in in_long for at in own)
        whole = len(own) >= _FEW and long >= _SHARE * len(own) and 2 * len(own) >= len(said)
        if (whole or held >= max(_LEAST, _SHARE * len(plain))) and (best is None or max(held, long) > best[0]):
            best = max(held, long), name
    return _Found(best[1], [], quoted) if best else None


def _telling(held: Sequence[int], words: Sequence[_Word], start: int) -> int:
    """How many words a sentence holds of a source; 0 where they are set phrases ("where there is a will")."""
    content = {words[at - start].text for at in held if not is_stopword(words[at - start].text)}
    return len(held) if len(content) >= _CONTENT else 0


class _Restated:
    """What of the question was said again so far: each part of it once in the opening and once in the close is normal."""

    def __init__(self, ours: Sequence[str], parts: Sequence[Unit]) -> None:
        self._ours, self._parts = ours, parts
        self._opens = any(unit.role == "introduction" for unit in parts)
        self._said: dict[str, set[str]] = {"introduction": set(), "conclusion": set()}

    def is_normal(self, sentence: Sentence, places: Sequence[int]) -> bool:
        role = next((unit.role for unit in self._parts if unit.span.holds(sentence.span)), "body")
        if role != "conclusion":
            if self._opens and role != "introduction":
                return False
            role = "introduction"  # where no part of the answer opens it, the first place does
        words = [self._ours[at] for at in places]
        again = sum(word in self._said[role] for word in words)
        self._said[role].update(words)
        return 2 * again < len(words)


def _covered(runs: Sequence[Run]) -> set[int]:
    return {at for run in runs for at in range(run.start, run.end)}


def _with_quotations(essay: Essay, sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, list[Span]]]:
    """Every sentence with the quotations of its paragraph, in order of their place."""
    by_block = {
        at: [view.source(*match.span()) for match in _QUOTED.finditer(view.text)]
        for at, (block, view) in enumerate(zip(essay.blocks, essay.views, strict=True))
        if block.kind in PROSE
    }
    return ((sentence, by_block[sentence.block]) for sentence in sentences)


def _words(sentence: Sentence, quotations: Sequence[Span]) -> list[_Word]:
    starts = [span.start for span in quotations]
    names = _names(sentence)
    found = []
    for token, name in zip(sentence.tokens, names, strict=True):
        at = bisect_right(starts, token.span.start) - 1
        quoted = at >= 0 and token.span.start < quotations[at].end
        found += [_Word(word, quoted, name) for word in plain_words(token.text)]
    return found


def _names(sentence: Sentence) -> list[bool]:
    """Which words belong to names: capitals inside a sentence, and the small words between them."""
    words = [token.text for token in sentence.tokens]
    found = [word[0].isupper() and at > 0 for at, word in enumerate(words)]
    if sum(found) > _MOST_NAMES * len(words):
        return [False] * len(words)
    named = [at for at, is_name in enumerate(found) if is_name]
    for one, other in pairwise(named):
        if other - one <= 4 and all(is_stopword(word) or word.isdigit() for word in words[one + 1 : other]):
            found[one:other] = [True] * (other - one)
    return found


@lru_cache(maxsize=64)
def _source_words(source: Source) -> list[str]:
    return plain_words(source.text)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Copied sentences of one source in a row, within a paragraph; ``words`` long."""

    span: Span
    source: str
    words: int


def stretches(essay: Essay, context: Context) -> tuple[Stretch, ...]:
    """What is copied and not in quotation marks, in order."""
    found: list[Stretch] = []
    place = {sentence.span: at for at, sentence in enumerate(all_sentences(essay))}
    before: Copied | None = None
    for one in context.fact(copied):
        if one.quoted:
            continue
        span, words = one.sentence.span, len(one.sentence.tokens)
        goes_on = (
            before is not None
            and before.source == one.source
            and before.sentence.block == one.sentence.block
            and place[before.sentence.span] + 1 == place[span]
        )
        if goes_on:
            last = found.pop()
            span, words = Span(last.span.start, span.end), last.words + words
        found.append(Stretch(span, one.source, words))
        before = one
    return tuple(found)


def prose_held(essay: Essay, context: Context) -> int:
    """Words of the prose, quotations set apart not among them: what the copied words are a share of."""
    quoted = sum(len(one.sentence.tokens) for one in context.fact(copied) if one.quoted)
    return sum(len(sentence.tokens) for sentence in all_sentences(essay)) - quoted
