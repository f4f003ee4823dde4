"""One essay with every kind of block, as parts and as the marked text that every reader has to come to."""

from __future__ import annotations

from grader.readers.document import Part, Run


def _text(*words: str | Run) -> tuple[Run, ...]:
    return tuple(Run(one) if isinstance(one, str) else one for one in words)


def _note(label: str) -> Run:
    return Run("", note=label)


PARTS = (
    Part("heading", _text("The river tax"), level=0),
    Part("heading", _text("Introduction"), level=1),
    Part(
        "paragraph",
        _text(
            "The river tax has divided the valley since it was brought in",
            _note("1"),
            ". This answer argues that the tax helped the towns of the valley more than it hurt them, because the money ",
            Run("went", "struck"),
            " stayed in the district and paid for quays and schools.",
        ),
    ),
    Part("heading", _text("What the towns gained"), level=1),
    Part(
        "paragraph",
        _text("The towns gained a steady income, and three gains of it stand out in the board’s own books:"),
    ),
    Part("item", _text("a steady income from licences"), level=1),
    Part("item", _text("the larger part from boats"), level=2),
    Part("item", _text("the rest from ferries"), level=2),
    Part("item", _text("three quays of stone"), level=1),
    Part("paragraph", _text("In the order of what they cost the district, these came out of the tax in ten years:")),
    Part("item", _text("the quays of the old harbour"), level=1, number="1."),
    Part("item", _text("the schools of both banks"), level=1, number="2."),
    Part(
        "quote", _text("No town of the valley would now give the tax back, whatever it said of it in the year it came.")
    ),
    Part("heading", _text("Rents in the old quarter"), level=2),
    Part(
        "paragraph",
        _text(
            "Rents rose in the old quarter, because boats that had waited for days were unloaded in hours",
            _note("2"),
            ", and the merchants ",
            Run("soon ", "inserted"),
            "came back with “café” trade & more.",
        ),
    ),
    Part("table", rows=(("Year", "Boats"), ("1990", "40"), ("2000", "62"))),
    Part("heading", _text("Conclusion"), level=1),
    Part(
        "paragraph",
        _text(
            "On balance, the tax has helped the towns, # 1 of all taxes *so far*, for its money was spent where it was raised."
        ),
    ),
    Part("heading", _text("References"), level=1),
    Part("paragraph", _text("Khan, A. (2019). The river. Lahore Press.")),
    Part("paragraph", _text("Zaidi, S. (2015). Another river. Oxford University Press.")),
    Part("note", _text("Khan, A. (2019). The river. Lahore Press."), label="1"),
    Part("note", _text("Zaidi, S. (2015). Another river."), label="2"),
)

MARKDOWN = """\
# The river tax

## Introduction

The river tax has divided the valley since it was brought in[^1]. This answer argues that the tax helped the towns of the \
valley more than it hurt them, because the money ~~went~~ stayed in the district and paid for quays and schools.

## What the towns gained

The towns gained a steady income, and three gains of it stand out in the board’s own books:

- a steady income from licences
  - the larger part from boats
  - the rest from ferries
- three quays of stone

In the order of what they cost the district, these came out of the tax in ten years:

1. the quays of the old harbour
2. the schools of both banks

> No town of the valley would now give the tax back, whatever it said of it in the year it came.

### Rents in the old quarter

Rents rose in the old quarter, because boats that had waited for days were unloaded in hours[^2], and the merchants ^{soon} \
came back with “café” trade & more.

| Year | Boats |
| 1990 | 40 |
| 2000 | 62 |

## Conclusion

On balance, the tax has helped the towns, # 1 of all taxes \\*so far\\*, for its money was spent where it was raised.

## References

Khan, A. (2019). The river. Lahore Press.

Zaidi, S. (2015). Another river. Oxford University Press.

[^1]: Khan, A. (2019). The river. Lahore Press.

[^2]: Zaidi, S. (2015). Another river.
"""

KINDS = [
    ("title", 0), ("heading", 1), ("paragraph", 0), ("heading", 1), ("paragraph", 0), *[("list-item", 0)] * 4, ("paragraph", 0),
    *[("list-item", 0)] * 2, ("quote", 0), ("heading", 2), ("paragraph", 0), ("table", 0), ("heading", 1), ("paragraph", 0),
    ("heading", 1), *[("reference", 0)] * 4,
]  # fmt: skip
