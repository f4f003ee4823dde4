"""Which sentences of a source could stand as a point: those that claim something, by themselves, in few enough words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from grader.drafting.clauses import FEWEST_WORDS, MOST_WORDS, has_finite_verb, second_claim
from grader.drafting.model import Candidate, Parsed, Source
from grader.drafting.nouns import noun_phrases
from grader.drafting.standing import commands, points_back, proposes, tells_of_the_past
from grader.drafting.steps import Step, steps
from grader.facts.attribution import attribution
from grader.facts.question import Question
from grader.lexicon import compile_phrases, load, phrase_pattern, words
from grader.segment.similarity import content_stems
from grader.segment.tokens import WORD, count_words

LEAST_WORDS = 6
_LEAST_STEMS = 3  # beside the question's own
_LITERAL = 0.5  # for a sentence all of whose words come in other steps too: pictures ("the hammer, the glass") do not
_GOOD = 0.75  # a score from which a sentence stands for its step
_ROOM = 55  # words of a step for each point that may come of it
_MOST_OF_A_STEP = 2
_FAIR = 0.3  # ... from which it does so where a number shows that its heading is a point
_MORE = 0.7  # so much better than good is a second sentence of one step
_FULL_HEAD = 7  # words of a numbered heading that names its point as well as a sentence does
_NUMBERED = 1.0  # what stands under a number is what a writer counts as a point

_CITATION = re.compile(r"\s*\((?:[^()]*\b(?:1[5-9]|20)\d\d[a-z]?[^()]*|\s*)\)|\s*\[\d+\]")
_ENDS = (".", "!", ".”", '."', ".’", ".'")
_FIGURE = re.compile(r"\d")
_SAYS_WHO = re.compile(r"\baccording to\b|\bas per\b|[\"“”]", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:I|my|me)\b")


def candidates(sources: Sequence[Source], asked: Question | None) -> list[Candidate]:
    """The candidates of all sources, in the order of the sources and their lines.

    Raises:
        EngineError: the parser is not installed.
    """
    from grader.engines.parser import parse

    cut = [(number, step) for number, source in enumerate(sources) for step in steps(source, asked)]
    texts = [[plain(sentence.text) for sentence in step.sentences] or [step.head] for _, step in cut]
    docs: Iterator[Any] = parse(text for step in texts for text in step)
    spread = Counter(stem for wordings in texts for stem in content_stems(" ".join(wordings)))
    shared = frozenset(stem for stem, count in spread.items() if count > 1)
    found: list[Candidate] = []
    for (number, step), wordings in zip(cut, texts, strict=True):
        parsed = [Parsed(text, next(docs), place) for place, text in enumerate(wordings)]
        found += _of_step(number, sources[number], step, parsed, asked, shared)
    return found


def _halved(one: Parsed) -> list[Parsed]:
    """A sentence that makes two claims as two, any other as it is."""
    at = second_claim(one.doc)
    if at is None:
        return [one]
    halves = (one.doc[:at], one.doc[at:])
    return [Parsed(_as_sentence(half.text), half.as_doc(), one.place) for half in halves]


def _as_sentence(text: str) -> str:
    text = re.sub(r"[\s,;]*(?:\band)?[\s,;]*$", "", text.strip(" ,;"))
    return plain(text[:1].upper() + text[1:].rstrip(".") + ".")


def plain(sentence: str) -> str:
    """A sentence without its citations and without the words at its head that lead on from the one before."""
    text = " ".join(_CITATION.sub("", sentence).split()).replace(" ,", ",").replace(" .", ".")
    text = re.sub(r"\s*[;,]$", ".", text)  # an item of a list
    while match := phrase_pattern("drafting", "openers").match(text):
        rest = text[match.end() :].lstrip(" ,:;")
        comma = text[match.end() :].lstrip(" ").startswith(",")
        if not rest or not (comma or match.group().lower() in words("drafting", "openers_without_comma")):
            break
        text = rest[:1].upper() + rest[1:]
    return text


def _of_step(
    number: int,
    source: Source,
    step: Step,
    parsed: list[Parsed],
    asked: Question | None,
    shared: frozenset[str],
) -> list[Candidate]:
    around = " ".join((step.head, *(one.text for one in parsed if step.sentences)))
    nouns = tuple(dict.fromkeys(phrase for one in parsed for phrase in _terms(one)))
    found: list[Candidate] = []
    terms = set(asked.terms) if asked else set()

    def made(text: str, line: int, score: float, headline: bool, doc: Any) -> Candidate:
        group = group_of(text, step.heads, asked, proposes(doc))
        return Candidate(text, number, line, step.head, group, around, score, headline, nouns=nouns)

    halves = [half for sentence in parsed for half in _halved(sentence)] if step.sentences else []
    for one in halves:
        score = _score(one, parsed, step, terms, shared)
        if score is not None:
            line = source.essay.line_of(step.sentences[one.place].span.start)
            found.append(made(one.text, line, score, False, one.doc))
    found.sort(key=lambda one: (-one.score, one.line))
    room = max(1, min(_MOST_OF_A_STEP, round(count_words(around) / _ROOM)))
    chosen = [one for i, one in enumerate(found[:room]) if one.score >= _GOOD + _MORE * i] or found[:1]
    chosen = [one for one in chosen if one.score >= (_FAIR if step.numbered else 0)]
    if step.head and (step.numbered or not chosen):
        head = made(step.head, step.line, _GOOD if step.numbered else 0.0, True, parsed[0].doc)
        chosen = _under_a_number(chosen, head)
    added = _NUMBERED if step.numbered else 0.0
    chosen[:1] = [replace(one, score=one.score + added) for one in chosen[:1]]
    return sorted(chosen, key=lambda one: (one.line, -one.score))


def _terms(one: Parsed) -> list[str]:
    """A sentence's noun phrases; without names where it names its source: "the Finance Division", "Interior Ministry"."""
    vouched = attribution(one.text)[0] == "named"
    return [phrase for phrase in noun_phrases(one.doc) if phrase.islower() or not vouched]


def _under_a_number(chosen: list[Candidate], head: Candidate) -> list[Candidate]:
    """The heading, its best sentences, or the one before the other, whichever says most."""
    long = count_words(head.text)
    weak = not chosen or chosen[0].score < _GOOD
    asks = head.text.endswith("?")
    if not chosen or (weak and long >= FEWEST_WORDS and not asks):
        return [head]
    if long >= _FULL_HEAD and not asks:
        return [replace(head, wordings=tuple(one.text for one in chosen))]
    if weak and not asks and ":" not in chosen[0].text and count_words(chosen[0].text) + long <= MOST_WORDS:
        return [replace(chosen[0], text=f"{head.text}: {chosen[0].text}")]
    return chosen


def _score(one: Parsed, step: list[Parsed], above: Step, terms: set[str], shared: frozenset[str]) -> float | None:
    """How well a sentence would stand as a point; None where it cannot."""
    text = one.text
    long = count_words(text)
    stems = content_stems(text)
    if text[:1].islower() or not text.endswith(_ENDS) or not LEAST_WORDS <= long <= MOST_WORDS:
        return None
    if len(stems - terms) < _LEAST_STEMS or not (has_finite_verb(one.doc) or commands(one.doc)):
        return None
    if phrase_pattern("drafting", "not_argued").search(text):
        return None
    score = 0.5 * sum(bool(phrase_pattern("drafting", key).search(text)) for key in ("claim", "cause"))
    score += 0.7 * bool(phrase_pattern("drafting", "remedy").search(text))
    score += 0.3 * (one.place == 0) + 0.2 * (10 <= long <= 28)
    score += _centrality(stems, [content_stems(other.text) for other in step if other.place != one.place])
    score += 0.5 * bool(above.head and stems & (content_stems(above.head) - terms))
    score += _LITERAL * len((stems - terms) & shared) / len(stems - terms)
    score += 0.2 * bool(stems & terms) + 0.7 * bool(phrase_pattern("drafting", "counter").search(text))
    score -= (
        0.5 * bool(_FIGURE.search(text)) + 0.4 * bool(_SAYS_WHO.search(text)) + 0.8 * bool(_FIRST_PERSON.search(text))
    )
    if attribution(text)[0] != "none" and not phrase_pattern("drafting", "counter").search(text):
        score -= 0.5
    score -= 1.2 * points_back(one.doc) + 0.4 * tells_of_the_past(one.doc)
    return score


def _centrality(stems: frozenset[str], others: list[frozenset[str]]) -> float:
    """How much a sentence shares with those around it: 0 to 1."""
    if not others or not stems:
        return 0.0
    around = frozenset().union(*others)
    return len(stems & around) / len(stems)


def group_of(text: str, heads: Sequence[str], asked: Question | None, proposal: bool = False) -> str:
    """The part of the question that a wording belongs to: by what it says, by the headings above it; "" for none."""
    if phrase_pattern("drafting", "counter").search(text) or any(
        phrase_pattern("drafting", "counter_headings").search(head) for head in heads
    ):
        return "counter-view"
    aspects = load("directives")["aspects"]
    wanted = [part.name for part in asked.parts] if asked else []
    called = {part.name: part.asked.lower() for part in asked.parts if part.name == "significance"} if asked else {}
    for names in (wanted, list(load("drafting")["groups"])):
        for head in heads:
            for name in names:
                if compile_phrases(tuple(aspects[name]["headed"])).search(head):
                    return _id(called.get(name, name))
    if proposal:
        return "way_forward"
    parts = [name for name in wanted if name != "way forward"]
    if len(parts) == 1:
        return _id(called.get(parts[0], parts[0]))
    cued = [name for name in parts if compile_phrases(tuple(aspects[name]["cues"])).search(text)]
    if cued:
        return _id(called.get(cued[0], cued[0]))
    return _id(" ".join(WORD.findall(heads[-1].lower())[:5])) if len(heads) > 1 else ""


def _id(name: str) -> str:
    return name.replace(" ", "_")
