"""Names as an entry writes them -> :class:`Name`: surname first or last, initials or words, bodies, "et al."."""

from __future__ import annotations

import re

from grader.citing.model import Name
from grader.lexicon import words

_ROLE = re.compile(
    r"[,(\[]?\s*(?<![\w.])(?:eds?|hrsg|hg|editors?|trans|translators?|comps?|dir|orgs?|coords?|producers?|directors?)(?![\w])\.?\s*[)\]]?[\s,.:]*$",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:in:?\s+|dans\s+|(?:edited|ed\.|eds\.|edited and translated|translated|trans\.|tr\.|directed|dir\.|compiled|comp\.)(?:\s+by)?\s+|by\s+)+",
    re.IGNORECASE,
)
_ET_AL = re.compile(r",?\s*(?:\b(?:et\.? ?al|and others|u\. ?a|e\.a)\b\.?|&\s+others|\.\.\.|…)[\s,.]*$", re.IGNORECASE)
_JOIN = re.compile(r"\s*(?:;|(?:,\s*)?(?:&|\band\b|\bund\b|\bet\b|\by\b|\be\b|\ba\b))\s+(?=[^\W\d_])")
_INITIALS = re.compile(r"^(?:[^\W\d_a-z][a-z]?\.[\s-]*)*(?:[^\W\d_a-z][a-z]?\.?|[A-Z]{2,3})$")
_RUN_ON = re.compile(r"^(?P<family>.*[^\W\d_]{2,}) (?P<given>[A-Z]{1,3}(?:-[A-Z])?)$")  # Vancouver: "Khan SA"
_AROUND = " \t\n,;:*_()[]“”\"'‘’"
_DASHES = re.compile(r"^[\s—–―_-]{2,}[.,]?$|^—$")


def et_al(text: str) -> bool:
    """Whether a list of names says that there are more."""
    return bool(_ET_AL.search(_ROLE.sub("", text.strip())))


def same_as_before(text: str) -> bool:
    """Whether dashes stand for the author of the entry above."""
    return bool(_DASHES.match(text.strip()))


def names(text: str) -> tuple[Name, ...]:
    """Names in the order of the text; a body is one name, dashes for the author of the entry above are none."""
    text = " ".join(text.split())
    text = _LEAD.sub("", text.strip(_AROUND))
    text = _ROLE.sub("", text)
    text = _ET_AL.sub("", text).strip(_AROUND)
    if not text.strip(" .") or same_as_before(text):
        return ()
    if _is_body(text):
        return (Name(text.rstrip(". ")),)
    found: list[Name] = []
    for part in _JOIN.split(text):
        found += _run(part.strip(_AROUND))
    return tuple(one for one in found if one.family)


def _is_body(text: str) -> bool:
    """One of the words of an institution, and no initials: "World Bank", "Ministry of Finance, Government of Pakistan"."""
    plain = re.findall(r"[\w'’]+", text)
    if not plain or any(re.fullmatch(r"[A-Z]\.", word) for word in text.split()):
        return False
    if any(word.lower() in words("referencing", "bodies") for word in plain):
        return True
    return len(plain) == 1 and plain[0].isupper() and len(plain[0]) > 2


def _run(text: str) -> list[Name]:
    """Names with commas between: "Khan, S. A., Ali, B." or "S. Khan, B. Ali" or "Khan SA, Ali B"."""
    parts = [part.strip(_AROUND) for part in re.split(r",\s*", text)]
    parts = [part for part in parts if part.strip(". ")]
    found: list[Name] = []
    while parts:
        one = parts.pop(0)
        if parts and _suffix(parts[0]):
            one = f"{one} {parts.pop(0)}"
        if parts and _given_after(one, parts[0], alone=not found and len(parts) == 1):
            given = parts.pop(0)
            if parts and _suffix(parts[0]):
                given = f"{given}, {parts.pop(0)}"
            found.append(Name(one, given))
        else:
            found.append(_whole(one))
    return found


def _given_after(family: str, given: str, *, alone: bool) -> bool:
    """Whether what stands after a comma is the given name of what stands before it."""
    if _INITIALS.match(given) and not _initials_in(family):
        return True
    if " " in family and not _particle(family.split()[0]) and not alone:
        return False  # "Sara Khan, Ali Raza": two whole names
    if _initials_in(family) or _RUN_ON.match(family):
        return False
    return alone or len(family.split()) == 1


def _initials_in(name: str) -> bool:
    return any(re.fullmatch(r"(?:[^\W\d_]\.-?)+", word) for word in name.split())


def _whole(text: str) -> Name:
    """A name without a comma: initials or given names first, or a surname with initials run on."""
    if match := _RUN_ON.match(text):
        return Name(match["family"], match["given"])
    parts = text.split()
    tail = 0
    while tail < len(parts) - 1 and re.fullmatch(r"(?:[^\W\d_]\.-?)+", parts[-1 - tail]):
        tail += 1
    if tail:  # "Khan S. A."
        return Name(" ".join(parts[:-tail]), " ".join(parts[-tail:]))
    cut = len(parts) - 1
    if cut > 0 and _suffix(parts[cut]):
        cut -= 1
    while cut > 1 and _particle(parts[cut - 1]):
        cut -= 1
    return Name(" ".join(parts[cut:]).rstrip("."), " ".join(parts[:cut]))


def _particle(word: str) -> bool:
    return word.lower() in words("references", "particles") and (word.islower() or len(word) > 1)


def _suffix(word: str) -> bool:
    return word.lower().strip(". ") in words("references", "suffixes")
