"""Clean and dirty examples for referencing.style-mix."""

from __future__ import annotations

from tests.helpers import measured, quotes

CHECK = "referencing.style-mix"

APA = [
    "Abbasi, G. (2010). Salt, tax and empire. Ravi Books.",
    "Baig, T., & Noor, F. (2011). Roads of the plain. Journal of Roads, 3(1), 2–20.",
    "Bureau of Labour. (2014). Wages in small shops. Bureau of Labour.",
    "Khan, S., & Ali, O. (2019). Two towns in one valley. Journal of Valleys, 7(2), 1–24.",
    "Malik, A. (2016). Teachers who stay. Journal of Schools, 9(4), 40–61.",
    "Shah, W. (2012). The mill and its owners. Indus University Press.",
]
OTHER = "Zaman, Rubina. “Caravan Trade after the Road.” Frontier History, vol. 18, no. 2, 2015, pp. 144–169."


def essay(entries: list[str]) -> str:
    return "# B\n\nRents rose (Khan & Ali, 2019).\n\n## References\n\n" + "\n\n".join(entries)


def test_clean() -> None:
    assert measured(CHECK, essay(APA)).value == 1
    assert quotes(CHECK, essay(APA)) == []


def test_dirty() -> None:
    text = essay([*APA, OTHER])
    assert quotes(CHECK, text) == [OTHER]
    finding = measured(CHECK, text).findings[0]
    assert "the year in brackets and a full stop after the authors" in finding.message
    assert "In APA 7 it would read, capitals apart: Zaman, R. (2015)." in finding.advice


def test_half_and_half_is_no_minority() -> None:
    others = [OTHER.replace("Zaman", name) for name in ("Zaidi", "Zafar", "Zahid", "Zakir", "Zubair", "Zeb")]
    assert quotes(CHECK, essay([*APA, *others])) == []


def test_a_short_list_has_no_style() -> None:
    assert measured(CHECK, essay([*APA[:3], OTHER])).value is None
