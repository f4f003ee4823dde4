"""What the parse says of subjects and verbs: which belong together, of which number each is, and a verb's other forms.

The parser is unsure of learners' sentences, so every answer here may be None, for "cannot be told". Words that behave
unlike others are data (lexicon/number.yaml, lexicon/verbs.yaml).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from grader.lexicon import load, words

_SUBJECTS = ("nsubj", "nsubjpass")
FINITE = ("VBD", "VBP", "VBZ", "MD")  # tags of words that carry a tense, and of modals


def third_person(base: str) -> str:
    """ "go" -> "goes"."""
    if base in load("verbs")["third"]:
        return str(load("verbs")["third"][base])
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def base_of_third(form: str) -> str:
    """ "goes" -> "go"."""
    irregular = {third: base for base, third in load("verbs")["third"].items()}
    if form in irregular:
        return str(irregular[form])
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    if form[:-1] in load("verbs")["keeps_e"]:
        return form[:-1]
    return form[:-2] if form.endswith(("sses", "xes", "zzes", "ches", "shes", "oes")) else form[:-1]


@cache
def _to_plural() -> dict[str, str]:
    """The forms that go with a singular subject -> those with a plural one, where there is more to it than -s."""
    return {**load("number")["pairs"], **load("number")["pairs_before_not"]}


@cache
def _to_singular() -> dict[str, str]:
    return {plural: singular for singular, plural in _to_plural().items()}


def agreeing(form: str, number: str) -> str:
    """A verb's form, small letters, that goes with a subject of this number."""
    if number == "plural":
        return _to_plural().get(form) or base_of_third(form)
    return _to_singular().get(form) or third_person(form)


def auxiliaries(verb: Any) -> list[Any]:
    """The auxiliaries that stand before a verb, in order."""
    return [child for child in verb.children if child.dep_ in ("aux", "auxpass") and child.i < verb.i]


def is_finite(verb: Any) -> bool:
    """Whether a verb, or an auxiliary of its group, has a form with a tense, or is a modal."""
    return verb.tag_ in FINITE or any(
        child.tag_ in FINITE and child.dep_ in ("aux", "auxpass") for child in verb.children
    )


def finite(verb: Any) -> Any | None:
    """The word of a verb's group that agrees with the subject: its first auxiliary or itself; None if nothing does."""
    before = auxiliaries(verb)
    first = before[0] if before else verb
    if first.tag_ in ("MD", "TO") or any(helper.tag_ in ("MD", "TO") for helper in before):
        return None
    return first


def form_number(word: Any) -> str | None:
    """The number of subject that a finite verb's form asks for; None where the form asks for none."""
    text = word.lower_
    if text in _to_plural():
        return "singular"
    if text in _to_singular():
        return "plural"
    if text in words("number", "no_number_shown") or not text.isalpha() or len(text) < 2:
        return None
    if word.tag_ == "VBZ" and text.endswith("s") and not text.endswith("ss"):
        return "singular"
    if (
        word.tag_ in ("VBP", "VB")
        and (not text.endswith("s") or text.endswith("ss"))
        and not text.endswith("ed")
        and text not in _pasts()
    ):
        return "plural"
    return None


@cache
def irregular_verbs() -> tuple[tuple[str, str, str], ...]:
    """(base, past, participle) of verbs whose past differs from the base."""
    return tuple((base, past, participle) for base, past, participle in map(str.split, load("verbs")["irregular"]))


@cache
def past_to_base() -> dict[str, str]:
    """Past or participle of an irregular verb -> base, where the form is no base of any."""
    bases = {base for base, _, _ in irregular_verbs()} | set(load("verbs")["also_base"])
    return {
        form: base for base, past, participle in irregular_verbs() for form in (past, participle) if form not in bases
    }


@cache
def past_to_participle() -> dict[str, str]:
    """Simple past of an irregular verb -> participle, where the past is nothing else."""
    others = {form for base, _, participle in irregular_verbs() for form in (base, participle)}
    others |= set(load("verbs")["also_base"])
    return {past: participle for _, past, participle in irregular_verbs() if past not in others}


@cache
def _pasts() -> frozenset[str]:
    """Past forms and participles of irregular verbs."""
    return frozenset(form for _, *forms in irregular_verbs() for form in forms)


def own_subject(verb: Any) -> Any | None:
    """The head word of a verb's subject, where it stands to the left."""
    found = [child for child in verb.children if child.dep_ in _SUBJECTS]
    if len(found) > 1 and (found[-1].i != verb.i - 1 or found[-1].tag_ != "NNS"):
        return None
    return found[-1] if found and found[-1].i < verb.i else None


def _follows_and(noun: Any) -> bool:
    edge: int = noun.left_edge.i
    return edge > 1 and bool(noun.doc[edge - 1].lower_ == "and" and noun.doc[edge - 2].text != ",")


def subject(verb: Any) -> Any | None:
    """A verb's subject, or that of the finite verb it is joined to ("he comes and goes")."""
    found = own_subject(verb)
    if found is not None or verb.dep_ != "conj":
        return found
    before = verb.nbor(-1)
    if verb.tag_ == "VBZ" and before.tag_ == "NNS" and before.dep_ == "conj" and _follows_and(before):
        return before  # no "and" between them: no object of the verb before, as the parser has it
    first = verb.head
    if any(child.dep_ in (*_SUBJECTS, "csubj", "csubjpass", "expl") for child in verb.children):
        return None
    if first.dep_ == "relcl" and (own := own_subject(first)) is not None and own.tag_ not in ("WP", "WDT"):
        return None  # "the things life gives us and have fun with"
    word = finite(first)
    if word is None or word.tag_ not in ("VBZ", "VBP") or word.i >= verb.i:
        return None
    between = verb.doc[word.i + 1 : verb.i]
    links = [token for token in between[-3:] if token.lower_ in ("and", "but", "or")]
    if not links or (verb.tag_ != "VBZ" and links[0].nbor(-1).text == ","):
        return None
    if any(token.tag_ in ("TO", "MD") or token.lower_ in words("number", "base_after") for token in between):
        return None
    return subject(first)


def number(noun: Any) -> str | None:
    """Whether the verb of this subject is to be singular or plural; None where both may stand or it cannot be told."""
    text = noun.lower_
    kept = _joined(noun)
    if kept is not None:
        return kept or None
    if text == "people" and not any(
        child.dep_ == "det" and child.lower_ in ("a", "one", "each") for child in noun.children
    ):
        return "plural"
    if text in words("number", "plural_pronouns"):
        return "plural"
    if text in words("number", "singular_pronouns"):
        return None if text in ("this", "that", "one", "another") and noun.dep_ not in _SUBJECTS else "singular"
    if text in words("number", "share") or text in words("number", "counting"):
        return _of_share(noun)
    return _of_noun(noun)


def _joined(noun: Any) -> str | None:
    """ "plural" of "A and B", "" where what is joined leaves it open, None where nothing is joined."""
    parts = [noun, *_conjuncts(noun)]
    if len(parts) == 1:
        return None
    links = {child.lower_ for part in parts for child in part.children if child.dep_ in ("cc", "preconj")}
    if links != {"and"} and links != {"and", "both"}:
        return ""
    determiners = {child.lower_ for part in parts for child in part.children if child.dep_ == "det"}
    if determiners & {"each", "every", "no", "any", "half"}:
        return ""
    return "plural" if len(parts) == 2 and _two_things(*parts) else ""


def _two_things(first: Any, last: Any) -> bool:
    """Whether two joined subjects are surely two ("my father and my mother"), not one ("trial and error")."""
    if any(child.dep_ in ("prep", "relcl", "acl") and child.i > first.i for child in first.children):
        return False
    words_between = [token.lower_ for token in first.doc[first.i + 1 : last.left_edge.i]]
    if words_between != ["and"]:
        return False
    return _stands_alone(first) and _stands_alone(last)


def _stands_alone(noun: Any) -> bool:
    """A pronoun, a plural, a country, or a noun with a determiner of its own."""
    if noun.tag_ == "NNP" and noun.lower_ in words("number", "names"):
        return True
    own = any(child.dep_ in ("det", "poss") for child in noun.children)
    return noun.tag_ in ("PRP", "NNS") or (noun.tag_ == "NN" and own)


def _conjuncts(noun: Any) -> list[Any]:
    found: list[Any] = []
    todo = [noun]
    while todo:
        new = [child for child in todo.pop().children if child.dep_ == "conj"]
        found += new
        todo += new
    return found


def _of_share(noun: Any) -> str | None:
    """ "most of the people" is plural, "a number of cases" too, "the number of cases" is not."""
    text = noun.lower_
    determiners = {child.lower_ for child in noun.children if child.dep_ == "det"}
    if text == "number":
        has_of = any(child.lower_ == "of" for child in noun.children)
        if "the" in determiners and has_of and not any(child.dep_ == "amod" for child in noun.children):
            return "singular"
        return "plural" if "a" in determiners and has_of and _of_number(noun) == "plural" else None
    return "plural" if _of_number(noun) == "plural" else None


def _of_number(noun: Any) -> str | None:
    """The number of what follows "of"."""
    objects = [
        inner for child in noun.children if child.lower_ == "of" for inner in child.children if inner.dep_ == "pobj"
    ]
    return number(objects[0]) if len(objects) == 1 and objects[0].i - noun.i <= 6 else None


def _of_noun(noun: Any) -> str | None:
    """By tag and by form, and only where its determiners say the same."""
    text = noun.lower_
    if (sure := _sure_by_determiner(noun)) is not None:
        return sure
    if text in words("number", "either_number") or text in words("nouns", "irregular_plurals") - {"people", "feet"}:
        return None
    determiners = {
        child.lower_ for child in noun.children if child.dep_ in ("det", "nummod", "amod", "quantmod", "predet")
    }
    one = bool(determiners & words("number", "singular_determiners"))
    several = bool(determiners & words("number", "plural_determiners")) or any(
        child.tag_ == "CD" and child.lower_ not in ("one", "1") for child in noun.children
    )
    if noun.tag_ == "NNS" or text in words("number", "plural_nouns"):
        looks = text in words("number", "plural_nouns") or (text.endswith("s") and not text.endswith(("ss", "ics")))
        if any(child.lower_ in words("number", "naming") for child in noun.children):
            return None
        if not looks or one or _is_name(noun) or _is_amount(noun):
            return None
        return "plural"
    if text in words("number", "singular_in_s"):
        return None if several else "singular"
    if noun.tag_ == "NN" or (noun.tag_ == "NNP" and noun.lower_ in words("number", "names")):
        if (
            several
            or (text.endswith("s") and not text.endswith(("ss", "us", "sis")))
            or not re.fullmatch(r"[a-z]+", text)
        ):
            return None
        return "singular"
    return None


def _sure_by_determiner(noun: Any) -> str | None:
    """Words of doubtful number that a determiner settles: "the rich", "every Pakistani", "all the member states"."""
    determiners = {child.lower_ for child in noun.children if child.dep_ in ("det", "amod", "predet")}
    if noun.tag_ == "JJ" and determiners == {"the"} and noun.lower_ in words("number", "the_people"):
        return "plural"
    if noun.tag_ in ("JJ", "NNP") and determiners & {"every", "each"} and not noun.text.endswith("s"):
        return "singular"
    in_s = noun.tag_ == "NNS" and noun.text.endswith("s") and not noun.text.endswith("ics") and noun.text.islower()
    return "plural" if in_s and determiners & words("number", "settle_plural") else None


def _is_name(noun: Any) -> bool:
    """Whether a plural stands with a capital inside its sentence ("the United Nations")."""
    return bool(noun.text[:1].isupper()) and noun.i != opening(noun.doc).i


def opening(doc: Any) -> Any:
    """The first word of a sentence."""
    return next((token for token in doc if not token.is_space), doc[0])


def _is_amount(noun: Any) -> bool:
    """Whether a plural is a measure that counts as one ("two hours is enough")."""
    counted = any(child.tag_ == "CD" for child in noun.children)
    return counted and noun.lower_ in words("number", "measures")
