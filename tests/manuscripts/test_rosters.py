"""Everybody whom a cell names."""

from __future__ import annotations

import pytest
from hypothesis import given as each
from hypothesis import strategies as st

from booklet.manuscripts.footnoted import read_footnoted
from booklet.manuscripts.persons import is_turned, turned
from booklet.manuscripts.rosters import read_people
from booklet.model.program import Speaker


def read(text: str) -> list[tuple[str, ...]]:
    """Names, positions and affiliations, as far as they are stated."""
    return [_stated(person) for person in read_people(text)]


def _stated(person: Speaker) -> tuple[str, ...]:
    full = (person.name, person.position, person.affiliation)
    return full if person.affiliation else full[:2] if person.position else full[:1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee", [("Ann Lee",)]),
        ("anna", [("anna",)]),
        ("@rem", [("@rem",)]),
        ("Ann Lee (MIT)", [("Ann Lee", "", "MIT")]),
        ("Ann Lee [MIT]", [("Ann Lee", "", "MIT")]),
        ("Bob (MIT)", [("Bob", "", "MIT")]),
        ("Ann Lee (Acme (Europe))", [("Ann Lee", "", "Acme (Europe)")]),
        ("山田太郎（東京大学）", [("山田太郎", "", "東京大学")]),
        ("Ann Lee – MIT", [("Ann Lee", "", "MIT")]),
        ("Ann Lee from MIT", [("Ann Lee", "", "MIT")]),
        ("Ann Lee | MIT", [("Ann Lee", "", "MIT")]),
        ("Ann Lee\nUniversity of Oslo", [("Ann Lee", "", "University of Oslo")]),
        ("Bo Ek, ETH, Zürich", [("Bo Ek", "", "ETH, Zürich")]),
        ("Bo Ek, University of California, Santa Barbara", [("Bo Ek", "", "University of California, Santa Barbara")]),
        ("Ann Lee, Professor of Mathematics, Acme College", [("Ann Lee", "Professor of Mathematics", "Acme College")]),
        (
            "Ann Lee, Assistant Professor, Department of Mathematics and Department of Physics, University of Oslo.",
            [
                (
                    "Ann Lee",
                    "Assistant Professor, Department of Mathematics and Department of Physics",
                    "University of Oslo",
                )
            ],
        ),
        ("Ann Lee, CEO", [("Ann Lee", "CEO")]),
        ("Ann Lee, Acme, CEO", [("Ann Lee", "CEO", "Acme")]),
        ("Ann Lee (Professor, MIT)", [("Ann Lee", "Professor", "MIT")]),
        ("Ann Lee, Acme Inc.", [("Ann Lee", "", "Acme Inc.")]),
        ("Liangchen (Lewis) Liu (Mathematics, UT Austin)", [("Liangchen (Lewis) Liu", "", "Mathematics, UT Austin")]),
        ("Ann Lee (she/her)", [("Ann Lee (she/her)",)]),
        ("Daniel Lange (DLange)", [("Daniel Lange (DLange)",)]),
        ("Serge Guelton (serge-sans-paille)", [("Serge Guelton (serge-sans-paille)",)]),
        ("Martin Luther King, Jr., Morehouse College", [("Martin Luther King, Jr.", "", "Morehouse College")]),
        ("Ann Lee, PhD", [("Ann Lee, PhD",)]),
        ("Ann Lee, TBA", [("Ann Lee",)]),
        ("Ann Lee <ann@example.org>", [("Ann Lee",)]),
        ("Ann Lee*", [("Ann Lee",)]),
        ("by Ann Lee", [("Ann Lee",)]),
        ("Par Nilsson", [("Par Nilsson",)]),
        ("José María García-Márquez y Ruiz de Alarcón", [("José María García-Márquez y Ruiz de Alarcón",)]),
        ("Hans Freiherr von und zu Berg", [("Hans Freiherr von und zu Berg",)]),
        ("Martin Haase/maha", [("Martin Haase/maha",)]),
        ("Jean DUPONT", [("Jean DUPONT",)]),
        ("ZHANG BaoHui", [("ZHANG BaoHui",)]),
        ("ジョン・スミス", [("ジョン・スミス",)]),
    ],
)
def test_read_people_who_is_one(text: str, expected: list[tuple[str, ...]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prof. Dr. Anna Weiß", [("Anna Weiß", "Prof.")]),
        ("Prof. Anna Weiß, Director, Acme Institute", [("Anna Weiß", "Prof., Director", "Acme Institute")]),
        ("熊璋教授（北京大学）", [("熊璋", "教授", "北京大学")]),
        ("清华大学张三教授", [("张三", "教授", "清华大学")]),
        ("東京大学 山田太郎", [("山田太郎", "", "東京大学")]),
        ("Vice President Dong Zhibao", [("Dong Zhibao", "Vice President")]),
        (
            "Vice President Dong Zhibao, China Academy Director Zhou Jianzhong, Dean Chen Peng",
            [
                ("Dong Zhibao", "Vice President"),
                ("Zhou Jianzhong", "China Academy Director"),
                ("Chen Peng", "Dean"),
            ],
        ),
    ],
)
def test_read_people_with_titles(text: str, expected: list[tuple[str, ...]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee, MIT; Bo Ek, ETH", [("Ann Lee", "", "MIT"), ("Bo Ek", "", "ETH")]),
        ("Ann Lee; Bo Ek (MIT)", [("Ann Lee",), ("Bo Ek", "", "MIT")]),
        ("Ann Lee, MIT, Bo Ek, ETH", [("Ann Lee", "", "MIT"), ("Bo Ek", "", "ETH")]),
        ("Ann Lee, MIT, and Bo Ek, ETH", [("Ann Lee", "", "MIT"), ("Bo Ek", "", "ETH")]),
        (
            "Ann Lee (MIT), Bo Ek (ETH) and Cy Fox (Acme)",
            [("Ann Lee", "", "MIT"), ("Bo Ek", "", "ETH"), ("Cy Fox", "", "Acme")],
        ),
        ("Ann Lee, Bo Ek and Cy Fox", [("Ann Lee",), ("Bo Ek",), ("Cy Fox",)]),
        ("Ann Lee and Bo Ek (University of X)", [("Ann Lee", "", "University of X"), ("Bo Ek", "", "University of X")]),
        ("Ann Lee, Bo Ek, Cy Fox, MIT", [("Ann Lee", "", "MIT"), ("Bo Ek", "", "MIT"), ("Cy Fox", "", "MIT")]),
        (
            "Ann Lee, Department of Statistics and Data Sciences, MIT and Bo Ek",
            [("Ann Lee", "", "Department of Statistics and Data Sciences, MIT"), ("Bo Ek",)],
        ),
        ("Ann Lee & Bo Ek", [("Ann Lee",), ("Bo Ek",)]),
        ("Ann Lee / Bo Ek", [("Ann Lee",), ("Bo Ek",)]),
        ("Ann Lee | Bo Ek", [("Ann Lee",), ("Bo Ek",)]),
        ("Ann Lee · Bo Ek", [("Ann Lee",), ("Bo Ek",)]),
        ("张三；李四", [("张三",), ("李四",)]),
        ("张三、李四", [("张三",), ("李四",)]),
        ("张三和李四", [("张三",), ("李四",)]),
        ("张三，清华大学", [("张三", "", "清华大学")]),
        ("椿原 佐和子、小林 翔 ほか", [("椿原 佐和子",), ("小林 翔",)]),
        ("山田太郎・鈴木花子", [("山田太郎",), ("鈴木花子",)]),
        ("山田太郎・ジョン・スミス", [("山田太郎",), ("ジョン・スミス",)]),
        ("陈鹏鹤副研究员、Prof. Bo Ek、Dr.Ann Lee", [("陈鹏鹤", "副研究员"), ("Bo Ek", "Prof."), ("Ann Lee",)]),
        ("Jean Dupont et Marie Curie", [("Jean Dupont",), ("Marie Curie",)]),
        ("MM. Jean Dupont et Paul Curie", [("Jean Dupont",), ("Paul Curie",)]),
        ("Anna Weiß und Bernd Kurz", [("Anna Weiß",), ("Bernd Kurz",)]),
        ("Ana Pérez y Juan García", [("Ana Pérez",), ("Juan García",)]),
        (
            "Anna Rossi e Marco Lo Presti (CNR, Roma)",
            [("Anna Rossi", "", "CNR, Roma"), ("Marco Lo Presti", "", "CNR, Roma")],
        ),
        ("ir. Jan Jansen en ir. Fatima El Amrani", [("Jan Jansen",), ("Fatima El Amrani",)]),
        ("Ola Nordmann og Kari Nordmann", [("Ola Nordmann",), ("Kari Nordmann",)]),
        ("Иван Иванов и Анна Петрова", [("Иван Иванов",), ("Анна Петрова",)]),
        ("А. И. Рябинина, Т. О. Сольвейг", [("А. И. Рябинина",), ("Т. О. Сольвейг",)]),
        ("anna, benni", [("anna",), ("benni",)]),
        ("Anna, Ben, Chris", [("Anna",), ("Ben",), ("Chris",)]),
        ("Tom & Jerry", [("Tom",), ("Jerry",)]),
        ("Ann Lee, Bo Ek et al.", [("Ann Lee",), ("Bo Ek",)]),
    ],
)
def test_read_people_who_are_several(text: str, expected: list[tuple[str, ...]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee (limited to 20 places)", [("Ann Lee",)]),
        ("Ann Lee (relatore da confermare)", [("Ann Lee",)]),
        ("Ann Lee (Plazas limitadas)", [("Ann Lee",)]),
        ("Ann Lee (replaces Bo Ek)", [("Ann Lee",)]),
        ("Ann Lee (MIT) (online)", [("Ann Lee", "", "MIT")]),
        ("Ann Lee (online) (MIT)", [("Ann Lee", "", "MIT")]),
        ("Ann Lee, MIT (online)", [("Ann Lee", "", "MIT")]),
        ("Ann Lee, online", [("Ann Lee",)]),
        ("Ann Lee (independent scholar)", [("Ann Lee", "", "independent scholar")]),
        ("Ann Lee (visiting from the University of Tarn)", [("Ann Lee", "", "visiting from the University of Tarn")]),
        ("Ann Lee, Bo Ek, relatore da confermare", [("Ann Lee",), ("Bo Ek",)]),
        ("Hortensia Mirabet. Plazas limitadas.", [("Hortensia Mirabet",)]),
        ("Evaristo Quiñones. Presenta: Marina Celaya (periodista)", [("Evaristo Quiñones",)]),
        ("Rosamund Tregear. With Idris Maddox and Gethin Pryce", [("Rosamund Tregear",)]),
        ("Marina Celaya (periodista)", [("Marina Celaya", "periodista")]),
    ],
)
def test_read_people_leaves_remarks_and_sentences_out(text: str, expected: list[tuple[str, ...]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("w/ Jonna Petrakis (Linnholt Transit)", [("Jonna Petrakis", "", "Linnholt Transit")]),
        ("a cura di Ruggero Montefalchi", [("Ruggero Montefalchi",)]),
        ("a cura di don Saverio Pontremolesi", [("Saverio Pontremolesi", "don")]),
        ("A cargo de Lucía Berrocal", [("Lucía Berrocal",)]),
        ("Imparte: Hortensia Mirabet", [("Hortensia Mirabet",)]),
        ("con Ann Lee, Bo Ek", [("Ann Lee",), ("Bo Ek",)]),
        ("mit Kantor Jörn-Ole Steding", [("Jörn-Ole Steding", "Kantor")]),
        ("Ltg. Malaika Brandis", [("Malaika Brandis",)]),
        ("Leitung: Malaika Brandis", [("Malaika Brandis",)]),
        ("Gesamtleitung: KMD Eckart Voßberg", [("Eckart Voßberg", "KMD")]),
        ("Predigt: Pastorin Wiebke Harmsdorf", [("Wiebke Harmsdorf", "Pastorin")]),
        ("Mme Solène Archambault, doyenne", [("Solène Archambault", "doyenne")]),
        ("Mme Solène Archambault, doyenne / Dean", [("Solène Archambault", "doyenne / Dean")]),
        ("animé par Jean Dupont", [("Jean Dupont",)]),
        ("presenta: Marina Celaya", [("Marina Celaya",)]),
        ("led by Ann Lee", [("Ann Lee",)]),
        ("Instructors: Morag Rennick, Tam Buchan-Ito", [("Morag Rennick",), ("Tam Buchan-Ito",)]),
        ("ведущий — Глеб Студёнов", [("Глеб Студёнов",)]),
        ("Ведёт Ярцев Д. К.", [("Д. К. Ярцев",)]),
        ("司会 久米川 千春（北原美術館）", [("久米川 千春", "", "北原美術館")]),
        ("講師 山田 太郎", [("山田 太郎",)]),
        ("Dean Ann Lee", [("Ann Lee", "Dean")]),
        ("Chair Ann Lee", [("Ann Lee", "Chair")]),
        ("Commissioner Ann Lee", [("Ann Lee", "Commissioner")]),
        ("Coxswain Morag Rennick", [("Morag Rennick", "Coxswain")]),
        ("Captain Ann Lee", [("Ann Lee", "Captain")]),
        ("Rev. Ann Lee", [("Ann Lee",)]),
        ("Pfarrer Jost Weber", [("Jost Weber", "Pfarrer")]),
        ("Superintendentin Dr. Jutta Weber", [("Jutta Weber", "Superintendentin")]),
        ("Ann Lee, Bo Ek; moderator: Cy Fox", [("Ann Lee",), ("Bo Ek",), ("Cy Fox", "Moderator")]),
    ],
)
def test_read_people_behind_words_that_lead_to_them(text: str, expected: list[tuple[str, ...]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Пшеницына М. О.", [("М. О. Пшеницына",)]),
        ("Пшеницына М. О", [("М. О. Пшеницына",)]),
        (
            "Пшеницына М. О., Ярцев Д. К. (Институт)",
            [("М. О. Пшеницына", "", "Институт"), ("Д. К. Ярцев", "", "Институт")],
        ),
        ("Ivanov A. B., Petrov C. D.", [("A. B. Ivanov",), ("C. D. Petrov",)]),
        (
            "Hauke Thießen und Meike Thießen, Windhof Sandhörn",
            [("Hauke Thießen", "", "Windhof Sandhörn"), ("Meike Thießen", "", "Windhof Sandhörn")],
        ),
        ("Ann Lee, Raf Cluckers und Meike Weiß", [("Ann Lee",), ("Raf Cluckers",), ("Meike Weiß",)]),
        (
            "Elspeth Marrable (Fennimore), Imogen Tello, Ruaridh Pask",
            [("Elspeth Marrable", "", "Fennimore"), ("Imogen Tello",), ("Ruaridh Pask",)],
        ),
        (
            "Elspeth Marrable*, Kofi Lindley (Fennimore)",
            [("Elspeth Marrable", "", "Fennimore"), ("Kofi Lindley", "", "Fennimore")],
        ),
        ("Karsgaard Pask, Imogen Tello", [("Karsgaard Pask",), ("Imogen Tello",)]),
        ("García Lorca, Federico José", [("Federico José García Lorca",)]),
        ("Moe & Tangen Architects", [("Moe & Tangen Architects",)]),
        ("Liv Moen, Moe & Tangen Architects", [("Liv Moen", "", "Moe & Tangen Architects")]),
        ("下条 まどか（海野印刷博物館）", [("下条 まどか", "", "海野印刷博物館")]),
    ],
)
def test_read_people_in_lists_of_authors(text: str, expected: list[tuple[str, ...]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BONNET, Axel", [("Axel Bonnet",)]),
        ("O'BRIEN, Pat", [("Pat O'Brien",)]),
        ("MCDONALD, Ron", [("Ron McDonald",)]),
        ("DE LA CRUZ, Eva", [("Eva de la Cruz",)]),
        ("Lee, Ann", [("Ann Lee",)]),
        ("Lee, A. B.", [("A. B. Lee",)]),
        ("Lee, Ann (MIT); Ek, Bo (ETH)", [("Ann Lee", "", "MIT"), ("Bo Ek", "", "ETH")]),
        ("van der Berg, Jan; Lee, Ann", [("Jan van der Berg",), ("Ann Lee",)]),
        ("Lee, Ann and Ek, Bo", [("Ann Lee",), ("Bo Ek",)]),
        ("Smith, J., Jones, K.B., and Lee, A.", [("J. Smith",), ("K.B. Jones",), ("A. Lee",)]),
        ("Dr. Ann Lee, Rolf Berg", [("Ann Lee",), ("Rolf Berg",)]),
        ("INRAE, Toulouse", [("INRAE", "", "Toulouse")]),
    ],
)
def test_read_people_whose_names_are_turned_round(text: str, expected: list[tuple[str, ...]]) -> None:
    assert read(text) == expected


def test_turned_keeps_a_family_name_that_is_not_in_capitals() -> None:
    assert turned("van der Berg", "Jan") == "Jan van der Berg"


def test_is_turned_is_false_for_affiliations_and_suffixes() -> None:
    assert [is_turned("Ann Lee", "MIT"), is_turned("Lee", "Jr."), is_turned("Lee", "Professor")] == [False] * 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee¹, Bo Ek², ¹MIT ²ETH", [("Ann Lee", "", "MIT"), ("Bo Ek", "", "ETH")]),
        ("Ann Lee1, Bo Ek1,2; 1 MIT, 2 ETH", [("Ann Lee", "", "MIT"), ("Bo Ek", "", "MIT; ETH")]),
        ("Ann Lee¹ and Bo Ek¹², ¹MIT ²ETH", [("Ann Lee", "", "MIT"), ("Bo Ek", "", "MIT; ETH")]),
        ("Ann Lee* and Bo Ek† * MIT † ETH", [("Ann Lee", "", "MIT"), ("Bo Ek", "", "ETH")]),
        ("Ann Lee (1), Bo Ek (2)\n(1) MIT\n(2) ETH", [("Ann Lee", "", "MIT"), ("Bo Ek", "", "ETH")]),
        (
            "Ann Lee¹*, Bo Ek¹ ¹MIT *corresponding author",
            [("Ann Lee", "corresponding author", "MIT"), ("Bo Ek", "", "MIT")],
        ),
    ],
)
def test_read_people_with_footnotes(text: str, expected: list[tuple[str, ...]]) -> None:
    assert read(text) == expected


def test_read_footnoted_without_notes_is_nobody() -> None:
    assert read_footnoted("Ann Lee¹, Bo Ek²") == ()


@pytest.mark.parametrize(
    "text", ["", " ", "TBA", "N.N.", "everyone", "--", "–", "por determinar", "à confirmer", "待定"]
)
def test_read_people_where_nobody_is_named(text: str) -> None:
    assert read_people(text) == ()


PEOPLE = [
    "Ann Lee",
    "Bo Ek",
    "J. von Neumann",
    "Anna-Lena Weiß",
    "José García",
    "Ngô Bảo Châu",
    "Иван Иванов",
    "John O'Brien",
]


@each(
    st.lists(st.sampled_from(PEOPLE), min_size=2, max_size=6, unique=True),
    st.sampled_from(["; ", " | ", "；", "、", " / ", " · ", " and ", " & ", " und ", " et ", "\n", ", "]),
    st.sampled_from([" and ", ", and ", " & "]),
)
def test_read_people_gives_names_back_in_order(names: list[str], separator: str, last: str) -> None:
    text = separator.join(names[:-1]) + last + names[-1]

    people = read_people(text)

    assert [person.name for person in people] == names


@each(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=5, unique=True), st.sampled_from([", ", "; ", " and "]))
def test_read_people_gives_affiliations_back(names: list[str], separator: str) -> None:
    text = separator.join(f"{name} (University {at})" for at, name in enumerate(names))

    people = read_people(text)

    assert [(one.name, one.affiliation) for one in people] == [
        (name, f"University {at}") for at, name in enumerate(names)
    ]


@each(st.text(st.sampled_from("Ann Lee(),;&/-¹²12*|、・張三·.@\n\u00a0 éÉ:")))
def test_read_people_of_any_text_names_somebody_or_nobody(text: str) -> None:
    assert all(person.name for person in read_people(text))


@pytest.mark.parametrize(
    "unit", ["Ann Lee, ", "A & ", "(", "(a) ", "*", "\u00a0", "张三、", "¹Ann ", "a@", "Lee, A., "]
)
def test_read_people_of_a_long_text_comes_to_an_end(unit: str) -> None:
    assert all(person.name for person in read_people(unit * (20_000 // len(unit))))
