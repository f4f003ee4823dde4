"""The question taken apart: its directive, what the directive obliges the writer to do, its subject and its parts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from grader.context import Context
from grader.lexicon import compile_phrases, load, phrase_pattern, words
from grader.model import Essay
from grader.segment.asking import MARKS_NOTE, asks
from grader.segment.similarity import content_stems
from grader.segment.tokens import WORD
from grader.words import is_stopword, stem


@dataclass(frozen=True, slots=True)
class Directive:
    """One instruction word: its name, how it was read, the moves it obliges the writer to make, and ``said``, as the question
    has it ("how far" for "to what extent")."""

    name: str
    reading: str
    moves: tuple[str, ...]
    said: str


@dataclass(frozen=True, slots=True)
class Part:
    """One aspect asked for: its name ("challenges") and the question's own word for it ("hurdles")."""

    name: str
    asked: str

    @property
    def title(self) -> str:
        return self.name if self.asked.lower() == self.name else f"{self.name} (“{self.asked}”)"


@dataclass(frozen=True, slots=True)
class Question:
    """``subject`` is what it is about, in its own words; ``terms`` the stems of those words; ``parts`` the aspects asked for."""

    text: str
    subject: str
    directives: tuple[Directive, ...]
    terms: tuple[str, ...]
    parts: tuple[Part, ...]

    @property
    def moves(self) -> tuple[str, ...]:
        """What all the directives together oblige the writer to do, each once."""
        return tuple(dict.fromkeys(move for directive in self.directives for move in directive.moves))


def question(essay: Essay, context: Context) -> Question | None:
    """The question, from the task or else from the top of the essay; None when neither has one."""
    return taken_apart(_plain(context.task.question) or copied_question(essay), context.task.directive)


def taken_apart(text: str, directive: str = "auto") -> Question | None:
    """A question's parts, with no essay at hand; None for an empty one."""
    text = _plain(text)
    return Question(text, _subject(text), _directives(text, directive), _terms(text), _parts(text)) if text else None


def copied_question(essay: Essay) -> str:
    """The question at the top of the essay without its marks, or a title that asks; "" where there is neither."""
    titles = [block for block in essay.blocks_of("title") if asks(essay.label_of(block))]
    blocks = [*essay.blocks_of("question"), *titles]
    return _plain(essay.label_of(blocks[0])) if blocks else ""


def _plain(text: str) -> str:
    return MARKS_NOTE.sub("", re.sub(r"\s+", " ", text).strip())


def _directives(text: str, named: str) -> tuple[Directive, ...]:
    """Those the task names; where the question holds them, all that the question holds ("examine X and suggest Y")."""
    entries = load("directives")["directives"]
    names = _named_in(text)
    if named not in ("", "auto"):
        given = _named_in(named.replace("-", " "))
        names = names if set(given) <= set(names) else given
    return tuple(
        Directive(name, entries[name]["reading"], tuple(entries[name]["moves"]), said) for name, said in names.items()
    )


def _named_in(text: str) -> dict[str, str]:
    """Directives in a text and the words that give each, in order; a longer phrase hides the shorter in it."""
    hits: list[tuple[int, int, str]] = []
    for name, entry in load("directives")["directives"].items():
        for match in compile_phrases(tuple(entry["phrases"])).finditer(text):
            if " " in match.group() or _commands(text, match):
                hits.append((match.start(), match.end(), name))
    hits = [
        hit
        for hit in hits
        if not any(o != hit and o[0] <= hit[0] and hit[1] <= o[1] and o[1] - o[0] > hit[1] - hit[0] for o in hits)
    ]
    found: dict[str, str] = {}
    for start, end, name in sorted(hits):
        found.setdefault(name, text[start:end].lower())
    return found


def _commands(text: str, match: re.Match[str]) -> bool:
    """Whether a single word is an instruction where it stands: at the head of a clause, and no noun ("state", "study")."""
    before, after = text[: match.start()].rstrip(), text[match.end() :]
    last = before.rpartition(" ")[2].lower()
    if before and before[-1] not in '.?!;:,–—"”’)]' and last not in words("directives", "before_a_command"):
        return False
    noun_too = match.group().lower() in words("directives", "nouns_too")
    return (
        not noun_too
        or not after.strip(" .")
        or bool(phrase_pattern("directives", "after_a_command").match(after.lstrip()))
    )


_SENTENCE_END = re.compile(r"(?<=[.?!])['’”\"]?\s+(?=\W?[A-Z])")
_ASKS = re.compile(
    r"\W*(?:is|are|was|were|do|does|did|can|could|should|shall|will|would|must|may|might|has|have|had|why|how|what|who|which|when|where)\b"
    r"|\W*(?:some|many|most|few)\s+\w+\s+(?:think|say|believe|argue|feel)\b",
    re.IGNORECASE,
)


def _terms(text: str) -> tuple[str, ...]:
    """Stems of the question's content words, without its instruction words and aspect nouns."""
    instructions = phrase_pattern("directives", "not_the_subject")
    plain = instructions.sub(" ", text)
    found = [part for match in WORD.finditer(plain.lower()) for part in re.split("[-‐‑]", match.group())]
    return tuple(dict.fromkeys(stem(word) for word in found if len(word) > 1 and not is_stopword(word)))


def _subject(text: str) -> str:
    """The longest stretch between instructions and aspect nouns, without small words at its ends; "" when all are such, and
    where a clause would be cut in two ("Should the towns keep the tax?")."""
    pieces = [
        piece
        for sentence in _SENTENCE_END.split(text)
        for piece in phrase_pattern("directives", "not_the_subject").split(sentence)
    ]
    longest = max(pieces, key=lambda piece: len(_bare(piece)), default="")
    return "" if _ASKS.match(longest) else _bare(longest)


def _bare(stretch: str) -> str:
    found = list(WORD.finditer(stretch))
    content = [match for match in found if not is_stopword(match.group())]
    if not content:
        return ""
    return stretch[content[0].start() : content[-1].end()]


def _parts(text: str) -> tuple[Part, ...]:
    aspects = load("directives")["aspects"]
    found = [
        (match.start(), Part(name, match.group()))
        for name, entry in aspects.items()
        if (match := compile_phrases(tuple(entry["asked"])).search(text)) and not _is_object(text[: match.start()])
    ]
    return tuple(part for _, part in sorted(found, key=lambda pair: pair[0]))


def _is_object(before: str) -> bool:
    """ "... to solve problems", "changed the role of ...": what something is done to, and no part that is asked for."""
    return bool(
        re.search(
            rf"{phrase_pattern('directives', 'done_to').pattern}\s+(?:(?:the|their|its|a|our)\s+)?$",
            before,
            re.IGNORECASE,
        )
    )


def shares_subject(text: str, asked: Question | None, minimum: int = 1) -> bool:
    """Whether a stretch of text takes up at least ``minimum`` of the question's terms."""
    return asked is not None and len(content_stems(text) & set(asked.terms)) >= minimum
