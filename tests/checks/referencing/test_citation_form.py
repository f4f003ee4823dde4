"""Clean and dirty examples for referencing.citation-form."""

from __future__ import annotations

from tests.helpers import measured, quotes

CHECK = "referencing.citation-form"

LIST = (
    "\n\nREFERENCES\n\nBaig, T. (2011). Roads of the plain. A Press.\n\nKhan, S., & Ali, O. (2019). Two towns. A Press."
    "\n\nNoor, F., Shah, W., Zaidi, A., & Butt, K. (2014). Four hills. A Press.\n\nZaman, R., Durrani, P., & Gilani, Y. (2015). Caravan trade. A Press."
)


def test_clean() -> None:
    text = (
        "# B\n\nRents rose (Khan & Ali, 2019). They fell again (Zaman et al., 2015). Noor et al. (2014) saw it, and Baig (2011)."
        + LIST
    )
    assert measured(CHECK, text).value == 1
    assert quotes(CHECK, text) == []


def test_dirty_et_al_for_two_authors() -> None:
    text = "# B\n\nRents rose (Khan et al., 2019). Noor et al. (2014) saw it." + LIST
    assert quotes(CHECK, text) == ["(Khan et al., 2019)"]
    assert "Khan and Ali" in measured(CHECK, text).findings[0].message


def test_dirty_four_spelled_out() -> None:
    text = "# B\n\nRents rose (Noor, Shah, Zaidi, & Butt, 2014). Baig (2011) saw it." + LIST
    assert [finding.kind for finding in measured(CHECK, text).findings] == ["et al."]


def test_the_odd_one_out_is_held_against_the_others() -> None:
    pairs = ["Aziz & Noor", "Baig & Shah", "Dar & Ali", "Gul & Rana"]
    text = "# B\n\n" + " ".join(f"Rents rose ({pair}, 2019)." for pair in pairs) + " They fell (Khan and Ali, 2018)."
    assert quotes(CHECK, text) == ["(Khan and Ali, 2018)"]
    assert measured(CHECK, text.replace("Khan and Ali", "Khan & Ali")).findings == ()


def test_and_in_the_sentence_goes_with_the_sign_in_brackets() -> None:
    text = "# B\n\nKhan and Ali (2019) saw it, and others did (Khan & Ali, 2019)." + LIST
    assert quotes(CHECK, text) == []


def test_one_citation_is_not_looked_at() -> None:
    assert measured(CHECK, "# B\n\nRents rose (Khan et al., 2019)." + LIST).value is None
