"""What programs have added to a text: what is taken off, exactly, and that nothing else is."""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booklet.agendas.furniture import without_furniture
from booklet.agendas.plaintables import Raw
from tests.agendas.pages import lines_of, read, reported

_TALKS: Final = [
    f"{9 + at // 2:02}:{at % 2 * 30:02} {word}" for at, word in enumerate("Ax Bo Cy Di Em Fo Gu Hy Io".split())
]


def _lines(text: str) -> list[Raw]:
    return [Raw(line, number) for number, line in enumerate(text.split("\n"), start=1)]


def _taken_off(text: str) -> tuple[list[str], list[tuple[int, str]]]:
    """The lines that are left and say something, and those that were taken, with their numbers."""
    left, taken = without_furniture(_lines(text))
    return [raw.text for raw in left if raw.text.strip()], [(line.number, line.text) for line in taken]


def _pages(*feet: str, head: str = "", feed: str = "") -> str:
    """Pages of nine lines, each with its head and foot."""
    parts = (feed, head, "\n" if head else "", "\n".join(_TALKS), "\n")
    return "\n".join("".join(parts) + foot for foot in feet)


@pytest.mark.parametrize(
    "feet",
    [
        ("1", "2", "3"),
        ("12", "13"),
        ("- 3 -", "- 4 -"),
        ("– 3 –", "– 4 –"),
        ("Page 3 of 7", "Page 4 of 7"),
        ("Seite 3/7", "Seite 4/7"),
        ("3 / 4", "4 / 4"),
        ("2/3", "3/3"),
        ("第 1 页 共 2 页", "第 2 页 共 2 页"),
        ("стр. 1", "стр. 2"),
    ],
)
def test_page_numbers_that_go_up_are_taken_off(feet: tuple[str, ...]) -> None:
    text = _pages(*feet)

    left, taken = _taken_off(text)

    assert left == _TALKS * len(feet)
    assert taken == [(10 * page, foot) for page, foot in enumerate(feet, start=1)]


@pytest.mark.parametrize(
    "text",
    [
        _pages("2"),
        _pages("2", "2"),
        _pages("1", "3"),
        _pages("2", "1"),
        "1\nAx\n2\nBo\n3\nCy",
        _pages("3/7", "4/7", "5/7"),  # days of July
        _pages("14\nJune", "15\nJune", "16\nJune") + "\n" + "\n".join(_TALKS),
        _pages("1\n1\n5\n9", "2\n7\n0"),  # a column of numbers
        _pages("1", "2") + "\n| a | b |",
        _pages("<p>1</p>", "1", "2"),
    ],
)
def test_numbers_that_are_none_of_pages_stay(text: str) -> None:
    left, taken = _taken_off(text)

    assert left == text.split("\n")
    assert taken == []


def test_the_last_page_may_be_short() -> None:
    left, taken = _taken_off(_pages("1", "2") + "\n17:00 End\n3")

    assert left == [*_TALKS, *_TALKS, "17:00 End"]
    assert taken == [(10, "1"), (20, "2"), (22, "3")]


def test_page_numbers_beside_form_feeds_may_be_close() -> None:
    left, taken = _taken_off("9:00 Ax\n1\n\f10:00 Bo\n2\n\f11:00 Cy\n3\n\f")

    assert left == ["9:00 Ax", "10:00 Bo", "11:00 Cy"]
    assert taken == [(2, "1"), (4, "2"), (6, "3")]


def test_a_form_feed_ends_a_line_and_is_no_part_of_it() -> None:
    left, taken = without_furniture(_lines("9:00 Ax\f10:00 Bo\n\f11:00 Cy"))

    assert [raw for raw in left if raw.text] == [Raw("9:00 Ax", 1), Raw("10:00 Bo", 1), Raw("11:00 Cy", 2)]
    assert taken == []


def test_running_heads_beside_page_numbers_are_taken_off() -> None:
    text = "Days of Trees\n" + _pages("1\n\nDays of Trees 2026", "2\n\nDays of Trees 2026", "3")

    left, taken = _taken_off(text)

    assert left == ["Days of Trees", *_TALKS * 3]
    assert [line for _, line in taken] == ["1", "Days of Trees 2026", "2", "Days of Trees 2026", "3"]


def test_a_running_head_stays_at_the_top_of_the_text() -> None:
    left, taken = _taken_off(_pages("", "", "", head="Days of Trees", feed="\f"))

    assert left == ["Days of Trees", *_TALKS * 3]
    assert [line for _, line in taken] == ["Days of Trees", "Days of Trees"]


@pytest.mark.parametrize(
    "feet",
    [
        ("Days of Trees | 1", "Days of Trees | 2"),
        ("Days of Trees    1", "Days of Trees    2"),
        ("Days of Trees, Page 1 of 2", "Days of Trees, Page 2 of 2"),
        ("1 · Days of Trees", "2 · Days of Trees"),
        ("Days of Trees 1", "Days of Trees 2", "Days of Trees 3"),
    ],
)
def test_running_feet_that_hold_the_page_number_are_taken_off(feet: tuple[str, ...]) -> None:
    left, taken = _taken_off(_pages(*feet, feed="\f"))

    assert left == _TALKS * len(feet)
    assert [line for _, line in taken] == [" ".join(foot.split()) for foot in feet]


@pytest.mark.parametrize(
    "feet",
    [
        ("12:30 Lunch", "12:30 Lunch"),
        ("Lunch", "Lunch"),
        ("Thursday, 2 July", "Thursday, 2 July"),
        ("Chair: Ann Lee", "Chair: Ann Lee"),
        ("Parallel session 1", "Parallel session 2"),
        ("Day 1", "Day 2", "Day 3"),
        ("Ann Lee (MIT)\n17:00 Ann Lee (MIT)\n18:00 Ek\n18:30 Oz", "Ann Lee (MIT)"),
    ],
)
def test_what_may_be_of_the_agenda_stays_at_the_edge_of_a_page(feet: tuple[str, ...]) -> None:
    text = _pages(*feet, feed="\f")

    left, taken = _taken_off(text)

    assert left == text.replace("\f", "").split("\n")
    assert taken == []


def test_a_line_that_also_stands_within_a_page_is_no_running_head() -> None:
    text = _pages("1\nAnn Lee (MIT)", "2\nAnn Lee (MIT)") + "\nx\ny\nAnn Lee (MIT)\nz\nu\nv"

    assert [line for _, line in _taken_off(text)[1]] == ["1", "2"]


def test_divided_words_of_a_layer_are_joined() -> None:
    text = (
        "\f9:00 Ann Lee\nTiles and the ques-\ntion of symme-\ntry\n10:00 Bo Ek\nOn quasi-\nCrystals, pre-\nand post-war"
    )

    left, _ = without_furniture(_lines(text))

    assert [raw for raw in left if raw.text] == [
        Raw("9:00 Ann Lee", 1),
        Raw("Tiles and the question of symmetry", 2),
        Raw("10:00 Bo Ek", 5),
        Raw("On quasi-", 6),
        Raw("Crystals, pre- and post-war", 7),
    ]


@pytest.mark.parametrize("below", ["10:00 Bo", "- tion", "• tion", "title: Bo", "Tion", "\ntion", "\ftion"])
def test_a_divided_word_does_not_go_on_in_another_paragraph(below: str) -> None:
    left, _ = _taken_off(f"\fTiles and the ques-\n{below}")

    assert left == ["Tiles and the ques-", below.strip()]


def test_a_hyphen_in_an_agenda_of_short_lines_stays() -> None:
    text = "9:00 Tiles and ques-\ntion time\n10:00 Tea"

    assert _taken_off(text) == (text.split("\n"), [])


def test_the_rest_of_a_word_goes_up_where_an_editor_wraps() -> None:
    text = (
        "Abstract: we look at trees that grow in forests, and ask how\n"
        "many of them would be left if the others were told apart by\n"
        "nothing but the shade of their leaves, as in the older lite-\n"
        "  rature of the field, and what would be gained by doing so.\n"
    )

    left, _ = _taken_off(text)

    assert left[2:] == [
        "nothing but the shade of their leaves, as in the older literature",
        "  of the field, and what would be gained by doing so.",
    ]


def test_a_soft_hyphen_divides_wherever_it_ends_a_line() -> None:
    assert _taken_off("9:00 Tiles and ques\u00ad\ntion time")[0] == ["9:00 Tiles and question", "time"]


@pytest.mark.parametrize(
    ("headers", "subject"),
    [
        ("From: Ann <a@example.org>\nTo: b@example.org\nSubject: Re: Fwd: Days of Trees", "Days of Trees"),
        ("From: Ann\nSent: Monday, 2 March 2026 10:02\nTo: Bo\nSubject: RE: Days of Trees", "Days of Trees"),
        ("Von: Ann\nGesendet: Montag, 2. März 2026 10:02\nAn: Bo\nBetreff: AW: Baumtage", "Baumtage"),
        ("De : Ann\nÀ : Bo\nObjet : TR: Journées\nDate : 2 mars 2026", "Journées"),
        ("De: Ann\nPara: Bo\nAsunto: Jornadas", "Jornadas"),
        ("De: Ann\nPara: Bo\nAssunto: ENC: Jornadas", "Jornadas"),
        ("Da: Ann\nA: Bo\nOggetto: Giornate", "Giornate"),
        ("Van: Ann\nAan: Bo\nOnderwerp: Bomendagen", "Bomendagen"),
        ("От: Анна\nКому: Борису\nТема: Дни деревьев", "Дни деревьев"),
        ("差出人: 安\n宛先: 母\n件名: 木の日", "木の日"),
        ("发件人：安\n收件人：母\n主题：回复：树木日", "树木日"),
        ("*From:* Ann\n*Subject:* Days of Trees", "Days of Trees"),
        ("From: Ann\nTo: Bo,\n Cy\nSubject: Days\n\tof Trees", "Days of Trees"),
        ("X-Mailer: Z\nSubject: Days\nDate: Mon, 2 Mar 2026 10:02:44 +0100", "Days"),
        ("---------- Forwarded message ---------\nFrom: Ann\nDate: 2 March 2026\nSubject: Days", "Days"),
        ("From: Ann\nTo: Bo", ""),
    ],
)
def test_the_headers_of_an_email_leave_its_subject(headers: str, subject: str) -> None:
    left, taken = _taken_off(f"{headers}\n\nMonday, 2 March 2026\n9:00 Ax")

    assert left == [*([subject] if subject else []), "Monday, 2 March 2026", "9:00 Ax"]
    assert [number for number, _ in taken] == list(
        range(1, headers.count("\n") + 2 - (subject == "Days of Trees" and "\t" in headers))
    )


@pytest.mark.parametrize(
    "text",
    [
        "Date: 2 March 2026\nLocation: Aula\n\n9:00 Ax",
        "From: 9:00\nTo: 10:00\nSubject: Algebra",
        "Da: 9.00\nA: 10.00\nOggetto: Algebra",
        "Тема: Узлы\nДата: 2 марта 2026\nМесто: Аула",
        "Subject: Knots\nDate: Monday, 2 March 2026, 9:00\nPlace: Aula",
        "Subject: Knots\n\n9:00 Ax",
        "9:00 Ax\n\nFrom: Ann\nTo: Bo",
    ],
)
def test_labels_of_an_event_are_no_headers(text: str) -> None:
    assert _taken_off(text) == ([line for line in text.split("\n") if line], [])


def test_a_text_that_is_flowed_goes_on_over_its_line_ends() -> None:
    text = (
        "From: Ann\nSubject: Days\nContent-Type: text/plain; format=flowed\n\n"
        "9:00 Ann Lee: How to tell \none tree \nfrom another\n9:30 Tea \n10:00 Bo Ek: Leaves"
    )

    left, taken = _taken_off(text)

    assert left == ["Days", "9:00 Ann Lee: How to tell one tree from another", "9:30 Tea ", "10:00 Bo Ek: Leaves"]
    assert [line for _, line in taken] == ["From: Ann", "Subject:", "Content-Type: text/plain; format=flowed"]


def test_a_signature_goes_to_the_end() -> None:
    assert _taken_off("9:00 Ax\n-- \nAnn Lee\nRoom 7") == (["9:00 Ax"], [(2, "--"), (3, "Ann Lee"), (4, "Room 7")])


@pytest.mark.parametrize("text", ["9:00 Ax\n-- \n10:00 Bo", "9:00 Ax\n--\nAnn Lee", "Mon\n-- \n3 March 2026\nBo"])
def test_what_is_no_signature_stays(text: str) -> None:
    assert _taken_off(text) == (text.split("\n"), [])


def test_a_mailed_layer_is_read_and_everything_is_told() -> None:
    manuscript = read(
        """\
        From: Ann Lee <ann@example.org>
        Subject: Fwd: Days of Trees

        Monday, March 2, 2026
        9:00-9:45 Ann Lee (MIT)
        Cuts in trees

        1
        \f
        10:15-11:00 Bo Ek (Lund)
        Walks in trees

        2
        \f"""
    )

    assert manuscript.event.title == "Days of Trees"
    assert lines_of(manuscript) == [
        "2 09:00-09:45 talk: Cuts in trees / Ann Lee, MIT",
        "2 10:15-11:00 talk: Walks in trees / Bo Ek, Lund",
    ]
    assert reported(manuscript) == [
        (number, f"left out, what the page's program added: '{said}'")
        for number, said in [(1, "From: Ann Lee <ann@example.org>"), (2, "Subject: Fwd:"), (8, "1"), (13, "2")]
    ]


_PAGED: Final = [
    *("", "9:00 Ax", "10:15-11:00 Bo Ek (Lund)", "Monday, March 2, 2026", "Chair: Cy Oz", "Walks in trees", "Tea", "7"),
    *("1", "2", "3", "- 4 -", "Page 5", "Days of Trees", "Days of Trees 2", "Days of Trees | 3", "| a | b |", "a\tb"),
]
_SENT: Final = [
    *("on the ques-", "tion of lite-", "rature", "\f", "\fDays of Trees", "From: Ann", "To: Bo", "Subject: Re: Days"),
    *("Date: 2 March 2026", "-- ", "it goes \n"),
]


@given(st.lists(st.sampled_from(_PAGED), max_size=80))
def test_each_line_of_a_paged_text_is_left_or_told_as_it_is(texts: list[str]) -> None:
    left, taken = without_furniture([Raw(text, number) for number, text in enumerate(texts, start=1)])

    told = [Raw(line.text, line.number) for line in taken]
    assert sorted([*left, *told], key=lambda raw: raw.number) == _lines("\n".join(texts))[: len(texts)]


@given(st.lists(st.sampled_from([*_PAGED, *_SENT]), max_size=60).map("\n".join))
def test_no_line_is_lost_or_changed_but_those_that_are_told_and_words_that_are_joined(text: str) -> None:
    """Everything but hyphens at line ends is there in its order, in what is left or in what was taken."""
    left, taken = without_furniture(_lines(text))

    found = sorted([(raw.number, 1, raw.text) for raw in left] + [(line.number, 0, line.text) for line in taken])
    assert _letters("\n".join(said for _, _, said in found)) == _letters(text)
    assert [raw.number for raw in left] == sorted(raw.number for raw in left)
    assert not [raw for raw in left if "\f" in raw.text]


@given(
    st.lists(st.text(st.characters(exclude_characters="\n\f\r", exclude_categories=["Cs"]), max_size=40), max_size=30)
)
def test_lines_of_any_text_are_kept_in_their_order_and_nothing_is_told_twice(texts: list[str]) -> None:
    left, taken = without_furniture([Raw(text, number) for number, text in enumerate(texts, start=1)])

    numbers = [raw.number for raw in left]
    assert numbers == sorted(numbers)
    assert {*numbers, *(line.number for line in taken)} <= set(range(1, len(texts) + 1))


def _letters(text: str) -> str:
    return "".join(sorted(character for character in text if character.isalnum()))
