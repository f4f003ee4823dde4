"""Citations in a string."""

from __future__ import annotations

import time

import pytest

from grader.citing.intext import find

Found = tuple[str, str, str, str]  # words, authors, year, pages


def found(text: str) -> list[Found]:
    return [(text[one.start : one.end], "+".join(one.authors), one.year, one.pages) for one in find(text)]


def numbered(text: str) -> list[tuple[str, tuple[int, ...]]]:
    return [(text[one.start : one.end], one.numbers) for one in find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tolls fell (Rizvi, 2014).", ("(Rizvi, 2014)", "Rizvi", "2014", "")),
        ("Tolls fell (Rizvi 2014: 33).", ("(Rizvi 2014: 33)", "Rizvi", "2014", "33")),
        ("Tolls fell (Rizvi 2014, 33–5).", ("(Rizvi 2014, 33–5)", "Rizvi", "2014", "33–5")),
        ("Tolls fell (see also Rizvi, 2014, pp. 3, 9).", ("(see also Rizvi, 2014, pp. 3, 9)", "Rizvi", "2014", "3, 9")),
        ("Tolls fell (Rizvi & Lal, 2014a).", ("(Rizvi & Lal, 2014a)", "Rizvi+Lal", "2014a", "")),
        ("Tolls fell (Rizvi, Lal, & Dey, 2014).", ("(Rizvi, Lal, & Dey, 2014)", "Rizvi+Lal+Dey", "2014", "")),
        ("Tolls fell (Rizvi *et al.*, 2014, ch. 2).", ("(Rizvi *et al.*, 2014, ch. 2)", "Rizvi", "2014", "")),
        ("Tolls fell (van der Meer, n.d.).", ("(van der Meer, n.d.)", "van der Meer", "n.d.", "")),
        ("Tolls fell (el-Sayed, in press).", ("(el-Sayed, in press)", "el-Sayed", "in press", "")),
        ("Tolls fell (Ul Haq 1995).", ("(Ul Haq 1995)", "Ul Haq", "1995", "")),
        ("Tolls fell (Marx 1867/1976, 91).", ("(Marx 1867/1976, 91)", "Marx", "1867/1976", "91")),
        ("Tolls fell (Aristotle [350 BCE] 1998, 1094a).", ("(Aristotle [350 BCE] 1998, 1094a)", "Aristotle", "[350 BCE] 1998", "1094a")),
        ("Tolls fell (Port Authority of Sukkur [PAS], 2014).", ("(Port Authority of Sukkur [PAS], 2014)", "Port Authority of Sukkur", "2014", "")),
        ("Tolls fell (Ministry of Food and Works, 2014).", ("(Ministry of Food and Works, 2014)", "Ministry of Food and Works", "2014", "")),
        ("Tolls fell (Dawn, 3 May 2014).", ("(Dawn, 3 May 2014)", "Dawn", "2014", "")),
        ("Tolls fell (Rizvi, 2014, May 3).", ("(Rizvi, 2014, May 3)", "Rizvi", "2014", "")),
        ('Tolls fell ("Tolls at the quay," 2014).', ('("Tolls at the quay," 2014)', "", "2014", "")),
        ("Tolls fell (as cited in Lal, 2014, para. 4).", ("(as cited in Lal, 2014, para. 4)", "Lal", "2014", "para. 4")),
        ("Tolls fell (Rizvi, quoted in Lal 2014).", ("(Rizvi, quoted in Lal 2014)", "Lal", "2014", "")),
        ("Tolls fell (UN, 2014).", ("(UN, 2014)", "UN", "2014", "")),
        ("Tolls fell (rizvi et al., 2014).", ("(rizvi et al., 2014)", "rizvi", "2014", "")),
        ("Tolls fell (see the review by Lal, 2014).", ("(see the review by Lal, 2014)", "Lal", "2014", "")),
        ("Tolls fell (*Quays and Tolls*, 2014).", ("(*Quays and Tolls*, 2014)", "", "2014", "")),
        ("Tolls fell [Rizvi, 2014].", ("[Rizvi, 2014]", "Rizvi", "2014", "")),
        ("Tolls fell (Berlin 1969, 122).", ("(Berlin 1969, 122)", "Berlin", "1969", "122")),
        ("Tolls fell (ibid., p. 7).", ("(ibid., p. 7)", "", "", "7")),
    ],
)  # fmt: skip
def test_author_and_year_in_a_bracket(text: str, expected: Found) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rizvi (2014) doubts it.", ("Rizvi (2014)", "Rizvi", "2014", "")),
        ("However, Rizvi and Lal (2014, p. 2) doubt it.", ("Rizvi and Lal (2014, p. 2)", "Rizvi+Lal", "2014", "2")),
        ("In Lahore, Rizvi, Lal and Dey (2014) asked.", ("Rizvi, Lal and Dey (2014)", "Rizvi+Lal+Dey", "2014", "")),
        ("As Rizvi et al. (2014) show, tolls fell.", ("Rizvi et al. (2014)", "Rizvi", "2014", "")),
        ("Lal and his colleagues (2014) doubt it.", ("Lal and his colleagues (2014)", "Lal", "2014", "")),
        ("Historian Zainab Rizvi (2014) doubts it.", ("Zainab Rizvi (2014)", "Zainab Rizvi", "2014", "")),
        ("Research by J. P. Lal (2014) doubts it.", ("J. P. Lal (2014)", "J. P. Lal", "2014", "")),
        ("Rizvi's (2014) doubts are well known.", ("Rizvi's (2014)", "Rizvi", "2014", "")),
        ("In Rizvi's careful study (2014), tolls fell.", ("Rizvi's careful study (2014)", "Rizvi", "2014", "")),
        ("It fell; de Silva (2014) doubts it.", ("de Silva (2014)", "de Silva", "2014", "")),
        ("Said (2014) doubts it.", ("Said (2014)", "Said", "2014", "")),
        ("Besides, the Port Office of Sind (2014) doubts it.", ("Port Office of Sind (2014)", "Port Office of Sind", "2014", "")),
        ("The World Trade Council [WTC] (2014) doubts it.", ("World Trade Council [WTC] (2014)", "World Trade Council", "2014", "")),
        ("According to UNCTAD (2014), tolls fell.", ("UNCTAD (2014)", "UNCTAD", "2014", "")),
        ("The Hindu (2014) reported it.", ("The Hindu (2014)", "The Hindu", "2014", "")),
        ("A 2014 survey by Rizvi and Lal found it.", ("2014 survey by Rizvi and Lal", "Rizvi+Lal", "2014", "")),
        ("A 2014 World Bank report found it.", ("2014 World Bank report", "World Bank", "2014", "")),
        ("Rizvi and Lal's 2014 paper found it.", ("Rizvi and Lal's 2014 paper", "Rizvi+Lal", "2014", "")),
        ("In his 2014 book, Rizvi found it.", ("his 2014 book, Rizvi", "Rizvi", "2014", "")),
        ("Rizvi 2014 remains the best guide.", ("Rizvi 2014", "Rizvi", "2014", "")),
        ("Rizvi's study *Quays* (2014) found it.", ("Rizvi's study *Quays* (2014)", "Rizvi", "2014", "")),
        ("The Rizvi (2014) study found it.", ("Rizvi (2014)", "Rizvi", "2014", "")),
        ("The World Bank's Ports Review (2014) found it.", ("World Bank's Ports Review (2014)", "World Bank", "2014", "")),
        ('Lal asks "who pays and who is paid" (2014, 6).', ("(2014, 6)", "Lal", "2014", "6")),
    ],
)  # fmt: skip
def test_author_and_year_in_the_sentence(text: str, expected: Found) -> None:
    assert found(text) == [expected]


def test_several_sources_in_one_bracket_are_one_each() -> None:
    assert found("It fell (e.g., Rizvi, 2014; Lal & Dey, 2015a, p. 4; see also WHO, n.d.).") == [
        ("Rizvi, 2014", "Rizvi", "2014", ""),
        ("Lal & Dey, 2015a, p. 4", "Lal+Dey", "2015a", "4"),
        ("WHO, n.d.", "WHO", "n.d.", ""),
    ]
    assert [one[:3] for one in found("It fell (Rizvi 2014, Lal 2015 and Dey 2016).")] == [
        ("Rizvi 2014", "Rizvi", "2014"),
        ("Lal 2015", "Lal", "2015"),
        ("Dey 2016", "Dey", "2016"),
    ]
    assert [one[:3] for one in found("It fell (n = 12; Rizvi, 2014).")] == [("Rizvi, 2014", "Rizvi", "2014")]


def test_several_years_of_one_author() -> None:
    assert [one[:3] for one in found("Rizvi (2014, 2016) doubts it.")] == [
        ("Rizvi (2014, 2016)", "Rizvi", "2014"),
        ("Rizvi (2014, 2016)", "Rizvi", "2016"),
    ]
    assert [one[:3] for one in found("It fell (Rizvi et al. 2014; 2016).")] == [
        ("Rizvi et al. 2014", "Rizvi", "2014"),
        ("2016", "Rizvi", "2016"),
    ]


def test_a_source_read_in_another_is_two() -> None:
    assert [one[1:] for one in found("It fell (Rizvi, 1990, cited in Lal, 2014, p. 3).")] == [
        ("Rizvi", "1990", ""),
        ("Lal", "2014", "3"),
    ]


def test_how_names_are_joined_is_kept() -> None:
    one, other = find("Rizvi and Lal (2014) doubt it; so do others (Dey & Rao et al., 2015).")
    assert (one.joined, one.et_al, one.form) == ("and", False, "sentence")
    assert (other.joined, other.et_al, other.form) == ("&", True, "bracket")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('The quay is "a mouth" (Rizvi 12).', ("(Rizvi 12)", "Rizvi", "", "12")),
        ("The quay is a mouth (Rizvi and Lal 12-14).", ("(Rizvi and Lal 12-14)", "Rizvi+Lal", "", "12-14")),
        ("The quay is a mouth (qtd. in Rizvi 12).", ("(qtd. in Rizvi 12)", "Rizvi", "", "12")),
        ('The quay is a mouth (Rizvi, "Quays" 12).', ('(Rizvi, "Quays" 12)', "Rizvi", "", "12")),
        ("The quay is a mouth (Rizvi, *Quays of Sind* 12).", ("(Rizvi, *Quays of Sind* 12)", "Rizvi", "", "12")),
        ('The quay is a mouth ("Old Quays" 12).', ('("Old Quays" 12)', "", "", "12")),
        ("The quay is a mouth (Rizvi, lines 5-8).", ("(Rizvi, lines 5-8)", "Rizvi", "", "lines 5-8")),
        ("The quay is a mouth (Rizvi 2: 12).", ("(Rizvi 2: 12)", "Rizvi", "", "12")),
        ('Rizvi writes that the quay "was a mouth" (12).', ("(12)", "Rizvi", "", "12")),
        ("As Rizvi puts it, the quay is a mouth (pp. 12-14).", ("(pp. 12-14)", "Rizvi", "", "12-14")),
        ("The quay, as Rizvi (12) observes, is a mouth.", ("Rizvi (12)", "Rizvi", "", "12")),
        ('In her essay "Boats," Lal says that "no boat is empty" (12).', ("(12)", "Lal", "", "12")),
        ("The quay is a mouth (Gandhi qtd. in Rizvi 12).", ("(Gandhi qtd. in Rizvi 12)", "Rizvi", "", "12")),
        ('One reader found it "too long by half" (Lowell).', ("(Lowell)", "Lowell", "", "")),
    ],
)
def test_author_and_page(text: str, expected: Found) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell [3].", [("[3]", (3,))]),
        ("It fell [1, 4–6].", [("[1, 4–6]", (1, 4, 5, 6))]),
        ("It fell [1]-[3].", [("[1]-[3]", (1, 2, 3))]),
        ("It fell [1][4].", [("[1]", (1,)), ("[4]", (4,))]),
        ("It fell [3, p. 12].", [("[3, p. 12]", (3,))]),
        ("It fell [3, Sec. 2; 8].", [("[3, Sec. 2; 8]", (3, 8))]),
        ("It fell [see 3, 5].", [("[see 3, 5]", (3, 5))]),
        ("See refs. 3 and 5.", [("refs. 3 and 5", (3, 5))]),
        ("It fell sharply (3).", [("(3)", (3,))]),
        ("It fell sharply (2, 4–6).", [("(2, 4–6)", (2, 4, 5, 6))]),
        ("It fell [3, 5, p. 12] (see ref. 7).", [("[3, 5, p. 12]", (3, 5)), ("(see ref. 7)", (7,))]),
        ("Rizvi et al. (12) doubt it.", [("(12)", (12,))]),
        ("It fell.³ It rose.⁴⁻⁶", [("³", (3,)), ("⁴⁻⁶", (4, 5, 6))]),
        ("It fell.^{3} It rose,^{4,5} then fell.", [("^{3}", (3,)), ("^{4,5}", (4, 5))]),
        ("It fell.[^1] It rose.[^old-map]", [("[^1]", (1,)), ("[^old-map]", ())]),
    ],
)
def test_numbers(text: str, expected: list[tuple[str, tuple[int, ...]]]) -> None:
    assert numbered(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The first period (1947-1958) was short, and Ayub Khan (1958–69) ruled alone.",
        "The war (May 1965) was short. It fell (in 2010) and rose (2014: 4%).",
        "The Relief Act (Act XXV of 1997) and Article 184(3) say so (see Table 3).",
        "The Lahore Resolution (1940), the Paris Agreement (2015) and the Battle of Plassey (1757) are taught.",
        "The Company won in Bengal (Battle of Plassey, 1757) and met its end later (Lucknow, 1857).",
        "The Government of India Act (1935) and the Hudood Ordinances (1979) are laws.",
        "Resolution 242 (1967) and Vision 2030 (2007) are papers. See Figure 2 (p. 14 of this answer).",
        "There are three causes: (1) poverty, (2) neglect and (3) greed.",
        "The causes are poverty (1), neglect (2) and greed (3).",
        "She is old (64), her brother (34) is not, and forty (40) others are ill. They won (3-2).",
        "Pakistan (4) and India (2) met twice; the fee (Rs 500) and the fine (2,500) were paid.",
        "The award (NFC) says what it says [sic], and 'he [the clerk] had gone'.",
        "The plot is 40 m² or 10^{3} units, and 5³ is more; CO₂ rose by 10⁶ tonnes.",
        "The value lies in the interval [1, 4], and a[2] is read first; f(x) = x² + 3.",
        "NATO (1949) was a pact, the Simon Commission (1927) was boycotted, and General Zia (1977) took power.",
        "In the film Jinnah (1998) he is old. The novel Ice-Candy-Man (1988) tells of it.",
        "*Animal Farm* (1945) and Things Fall Apart (1958) are novels; in The Wealth of Nations (1776) he says so.",
        "Gandhi (1930) marched, Brexit (2016) shocked and the iPhone (2007) sold; Zarb-e-Azb (2014) went on.",
        "The film (Maula Jatt, 1979) was banned. Orientalism (1978) was praised. There were few survivors (12).",
        "The *Titanic* (1997) sank again, and *Capital* (1867) was read.",
        "In Roth v. Union (1957) the court said so (PLD 1958 SC 533).",
        "Two states, Indiana (1816) and Punjab (1970), were new.",
        "Muhammad Iqbal (1877–1938) spoke at Allahabad.",
        "The verse (Al-Baqarah 256) and the psalm (Psalm 23) are known; the jet (Boeing 747) is old.",
        "He was made a prince in 19^{47} with ^{25} others.",
        'They called her the "Iron Lady" (Thatcher).',
        "In 2008 he left, and 2009 was worse; the 2017 census counted them.",
    ],
)
def test_what_only_looks_like_a_citation(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "(A, " * 25_000,
        "Khan Ali " * 11_000,
        "(" * 50_000 + ")" * 50_000,
        "Khan (2019) " * 8_000,
        "Khan writes (12). " * 5_500,
        "2019 " * 20_000,
        "[1] " * 25_000,
        "[" + "1," * 49_999 + "]",
    ],
)
def test_no_text_takes_long(text: str) -> None:
    find("Khan (2019)")  # the lexicon is loaded
    start = time.process_time()
    find(text)
    assert time.process_time() - start < 3
