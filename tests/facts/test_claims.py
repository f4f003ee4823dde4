"""Checkable claims and who vouches for them."""

from __future__ import annotations

import time

import pytest

from grader.facts.claims import claims, named_sources
from tests.helpers import context_for


def claim(text: str) -> tuple[str, str] | None:
    found = context_for(text).fact(claims)
    return (found[0].kind, found[0].attribution) if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Reserves fell to 3 billion dollars.", ("statistic", "none")),
        ("The PDHS 2017-18 found that 28 per cent were beaten.", ("statistic", "named")),
        ("The port lost 851 million, as the Finance Ministry's own monitoring unit reported.", ("statistic", "named")),
        ("By the reckoning of the World Bank, 40 per cent leaks away.", ("statistic", "named")),
        ("For F. R. Leavis, the fault lay with 3 million readers.", ("statistic", "named")),
        (
            "Hamid Khan, in Constitutional and Political History of the Towns, regards it as a coup.",
            ("reported claim", "named"),
        ),
        ("The old charter says:", None),
        ("It is reported in Sahih Muslim that learning is a duty.", ("reported claim", "named")),
        ("The rivalry of US and China shows that power decides.", None),
        ("To conclude, the Objectives Resolution answered the question.", None),
        ("Growth was nearly six per cent.", ("statistic", "none")),
        (
            "The Department for Transport's National Travel Survey for 2022 found that 45 per cent drove.",
            ("statistic", "named"),
        ),
        (
            "A review by Edinburgh Napier University in 2020, which read 16 studies, concluded that traffic falls.",
            ("statistic", "named"),
        ),
        ('Robert Merton gave this theory in his article "Anomie" in 1938.', ("dated fact", "named")),
        ("This theory was given by Edwin Sutherland in 1939.", ("dated fact", "named")),
        ("The word was first used by Dr. H. A. Voeux in 1905.", ("dated fact", "named")),
        ("In line with the Fund's programme, rates rose by 40 per cent.", ("statistic", "none")),
        ("The approach was used by the Army in 2009.", ("dated fact", "none")),
        ("The wall was used by the British in 1857.", ("dated fact", "none")),
        ("According to section 2 of the Juvenile Act 2018, 40 are heard.", ("statistic", "named")),
        ("In section 3 we see that 40 are heard.", ("statistic", "none")),
        ("The Nursing Code (2018, section 2.1) requires 40 to be heard.", ("statistic", "named")),
        ("It bears on SDG 3 (good health) and SDG 11 (cities).", None),
        ("There are more than 1500 juveniles in the jails.", ("statistic", "none")),
        ("The quay was built in March 1904.", ("dated fact", "none")),
        ("According to the State Bank, reserves fell to 3 billion dollars.", ("statistic", "named")),
        ("According to a report, reserves fell by half of their value.", ("statistic", "vague")),
        ("Experts say that the towns will gain.", ("reported claim", "vague")),
        ("Doctors say that it is harmful.", ("reported claim", "vague")),
        ("A study of MIT says that lies travel faster.", ("reported claim", "named")),
        ("Husain described it as a rigged market.", ("reported claim", "named")),
        ("The National Nutrition Survey of 2018 found that 40 per cent were stunted.", ("statistic", "named")),
        ('Iqbal has said, "Nations are born in the hearts of poets."', ("quotation", "named")),
        ('A great man has said, "Nations are born in schools."', ("quotation", "vague")),
        ("Amartya Sen has demonstrated that no famine occurs in a democracy.", ("reported claim", "named")),
        ("The Asian Development Bank forecasts growth of 2.8 per cent.", ("statistic", "named")),
        ("Under the 18th Amendment 17 ministries went to the provinces.", ("statistic", "named")),
        ("Article 25-A of the constitution makes education a right.", ("reported claim", "named")),
        ("In the Second World War 4 million people died.", ("statistic", "none")),
        ("James Bessen has shown that tellers rose.", ("reported claim", "named")),
        ("The same study by Goldman Sachs expected 7 per cent.", ("statistic", "named")),
        ("One reads of 40 gardens (Quran 96:1).", ("statistic", "named")),
        ("Article 51 of the Constitution reserves 60 seats for women.", ("statistic", "named")),
        ("One reason is that teachers expect less of them.", None),
        ("Aristotle regarded man as a political animal.", ("reported claim", "named")),
        ("Critics counter that only 4 per cent of firms paid it.", ("statistic", "vague")),
        ("Bhutto considered it in 1972.", ("dated fact", "none")),
        ("The question “is it really fair to the towns?” is badly put.", None),
        ("This brief recommends that 40 towns keep the tax.", None),
        ("This report found no tax in 40 towns.", ("statistic", "none")),
        ("The towns gained a lot.", None),
        ("The board should spend 40 per cent on schools.", None),
        ("Secondly, enforce the 2002 ordinance in the hills.", None),
        ("Reform in 2002 was slow.", ("dated fact", "none")),
        ("Supply explains why 40 per cent were sold.", ("statistic", "none")),
        ("Brown explains that 40 per cent were sold.", ("statistic", "named")),
        ("India has said no.", None),
        ("Crowds broke into the United States Capitol.", None),
        ("India says that it will pay 4 million crowns.", ("statistic", "named")),
        ("The Indian home minister said in June 2025 that it would end.", ("dated fact", "named")),
        ("Article 25A makes schooling a right.", ("reported claim", "named")),
        ("Under Article XII the treaty was ended.", ("reported claim", "named")),
        ("Under Article XII it may be ended.", ("reported claim", "named")),
        ("The laws of the IMF have raised the rates by 3 per cent.", ("statistic", "none")),
        ("The Harbour Act of 1921 forbids two tolls.", ("reported claim", "named")),
        ("The World Bank estimate of the loss is 3 billion dollars.", ("statistic", "named")),
        ("UNESCO puts it at 0.16 per cent.", ("statistic", "named")),
        ("Data from the West show that 3 per cent left.", ("statistic", "none")),
        ("It is sometimes argued that the tax has emptied the towns.", ("reported claim", "vague")),
        ("Boat owners complain that nobody reads the list.", ("reported claim", "vague")),
        ("A spokesman said that 3 million had left.", ("statistic", "vague")),
        ("Many people believe in luck.", None),
        ("Analysts warned that reserves would run out.", ("reported claim", "vague")),
        ("Researchers found that 40 per cent were stunted.", ("statistic", "vague")),
        ("Inflation recorded a rise of 29 per cent.", ("statistic", "none")),
        ("Farmers reported losses of 40 per cent.", ("statistic", "none")),
        ("Opponents say that it failed.", None),
        ("Democracy calls for patience.", None),
        ("All told, 3 million left.", ("statistic", "none")),
        ("According to Article 25, all citizens are equal.", ("reported claim", "named")),
        ("As per the 2017 census, 207 million people live here.", ("statistic", "named")),
        ("The World Bank found in 2008 that 30 per cent of losses were hidden.", ("statistic", "named")),
        ('"The river does not forgive the careless," wrote Cunningham.', ("quotation", "named")),
        ('He read "The Wretched of the Earth" twice.', None),
        ("Item 47 of the list was moved.", None),
        ("The Constitution of 1973 is supreme.", None),
        ("The Indus Waters Treaty (1960) divided the rivers.", None),
        ("Ayub Khan (1958-69) ruled by decree.", ("dated fact", "none")),
        ("The tests (May 1998) changed it.", ("dated fact", "none")),
    ],
)
def test_kinds_and_attribution(text: str, expected: tuple[str, str] | None) -> None:
    assert claim(text) == expected


def test_a_source_carries_over_to_its_next_sentence() -> None:
    text = "The World Bank (2022) put growth at 3 per cent. It added that exports fell by 2 per cent."
    assert [one.attribution for one in context_for(text).fact(claims)] == ["named", "named"]


def test_sources_are_counted_once() -> None:
    text = "The World Bank (2022) put it at 3 per cent. According to the World Bank, it fell by 2 per cent."
    assert context_for(text).fact(named_sources) == ("World Bank",)


def test_struck_claims_and_remarks_are_no_claims() -> None:
    assert claim("It ~~fell to 3 billion dollars~~ fell.") is None


def test_a_sentence_in_capitals_is_read_in_good_time() -> None:
    start = time.process_time()
    context_for("THE WORLD BANK AND " * 2000 + "SAID SO.").fact(claims)
    assert time.process_time() - start < 5


def test_articles_of_a_law_are_one_source() -> None:
    text = "Article 25A makes schooling a right. Article 140A obliges the provinces to hold elections."
    assert context_for(text).fact(named_sources) == ("Article 25A",)


def test_the_verses_of_a_scripture_are_one_source() -> None:
    text = "The Quran set 2 shares (4:11). It names 10 kinds of them (33:35). Women swore the oath in 628 (Surah Al-Mumtahanah 60:12)."
    context = context_for(text)
    assert context.fact(named_sources) == ("verse 4:11",)
