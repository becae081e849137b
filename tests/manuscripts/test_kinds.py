"""What an entry is, by what it is called, in ten languages; and titles of talks that only use such words."""

from __future__ import annotations

from typing import get_args

import pytest

from booklet.manuscripts.kinds import kind_of
from booklet.model.program import Kind


@pytest.mark.parametrize(
    ("expected", "titles"),
    [
        (
            "lunch",
            "Lunch|LUNCH|Lunch break|Lunch (provided)|Faculty lunch|Working lunch|Lunch on your own|Mittagessen|"
            "Mittagspause|Déjeuner|Almuerzo|Pausa para comer|Pranzo|Almoço|Middageten|Обед|午餐|昼食|昼休み",
        ),
        (
            "break",
            "Break|Coffee|Coffee break|Tea/coffee break|Coffee break (foyer)|Short break|Kaffeepause|Pause|Pause café|"
            "Café|Pausa café|Intervalo|Koffiepauze|Перерыв|Кофе-брейк|茶歇|休憩|コーヒーブレイク",
        ),
        ("breakfast", "Breakfast|Frühstück|Petit-déjeuner|Desayuno|Colazione|Ontbijt|Завтрак|朝食"),
        (
            "dinner",
            "Dinner|Conference dinner|Banquet|Abendessen|Gemeinsames Abendessen im „Alten Speicher“|Dîner|Cena social|"
            "Jantar|Ужин|晚宴|懇親会",
        ),
        (
            "registration",
            "Registration|Registration and coffee|Anmeldung|Accueil|Registro|Registrazione|Credenciamento|Регистрация|"
            "签到|受付",
        ),
        ("social", "Reception|Empfang|Vino español|Excursion|Group photo|Stadtführung|合影"),
        ("poster", "Poster session|Posters|Postersitzung|Séance posters|海报|ポスターセッション"),
        (
            "panel",
            "Panel discussion|Panel|Podiumsdiskussion|Table ronde|Mesa redonda|Tavola rotonda|Круглый стол|"
            "パネルディスカッション",
        ),
        (
            "keynote",
            "Keynote|Keynote 3|Keynote: Trees|Plenary lecture|Hauptvortrag|Conférence plénière|Пленарный доклад|"
            "基調講演",
        ),
        ("workshop", "Workshop|Tutorial|Tutorial: Cython|Sage tutorial II|Taller|Мастер-класс|ワークショップ"),
        ("session", "Session 3|Session A|Session IV|Sitzung 2|Séance 1|Sesión A|Секция 1|分论坛"),
        (
            "other",
            "Welcome|Opening remarks|Closing|Discussion|Q&A|Awards ceremony|Begrüßung|Ouverture|Открытие|开幕式|閉会",
        ),
        (
            "talk",
            "Graphs and trees|Breaking the coffee machine|Training neural networks on tutorials|"
            "On posters of the Belle Époque|The tour of a knight on a board|Разбиения|图论|123| ",
        ),
    ],
)
def test_kind_of_a_title(expected: Kind, titles: str) -> None:
    found = {title: kind_of(title) for title in titles.split("|")}

    assert found == dict.fromkeys(titles.split("|"), expected)


@pytest.mark.parametrize(
    "title", ["Lunch", "Coffee break", "Conference dinner", "Registration", "Reception", "Frühstück"]
)
def test_kind_of_where_somebody_speaks_is_no_pause(title: str) -> None:
    assert kind_of(title, speakers=True) == "talk"


@pytest.mark.parametrize(
    ("title", "expected"), [("Opening", "other"), ("Closing remarks", "other"), ("Opening the black box", "talk")]
)
def test_kind_of_remarks_that_somebody_makes(title: str, expected: Kind) -> None:
    assert kind_of(title, speakers=True) == expected


@pytest.mark.parametrize("usual", get_args(Kind))
def test_kind_of_what_no_word_tells_is_the_usual(usual: Kind) -> None:
    assert kind_of("Graphs and trees", usual=usual) == usual


@pytest.mark.parametrize("title", ["", " ", "()", "123", "–", "(lunch)", "x" * 1000, "lunch " * 1000])
def test_kind_of_anything_is_a_kind(title: str) -> None:
    assert kind_of(title) in get_args(Kind)


def test_kind_of_reads_brackets_where_there_is_nothing_else() -> None:
    assert kind_of("(lunch)") == "lunch"
