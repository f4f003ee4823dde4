"""Names in every way that lists write them."""

from __future__ import annotations

import pytest

from grader.citing.model import Name
from grader.citing.names import et_al, names, same_as_before


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Khan, S. A., & Ali, B.", (("Khan", "S. A."), ("Ali", "B."))),
        ("Khan, S.A. and Ali, B.", (("Khan", "S.A."), ("Ali", "B."))),
        ("Khan, Sara, and Bilal Ali", (("Khan", "Sara"), ("Ali", "Bilal"))),
        ("Khan, Sara, Bilal Ali, and Omar Rossi", (("Khan", "Sara"), ("Ali", "Bilal"), ("Rossi", "Omar"))),
        ("S. A. Khan and B. Ali", (("Khan", "S. A."), ("Ali", "B."))),
        ("S. Khan, B. Ali, and C. Roy", (("Khan", "S."), ("Ali", "B."), ("Roy", "C."))),
        ("Khan SA, Ali B", (("Khan", "SA"), ("Ali", "B"))),
        ("Zia-ul-Haq M, Ahmed R, et al", (("Zia-ul-Haq", "M"), ("Ahmed", "R"))),
        ("Lorenz-Spreen, P., et al.", (("Lorenz-Spreen", "P."),)),
        ("ul-Haq, Mahbub", (("ul-Haq", "Mahbub"),)),
        (
            "van der Berg, J., de Silva, K., & O'Neill, R.",
            (("van der Berg", "J."), ("de Silva", "K."), ("O'Neill", "R.")),
        ),
        ("Ludwig van Beethoven", (("van Beethoven", "Ludwig"),)),
        ("Sara Khan and Bilal Ali", (("Khan", "Sara"), ("Ali", "Bilal"))),
        ("King, M. L., Jr.", (("King", "M. L., Jr."),)),
        ("García, M.; Rossi, T.", (("García", "M."), ("Rossi", "T."))),
        ("Plato", (("Plato", ""),)),
        ("World Bank", (("World Bank", ""),)),
        ("Ministry of Finance, Government of Pakistan", (("Ministry of Finance, Government of Pakistan", ""),)),
        ("Food and Agriculture Organization", (("Food and Agriculture Organization", ""),)),
        ("UNESCO", (("UNESCO", ""),)),
        ("edited by Ayesha Jalal and Sugata Bose", (("Jalal", "Ayesha"), ("Bose", "Sugata"))),
        ("In H. Thapa & N. A. Ahmed (Eds.)", (("Thapa", "H."), ("Ahmed", "N. A."))),
        ("———", ()),
        ("", ()),
    ],
)
def test_names_are_taken_apart(text: str, wanted: tuple[tuple[str, str], ...]) -> None:
    assert names(text) == tuple(Name(*one) for one in wanted)


def test_more_names_than_stand_there() -> None:
    assert et_al("Khan, S., et al.")
    assert et_al("Khan S, Ali B, et al")
    assert et_al("Khan, S. and others")
    assert not et_al("Khan, S., & Ali, B.")


def test_dashes_stand_for_the_author_above() -> None:
    assert all(same_as_before(dashes) for dashes in ("———", "———.", "---", "__________."))
    assert not same_as_before("Khan")
