"""Sources and parses for the tests of drafts."""

from __future__ import annotations

from typing import Any

from grader.drafting import Source
from grader.engines.parser import parse
from grader.segment import build

QUESTION = "Discuss the causes of Pakistan's water shortage and suggest a way forward."

ANSWER = f"""Q. {QUESTION}

1. INTRODUCTION

Water is life. This answer looks at the causes and then at the remedies.

2. CAUSES

2.1 WASTEFUL IRRIGATION

Flood irrigation wastes half of the river before it reaches the root. According to the Water Board (2019), 46 million \
acre-feet are lost each year. This is a great pity.

2.2 FALLING GROUNDWATER

Unlicensed tube wells drain the aquifer because no law limits pumping. It has fallen by a metre a year.

3. WAY FORWARD

Firstly, canals should be lined where the soil is saline. Secondly, tube wells must be licensed and metered by the \
provinces.

4. CONCLUSION

On balance the shortage is home-made.
"""

OTHER = f"""Q. {QUESTION}

Every summer the tankers come again to the towns of the south. People ask why the rivers of the north do not help them.

Flood irrigation is the main waste, since fields are drowned and canals leak before the root is reached. Half of the \
river is lost in this way.

Farmers depend on tube wells, so the aquifer falls every year and pumping becomes dearer. Nobody limits the pumping of \
the aquifer.

We should hope for better days, and for rain.
"""


def source(text: str, label: str = "answer.md") -> Source:
    return Source(label, build(text, label))


def parsed(text: str) -> Any:
    """A sentence's parse."""
    return next(iter(parse([text])))
