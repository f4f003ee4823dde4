"""The kind of source that an entry names."""

from __future__ import annotations

import pytest

from grader.citing.entries import parse


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Khan, S. (2019). Water and power. Journal of Rivers, 12(3), 45–67.", "article"),
        ("Husain, Ishrat. Governing the Ungovernable. Karachi: Oxford University Press, 2018.", "book"),
        (
            "Niaz, I. (2010). The culture of power. In A. Jalal & S. Bose (Eds.), State and society (pp. 23–48). Vanguard.",
            "chapter",
        ),
        ("World Bank. (2021). Pakistan development report. Washington, DC: World Bank.", "report"),
        ("Khan, S. (2021, March 4). Senate polls: what next? Dawn. https://www.dawn.com/news/1", "news"),
        ("Hussain, Zahid. “The Cost of Inaction.” Dawn (Karachi), 6 June 2012, p. 7.", "news"),
        ("Aslam, F. (2017) Urban growth in Lahore. PhD thesis. University of the Punjab.", "thesis"),
        ("Ali, B. (2015). Rivers. In Proceedings of the 4th Conference on Water, pp. 12–20. Lahore.", "conference"),
        ("Constitution of the Islamic Republic of Pakistan, 1973, art. 19.", "other"),
        ("https://www.example.org/population", "web"),
        ("", "other"),
    ],
)
def test_kinds_are_told(text: str, kind: str) -> None:
    assert parse(text).kind == kind
