"""Signs of an entry's words."""

from __future__ import annotations

from grader.citing.features import features
from grader.citing.tokens import tokens


def names_in(text: str) -> dict[str, set[str]]:
    """For every piece of an entry the names of lists that it is part of."""
    pieces = [text[start:end] for start, end in tokens(text)]
    return {
        piece: {sign for sign in signs.alone if sign.startswith("m=")}
        for piece, signs in zip(pieces, features(pieces), strict=True)
    }


def test_places_and_publishers_are_told_apart() -> None:
    found = names_in("London: Penguin, 2004.")
    assert found["London:"] == {"m=placeS1"}
    assert found["Penguin,"] == {"m=publisherS1"}
    assert found["2004."] == set()


def test_a_name_of_several_words_is_matched_whole() -> None:
    found = names_in("London: Taylor & Francis, 2004.")
    assert [found[piece] for piece in ("Taylor", "&", "Francis,")] == [
        {"m=publisherB3"},
        {"m=publisherI3"},
        {"m=publisherE3"},
    ]


def test_neighbours_see_it() -> None:
    pieces = ["London:", "Penguin,"]
    first, second = features(pieces)
    assert "1m=publisherS1" in first.around
    assert "-1m=placeS1" in second.around
