"""A verb that does not agree with its subject, wherever in the clause the two stand.

The parse says which word is the subject; its number is judged by tag and form together, and where either leaves a doubt
(groups, shares, names, amounts) nothing is said. Authority: Quirk et al., A Comprehensive Grammar of the English
Language, 10.34-50 (concord). A verb of a relative clause agrees with what the clause is about; after "there" the verb
agrees with what there is.

Good: "The state has failed", "those who enjoy it", "there are many reasons", "the government have decided"
Bad: "The state have failed", "those who enjoys it", "there is many reasons"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from grader.context import Context
from grader.facts.parse import Parsed, parsed
from grader.facts.prose import as_written, correction
from grader.lexicon import words
from grader.model import Essay, Finding, Measurement
from grader.syntax import agreeing, base_of_third, finite, form_number, number, opening, subject

TITLE = "Agreement of subject and verb across words"
_FAR = 12  # words: the parse of what stands farther apart is a guess
_LONG = 45
_RELATIVE = ("who", "which", "that")


def check(essay: Essay, context: Context) -> Measurement:
    """Number of disagreements found; 0 where nothing is parsed."""
    plain = frozenset(re.findall(r"[a-z]+", essay.text))
    cited = frozenset(name for one in essay.cited for author in one.authors for name in author.lower().split())
    found = {finding.span: finding for one in context.fact(parsed) for finding in _findings(one, plain, cited)}
    return Measurement(float(len(found)), "findings", findings=tuple(found[span] for span in sorted(found)))


def _findings(one: Parsed, plain: frozenset[str], cited: frozenset[str]) -> Iterator[Finding]:
    for verb in one.doc:
        if verb.pos_ not in ("VERB", "AUX") or verb.dep_ in ("aux", "auxpass"):
            continue
        word = finite(verb)
        asked = form_number(word) if word is not None and not one.quoted(word) else None
        noun = _agrees_with(verb, word, asked) if asked else None
        if noun is None or one.quoted(noun) or _may_be_name(noun, plain, cited):
            continue
        has = "singular" if noun.dep_ == "csubj" else number(noun)
        if has and has != asked and not _in_doubt(verb, word, noun, has):
            yield _finding(one, word, noun, has)


def _may_be_name(noun: Any, plain: frozenset[str], cited: frozenset[str]) -> bool:
    """Whether a word with a capital is the name of somebody cited ("Aalbers calls"), or heads its sentence and is seen nowhere
    in small letters ("Maldives remains")."""
    text = noun.lower_
    if text in cited and noun.text[0].isupper():
        return True
    if (
        noun.i > opening(noun.doc).i
        or noun.tag_ != "NNS"
        or text == "people"
        or text.endswith(tuple(words("number", "plain_ends")))
    ):
        return False
    return not {text, base_of_third(text)} & plain


def _agrees_with(verb: Any, word: Any, asked: str) -> Any | None:
    """The noun or pronoun whose number the verb should have."""
    there = [child for child in verb.children if child.dep_ == "expl"]
    if there:
        return _what_there_is(verb, there[0])
    if noun := _gerund(verb):
        return noun
    noun = subject(verb)
    if noun is None or noun.i > word.i or (noun.lower_ == "i" and word.lower_ == "was"):
        return None
    before = verb.doc[min(word.i, verb.i) - 1]
    if noun.head.i != verb.i and before.pos_ in ("NOUN", "PROPN") and number(before) == asked:
        return None  # "Power is stolen in many areas and line losses are high": a clause of its own, misread
    if noun.lower_ in ("i", "you", "we") and word.i - noun.i > 2:
        return None
    if noun.lower_ in _RELATIVE and noun.tag_ in ("WP", "WDT"):
        return _antecedent(verb, noun, asked)
    return noun


def _gerund(verb: Any) -> Any | None:
    """The gerund of a clause that is the subject ("playing games help")."""
    found = [child for child in verb.children if child.dep_ == "csubj" and child.tag_ == "VBG" and child.i < verb.i]
    if len(found) != 1 or found[0].left_edge.i != found[0].i:
        return None
    if any(token.text == "," or token.tag_ in ("VBD", "NNP") for token in verb.doc[found[0].i : verb.i]):
        return None
    is_said = any(child.dep_ == "acomp" or (child.dep_ == "attr" and child.tag_ == "NN") for child in verb.children)
    return found[0] if verb.pos_ == "VERB" or is_said else None


def _what_there_is(verb: Any, there: Any) -> Any | None:
    nouns = [child for child in verb.children if child.dep_ in ("attr", "nsubj", "dobj") and child.i > verb.i]
    if any((_is_joined(noun) and noun.tag_ != "NNS") or noun.lower_ == "number" for noun in nouns):
        return None
    if any(noun.tag_ == "NN" and not _one(noun) for noun in nouns):
        return None
    return nouns[0] if there.lower_ == "there" and there.i < verb.i and len(nouns) == 1 else None


def _one(noun: Any) -> bool:
    """Whether a determiner says that there is one."""
    return any(child.lower_ in words("number", "singular_determiners") for child in noun.children)


def _antecedent(verb: Any, relative: Any, asked: str) -> Any | None:
    """The noun right before "who", where no other noun of another number can be meant."""
    head = verb.head if verb.dep_ == "relcl" else None
    if head is None or head.i >= relative.i:
        return None
    gap = [token.text for token in relative.doc[head.i + 1 : relative.i]]
    if gap not in ([], [","]) or _is_joined(head):
        return None
    of_clause = gap or verb.lower_ in words("number", "of_clauses")
    if relative.lower_ == "which" and asked == "singular" and of_clause:
        return None
    has = number(head)
    return head if all(number(other) == has for other in _nouns_above(head)) else None


def _nouns_above(noun: Any) -> Iterator[Any]:
    """The nouns that a noun hangs on ("rumours of wars"), up to the verb."""
    for other in noun.ancestors:
        if other.pos_ in ("VERB", "AUX") and other.dep_ != "pcomp":
            return
        if other.pos_ in ("NOUN", "PROPN", "PRON", "NUM"):
            yield other


def _is_joined(noun: Any) -> bool:
    return noun.dep_ == "conj" or any(child.dep_ in ("conj", "cc", "appos") for child in noun.children)


def _in_doubt(verb: Any, word: Any, noun: Any, has: str) -> bool:
    """Whether the parse, or the mood of the clause, leaves room for the form as it stands."""
    return (
        _far(word, noun)
        or _counted_off(noun)
        or _bare_infinitive(word, noun)
        or _of_what_or_whose(word, noun)
        or _interrupted(verb, word, noun)
        or (has == "singular" and (_several_inside(noun, verb, word) or _subjunctive(word, noun)))
        or _noun_after_all(word, noun)
        or _no_subject_place(noun, verb)
        or _other_subject(word, noun)
        or _of_number(word, noun)
    )


def _of_number(word: Any, noun: Any) -> bool:
    """ "Some forty never reach the field", "more people means more food"."""
    return bool(noun.like_num or (word.lower_ == "means" and noun.i > 0 and noun.nbor(-1).lower_ == "more"))


def _other_subject(word: Any, noun: Any) -> bool:
    """ "Messages are short and delay is small": a noun that stands between "and" and the verb may be its subject."""
    if word.i < 2 or word.i - 1 <= noun.i or word.nbor(-1).pos_ not in ("NOUN", "PROPN", "PRON"):
        return False
    return bool(
        word.nbor(-2).dep_ == "cc" and any(token.pos_ in ("VERB", "AUX") for token in word.doc[noun.i + 1 : word.i])
    )


def _counted_off(noun: Any) -> bool:
    """ "Table I compares": a number, not the pronoun."""
    return bool(noun.text == "I" and noun.i > 0 and noun.nbor(-1).pos_ in ("NOUN", "PROPN"))


def _bare_infinitive(word: Any, noun: Any) -> bool:
    """ "A man who has never seen a clerk mend a drain": what one sees somebody do."""
    before = [token.lower_ for token in word.doc[max(0, word.i - 5) : word.i - 1] if token.i > noun.i]
    return word.tag_ in ("VB", "VBP") and bool(words("number", "bare_infinitive_after") & set(before))


def _of_what_or_whose(word: Any, noun: Any) -> bool:
    """ "What the farmers need is water"; "the farmers who's land was lost", where "whose" is meant."""
    edge = noun.left_edge
    if edge.i > 0 and edge.nbor(-1).lower_ in ("what", "whatever") and word.lower_ in ("is", "was"):
        return True
    between = [token.lower_ for token in word.doc[noun.i + 1 : word.i]]
    return "who's" in " ".join(between).replace("’", "'").replace(" 's", "'s")


def _inverted(noun: Any, verb: Any) -> bool:
    """ "Among their beliefs was the idea that", where the parser may take the wrong noun."""
    first = opening(noun.doc)
    if first.lower_ in words("number", "open_inverted"):
        return True
    if noun.tag_ == "NNS" and "one" in [token.lower_ for token in noun.doc[max(0, noun.i - 4) : noun.i]]:
        return True  # "one in five students"
    return (
        verb.pos_ == "AUX"
        and first.dep_ == "prep"
        and first.head.i == verb.i
        and not any(token.text == "," for token in noun.doc[: noun.i])
    ) or ("reason" in [token.lower_ for token in noun.doc[max(0, noun.i - 8) : noun.i]] and noun.tag_ == "NNS")


def _far(word: Any, noun: Any) -> bool:
    distance = abs(word.i - noun.i)
    return distance > _FAR or (len(word.doc) > _LONG and distance > _FAR // 2)


def _interrupted(verb: Any, word: Any, noun: Any) -> bool:
    """Whether a dash, a bracket or another clause stands between the two."""
    between = word.doc[noun.i + 1 : word.i]
    if verb.dep_ != "conj" and noun.i < word.i - 1 and sum(token.text == "," for token in between) not in (0, 2):
        return True
    inside = {token.i for token in noun.subtree}
    if any(token.tag_ == "VBG" and token.i not in inside for token in between):
        return True
    return (
        any(
            token.text in "—–-():;/" or (token.tag_ in ("VBZ", "VBP", "VBD", "MD") and token.i not in inside)
            for token in between
            if token.dep_ not in ("aux", "auxpass") or token.head.i != word.head.i
        )
        and verb.dep_ != "conj"
    )


def _several_inside(noun: Any, verb: Any, word: Any) -> bool:
    """Whether something is joined within the subject, so that it may be several after all."""
    edge = noun.left_edge
    if _ends_list(edge):
        return True
    inherited = verb.dep_ == "conj" and noun.head.i != verb.i
    if _is_one_of_several(noun):
        return False
    tokens = list(noun.subtree) + ([] if inherited else list(noun.doc[noun.i + 1 : word.i]))
    return any(token.lower_ in ("and", "or", "nor", "&", "as") for token in tokens if token.i < word.i)


def _is_one_of_several(noun: Any) -> bool:
    """ "the level of corruption and waste": the "and" joins two bare nouns after "of"."""
    if noun.lower_ not in words("number", "one_of_several") or noun.i + 3 >= len(noun.doc):
        return False
    of, thing, link = noun.doc[noun.i + 1 : noun.i + 4]
    joined = [child for child in thing.children if child.dep_ == "conj" and child.i == link.i + 1]
    bare = of.lower_ == "of" and link.lower_ == "and" and bool(joined) and thing.head.i == of.i
    return bare and not list(noun.rights)[1:] and list(thing.subtree)[-1].i == joined[0].i


def _ends_list(edge: Any) -> bool:
    """Whether a noun phrase that begins here is the last of a list before any verb ("rivers, wells and the sea")."""
    before = list(edge.doc[max(0, edge.i - 2) : edge.i])
    if not before or before[-1].lower_ not in ("and", ","):
        return False
    while before and before[-1].lower_ in ("and", ","):
        before.pop()
    joins = (
        bool(before) and before[-1].pos_ in ("NOUN", "PROPN") and before[-1].dep_ not in ("pobj", "npadvmod", "dobj")
    )
    return joins and not any(token.tag_ in ("VBZ", "VBP", "VBD", "MD") for token in edge.doc[: edge.i])


def _subjunctive(word: Any, noun: Any) -> bool:
    """ "if it were", "insist that he go", "make him go", "did he go"."""
    before = [token.lower_ for token in word.doc[: noun.left_edge.i]]
    if word.lower_ == "were":
        return bool(words("number", "subjunctive_marks").intersection([*before, noun.left_edge.lower_]))
    close = word.doc[max(0, noun.left_edge.i - 8) : noun.left_edge.i]
    return any(token.tag_ == "MD" for token in close[-4:]) or (
        word.lower_ != "are"
        and bool({token.lower_ for token in close} & (words("number", "base_after") | {"do", "does", "did"}))
    )


def _noun_after_all(word: Any, noun: Any) -> bool:
    """Whether what is read as a verb in -s or without may be a noun of a compound ("her people skills")."""
    if word.pos_ == "AUX" or word.lower_ in ("has", "have", "does", "do"):
        return False
    before, after = word.doc[word.i - 1], word.doc[word.i + 1] if word.i + 1 < len(word.doc) else None
    if before.tag_ in ("JJ", "DT", "PRP$", "POS", "CD") and before.i != noun.i:
        return True
    if before.tag_ in ("NNS", "VBZ") and before not in noun.subtree:
        return True
    coming = word.doc[word.i + 1 : word.i + 3]
    if word.tag_ == "VBZ" and any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in coming):
        return True
    if before.i == noun.i and noun.lower_ in ("many", "several", "few", "these", "those", "this", "another", "each"):
        return True
    if before.lower_ == "please" or (word.tag_ == "VBZ" and before.is_punct and before.text == ","):
        return True
    return word.tag_ == "VBZ" and (after is None or after.is_punct or after.tag_ == "CC")


def _no_subject_place(noun: Any, verb: Any) -> bool:
    """Whether the noun stands where objects stand: after a preposition, a participle or another verb."""
    edge = noun.left_edge
    if edge.lower_.endswith("ing") and edge.i != noun.i and noun.tag_ == "NNS":
        return True
    if noun.lower_ == "i" and (
        noun.i + 1 >= len(noun.doc) or (noun.i > 0 and noun.nbor(-1).pos_ in ("PROPN", "PUNCT"))
    ):
        return bool(noun.nbor(-1).text != ",")
    if _inverted(noun, verb):
        return True
    if edge.i == 0:
        return False
    if opening(noun.doc).tag_ == "VBG" and not any(token.text == "," for token in noun.doc[: noun.i]):
        return True
    before = edge.nbor(-1)
    if before.lower_ in ("than", "like"):
        return True
    if before.tag_ in ("VBG", "VBD", "VBZ", "VBP", "VB", "VBN"):
        taken = before.lower_ in words("number", "clause_takers") and before.i == verb.head.i
        return not taken and bool(noun.i < verb.i)
    return bool(before.tag_ == "IN" and before.dep_ in ("prep", "agent"))


def _finding(one: Parsed, word: Any, noun: Any, has: str) -> Finding:
    """Over the verb; where the noun may as well be what is wrong, over both and with no replacement."""
    message = f"“{noun.text}” is {has}, “{word.text}” is not: subject and verb must agree."
    if _noun_may_be_wrong(word, noun, has):
        return correction(one.passage, *one.place(noun, word), message, (), "agreement", major=True)
    right = "am" if noun.lower_ == "i" and word.lower_ == "is" else agreeing(word.lower_, has)
    return correction(one.passage, *one.place(word), message, (as_written(word.text, right),), "agreement", major=True)


def _noun_may_be_wrong(word: Any, noun: Any, has: str) -> bool:
    """Whether a singular without "a" or "this" stands right before the verb: "scientist have" may lack an -s."""
    return has == "singular" and noun.tag_ == "NN" and 0 < word.i - noun.i <= 2 and not _one(noun)
