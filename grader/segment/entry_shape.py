"""Whether a stretch of text looks like an entry of a reference list, by its shape alone."""

from __future__ import annotations

import re

PLAIN, LIKELY = 4.0, 2.0  # so much and nobody would take it for prose; so much and it may stand in a list

NUMBER = re.compile(
    r"(?:\[(\d{1,3})\]|\((\d{1,3})\)|(\d{1,3})[.)](?!\d)|\^\{?(\d{1,3})\}?|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))[ \t]*(?=\S)"
)
_CAPITAL = r"(?:[^\W\d_a-z]|[A-Z])"
_PARTICLE = r"(?:(?:van|von|de|der|den|del|la|al|el|bin|ibn|ul|da|di|du|le)[ -])*"
_SURNAME = rf"{_PARTICLE}{_CAPITAL}[\w'’-]+(?: {_CAPITAL}[\w'’-]+){{0,2}}"
_NAME_FIRST = re.compile(
    rf"{_SURNAME}, (?:{_CAPITAL}\.|{_CAPITAL}[\w'’-]+(?: {_CAPITAL}\.)?[.,;&]|{_CAPITAL}[\w'’-]+,? (?:and|&|et al))"
    rf"|{_SURNAME} [A-Z]{{1,3}}[,.](?= )"
    rf"|(?:{_CAPITAL}\. ?){{1,3}}{_SURNAME}(?:,| and| &| et al)"
)
_DASHES = re.compile(r"[—–―_-]{2,}\s?[.,]|[—―]{1,3}[.,]")
_YEAR = re.compile(r"(?<![\d-])(?:1[5-9]|20)\d\d[a-z]?(?!\d)")
_UNDATED = re.compile(r"\(?\bn\. ?d\.|\bforthcoming\b|\bin press\b", re.IGNORECASE)
_BRACKETED = re.compile(
    r"^[^()]{2,120}?,? ?[(\[](?:(?:1[5-9]|20)\d\d[a-z]?(?:,[^()]{3,20})?|n\. ?d\.|forthcoming|in press)[)\]]",
    re.IGNORECASE,
)
_STARTED_BY_YEAR = re.compile(rf"^{_CAPITAL}[^.]{{1,90}}\.? (?:1[5-9]|20)\d\d[a-z]?\. ")
_ADDRESS = re.compile(r"https?://|www\.|\bdoi\b|\b10\.\d{4,}/", re.IGNORECASE)
_PLACE_AND_PRESS = re.compile(
    rf"\b{_CAPITAL}[\w .,]{{2,30}}: {_CAPITAL}[\w'&’ .-]{{2,50}}(?:, (?:1[5-9]|20)\d\d|[.;)]|$)|\b(?:Press|Publish(?:ers|ing|ed)|Publications|Books|Verlag|University)\b"
)
_COUNTED = re.compile(r"\bpp?\. ?\d|\bvol\. ?\d|\bno\. ?\d|\d+ ?\(\d+\)|\d+ ?[–-] ?\d+\.?$|;\d+", re.IGNORECASE)
_FETCHED = re.compile(
    r"\b(?:retrieved|available (?:at|from|online)|accessed|viewed on|last visited)\b|\[online\]", re.IGNORECASE
)
_ROLE = re.compile(
    r"\((?:eds?|trans|comps?)\.?\)|\bedited by\b|\b(?:PhD|MPhil|doctoral) (?:thesis|dissertation)\b|\bIn:? [A-Z]"
)
_TITLE = re.compile(r"[“\"‘][^“”\"‘’]{8,200}[.,?!]?[”\"’][.,]?|\*[^*]{4,200}\*|_[^_]{4,200}_")
_PROSE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|should|must|will|would|can|could|may|we|I|it|this|these|they|he|she|there|thus|therefore|however|because|which|who)\b"
)
_SENTENCE = re.compile(r"[a-z]{3}[.!?] [A-Z][a-z]+ (?:[a-z]+ ){4}")


def looks(text: str) -> float:
    """How much a text looks like an entry: its author first, a year, an address, a publisher, pages; less for prose."""
    text = " ".join(text[:1200].split())
    lead = NUMBER.match(text)
    if lead:
        text = text[lead.end() :]
    bare = text.lstrip("*_“\"‘'")
    score = 0.0
    score += 2 * bool(_NAME_FIRST.match(bare) or _DASHES.match(text))
    score += 1 * bool(_YEAR.search(text) or _UNDATED.search(text))
    score += 1.5 * bool(_BRACKETED.match(text) or _STARTED_BY_YEAR.match(bare))
    score += 1.5 * bool(_ADDRESS.search(text))
    score += 1 * bool(_PLACE_AND_PRESS.search(text))
    score += 1 * bool(_COUNTED.search(text))
    score += 1 * bool(_FETCHED.search(text))
    score += 1 * bool(_ROLE.search(text))
    score += 0.5 * bool(_TITLE.search(text))
    words = len(text.split())
    prose = len(_PROSE.findall(text))
    score -= 0.8 * max(0, prose - 1) + (0.8 if prose and words < 14 else 0)
    score -= 1.5 * len(_SENTENCE.findall(text)) * (words > 45)
    return score - (2 if words > 80 else 0) - (1 if words < 4 else 0)


def begins(line: str) -> bool:
    """Whether a line could be the first of an entry: a name turned round, a body and its year, dashes, a number."""
    bare = line.lstrip("*_“\"‘'")
    return bool(
        NUMBER.match(line)
        or _NAME_FIRST.match(bare)
        or _DASHES.match(line)
        or _BRACKETED.match(line)
        or _STARTED_BY_YEAR.match(bare)
    )


def complete(text: str) -> bool:
    """Whether an entry so far has what an entry needs: a year or none said, or an address, or a closing full stop after ten words."""
    return bool(
        _YEAR.search(text)
        or _UNDATED.search(text)
        or _ADDRESS.search(text)
        or (len(text.split()) >= 5 and text.rstrip(' *_”"').endswith("."))
    )
