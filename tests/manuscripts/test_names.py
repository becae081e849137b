"""Names of people, told from titles, events, institutions and places."""

from __future__ import annotations

import pytest
from hypothesis import given as each
from hypothesis import strategies as st

from booklet.manuscripts.name_titles import without_office, without_suffix, without_title
from booklet.manuscripts.names import is_name, name_score, nobody

NAMES = """
Alyson Deines|Jeanine Van Order|Pin-Yu Chen|Ben Y. Zhao|William Stein|Đặng Văn An|J. von Neumann|A. B. Smith|Bo Ek
Ludwig van Beethoven|José Ortega y Gasset|Jon 'maddog' Hall|Liangchen (Lewis) Liu|Martin Luther King, Jr.|T. Thakur
Prof. Dr. Anna Weiß|Dr. Ann Lee|Mme Marie Curie|XIONG Zhang|ZHANG BaoHui|Jean DUPONT|Alban QUADRAT|Ronald McDonald
Patrícia Muñoz-Ewald|Anne-Marie d'Ork|Muhammad ibn Musa al-Khwarizmi|Ngô Bảo Châu|Łukasz Kaiser|Öykü Şahin
Бого Иванов|Иванов Иван Иванович|И. И. Иванов|к. б. н. Г. А. Мамедов
張宝輝|陈鹏鹤|张三|欧阳娜娜|黄国祯教授|山田太郎|山田 太郎|高橋さくら|ジョン・スミス|史蒂文·塞克斯顿|김민수|محمد علي
下条 まどか|武者小路 怜
Manuel Filipe Pereira Cunha Martins Costa|Serge Guelton (serge-sans-paille)|Anna Weiß, PhD
"""

NO_NAMES = """
Coffee Break|Zeta Functions|Deep Learning|Coding Sprints|Machine Learning Theory|Opening Remarks|Sage Tutorial|Room A
Status reports|Main Hall|Special Functions|New York University|Group Photo|Sesión plenaria|Vereinsversammlung|A Survey
Kaffeepause|Pause café|Table ronde|Tavola rotonda|Mesa redonda|Круглый стол|Пленарный доклад|Die Zukunft|Von Alpakas
Santa Barbara|San Francisco|Hong Kong|Ann Arbor|Carnegie Mellon|Texas Instruments|Johannes Kepler Universität Linz
University of Toronto|ETH Zürich|Google DeepMind|GNU Mes|GitLab Runner|Federated Optimization|Kulturelle Bildung
主题报告一|圆桌论坛|中场休息|嘉宾拍照|大会开幕式|休憩|基調講演|ディープラーニング|TBA|N.N.|everyone|–||Ann|Lunch
質疑 まとめ|研究 はるか
Director|The End|Fourier Analysis|Hilbert Space|Alpha Waves|Version 1.0|Who are we?|Ann Lee: Graphs|Ann & Bo
"""


def rows(text: str) -> list[str]:
    return [name for row in text.strip().split("\n") for name in row.split("|")]


@pytest.mark.parametrize("text", rows(NAMES))
def test_is_name_for_people(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize("text", rows(NO_NAMES))
def test_is_name_for_what_is_nobodys(text: str) -> None:
    assert not is_name(text)


def test_name_score_of_a_known_given_name_is_higher() -> None:
    assert name_score("Raf Cluckers") < name_score("Anna Cluckers") < name_score("Dr. Anna Cluckers")


def test_name_score_lets_a_family_name_be_a_word_behind_a_known_given_name() -> None:
    assert [is_name(text) for text in ("Jon Hall", "Main Hall", "Anna Small-Field", "Quick Small")] == [
        True,
        False,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prof. Dr. Anna Weiß", ("Anna Weiß", "Prof.")),
        ("Prof. Dr.-Ing. habil. Anna Weiß", ("Anna Weiß", "Prof.")),
        ("Associate Prof. QIN Jian", ("QIN Jian", "Associate Prof.")),
        ("Prof.Eric Hamilton", ("Eric Hamilton", "Prof.")),
        ("Dr. h. c. Anna Weiß", ("Anna Weiß", "")),
        ("Mme Marie Curie", ("Marie Curie", "")),
        ("M. Jean Dupont", ("Jean Dupont", "")),
        ("M. Atiyah", ("M. Atiyah", "")),
        ("Dott.ssa Anna Rossi", ("Anna Rossi", "")),
        ("Dra. Ana Pérez", ("Ana Pérez", "")),
        ("Prof.ª Doutora Ana Sousa", ("Ana Sousa", "Prof.ª")),
        ("проф. Иван Иванов", ("Иван Иванов", "проф.")),
        ("熊璋教授", ("熊璋", "教授")),
        ("张三先生", ("张三", "")),
        ("Bo Ek 博士", ("Bo Ek", "")),
        ("Drew Barr", ("Drew Barr", "")),
        ("Irene Dramane", ("Irene Dramane", "")),
        ("Dr.", ("Dr.", "")),
        ("", ("", "")),
    ],
)
def test_without_title(text: str, expected: tuple[str, str]) -> None:
    assert without_title(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Coxswain Ann Lee", ("Ann Lee", "Coxswain")),
        ("Pastorin Anna Weiß", ("Anna Weiß", "Pastorin")),
        ("KMD Anna Weiß", ("Anna Weiß", "KMD")),
        ("don Saverio Rossi", ("Saverio Rossi", "don")),
        ("Vice Admiral Ann Lee", ("Ann Lee", "Vice Admiral")),
        ("капитан Иван Иванов", ("Иван Иванов", "капитан")),
        ("Pfarrer i. R. Hans Weiß", ("Hans Weiß", "Pfarrer i. R.")),
        ("Don Knuth", ("Don Knuth", "")),
        ("Father Brown", ("Father Brown", "")),
        ("Ann Lee", ("Ann Lee", "")),
        ("", ("", "")),
    ],
)
def test_without_office(text: str, expected: tuple[str, str]) -> None:
    assert without_office(text) == expected


def test_is_name_behind_an_office() -> None:
    assert [is_name(text) for text in ("KMD Eckart Voßberg", "Captain Ann Lee", "Captain Future Returns")] == [
        True,
        True,
        False,
    ]


def test_without_suffix_for_each_suffix() -> None:
    assert [without_suffix(f"Ann Lee{suffix}") for suffix in (", Jr.", " III", ", PhD", ", Ph.D.", "")] == [
        "Ann Lee"
    ] * 5


@pytest.mark.parametrize(
    "text",
    rows(
        "TBA|TBD|T.B.A.|N.N.|N. N.|everyone|All|various|--|–|?|...|(TBA)|Speaker to be announced|Speaker: TBA"
        "|to be confirmed soon|All participants|Alle|alle Teilnehmenden|wird noch bekannt gegeben|tous|à confirmer"
        "|por confirmar|a definir|da definire|n.t.b.|wordt nog bekendgemaakt|все|待定|未定|全員|  "
    ),
)
def test_nobody_where_nobody_is_named(text: str) -> None:
    assert nobody(text.removeprefix("Speaker: "))


@pytest.mark.parametrize("text", ["Ann Lee", "Allan", "anna", "李四", "A. N. Other", "Tous Lesjours"])
def test_nobody_is_false_for_somebody(text: str) -> None:
    assert not nobody(text)


@each(st.text())
def test_name_score_of_any_text_is_between_nought_and_one(text: str) -> None:
    assert 0.0 <= name_score(text) <= 1.0


def test_name_score_of_a_long_text_is_nought() -> None:
    assert name_score("Ann Lee " * 10_000) == 0.0
