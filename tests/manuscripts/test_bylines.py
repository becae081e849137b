"""Titles that name their people."""

from __future__ import annotations

import pytest
from hypothesis import given as each
from hypothesis import strategies as st

from booklet.manuscripts.bylines import Byline, split_by
from booklet.model.program import Speaker


def who(*told: str) -> tuple[Speaker, ...]:
    """People from "Name" and "Name|Affiliation" and "Name|Affiliation|Position"."""
    rows = [(*one.split("|"), "", "")[:3] for one in told]
    return tuple(Speaker(name, position, affiliation) for name, affiliation, position in rows)


@pytest.mark.parametrize(
    ("text", "title", "speakers"),
    [
        ("Sage Tutorial II: lists (lead by Jason Bandlow)", "Sage Tutorial II: lists", ["Jason Bandlow"]),
        ("Invited Talk by Vitaly Shmatikov", "Invited Talk", ["Vitaly Shmatikov"]),
        ("Extended Demo: How to use Sage (Harald Schilly)", "Extended Demo: How to use Sage", ["Harald Schilly"]),
        ("Keynote speech 1 in Chinese (Prof. XIONG Zhang)", "Keynote speech 1 in Chinese", ["XIONG Zhang||Prof."]),
        ("主题报告一（中文）（熊璋教授）", "主题报告一（中文）", ["熊璋||教授"]),
        ("圆桌论坛（陈鹏鹤副研究员、Prof. Bo Ek）", "圆桌论坛", ["陈鹏鹤||副研究员", "Bo Ek||Prof."]),
        ("開会の挨拶 山田 太郎（青波大学）", "開会の挨拶", ["山田 太郎|青波大学"]),
        ("Deep Learning (Ann Lee, MIT; Bo Ek, ETH)", "Deep Learning", ["Ann Lee|MIT", "Bo Ek|ETH"]),
        ("Deep Learning — Ann Lee, MIT", "Deep Learning", ["Ann Lee|MIT"]),
        ("Deep Learning | Ann Lee | MIT", "Deep Learning", ["Ann Lee|MIT"]),
        ("Deep Learning, by Ann Lee", "Deep Learning", ["Ann Lee"]),
        ("Trackers, then and now, by Ann Lee and Pixie", "Trackers, then and now", ["Ann Lee", "Pixie"]),
        ("Graphs and Groups, Ann Lee, MIT", "Graphs and Groups", ["Ann Lee|MIT"]),
        ("Maps without tears, Bo Robledo and Ann Westbrook", "Maps without tears", ["Bo Robledo", "Ann Westbrook"]),
        ("Ann Lee: Deep Learning", "Deep Learning", ["Ann Lee"]),
        ("Nico Temme: Special Functions: A Survey", "Special Functions: A Survey", ["Nico Temme"]),
        ("Ann Lee (MIT): Deep Learning", "Deep Learning", ["Ann Lee|MIT"]),
        ("Ann Lee, MIT: Deep Learning", "Deep Learning", ["Ann Lee|MIT"]),
        ("Ann Lee – Deep Learning", "Deep Learning", ["Ann Lee"]),
        ("Ann Lee (MIT), Deep Learning", "Deep Learning", ["Ann Lee|MIT"]),
        ("Ann Lee (MIT) Deep Learning", "Deep Learning", ["Ann Lee|MIT"]),
        ("Anja Korporal & Georg Ek: Implementing Operators", "Implementing Operators", ["Anja Korporal", "Georg Ek"]),
        ("Alyson Deines, Sage Number Theory", "Sage Number Theory", ["Alyson Deines"]),
        ("Xavier Caruso, p-adic Floats", "p-adic Floats", ["Xavier Caruso"]),
        ("Tristan Ek, p-adic precision: theory, examples", "p-adic precision: theory, examples", ["Tristan Ek"]),
        ("Ann Lee (MIT), «Deep Learning»", "Deep Learning", ["Ann Lee|MIT"]),
        ("“Deep Learning”, Ann Lee", "Deep Learning", ["Ann Lee"]),
        ("Invited Talk: Johannes Brandstetter (JKU Linz)", "Invited Talk", ["Johannes Brandstetter|JKU Linz"]),
        ("Exposé invité Thomas Schiex (INRAE, Toulouse)", "Exposé invité", ["Thomas Schiex|INRAE, Toulouse"]),
        ("Vortrag von Anna Weiß", "Vortrag", ["Anna Weiß"]),
        ("Introduction par M. Paul Vernoux", "Introduction", ["Paul Vernoux"]),
        ("Panel: Ann Lee (MIT), Bo Ek (ETH)", "Panel", ["Ann Lee|MIT", "Bo Ek|ETH"]),
        ("Grußwort: Prof. Dr. Anna Weiß", "Grußwort", ["Anna Weiß||Prof."]),
        ("Приветствие. Ольга Дружинина", "Приветствие", ["Ольга Дружинина"]),
        ("Fireside chat with Ann Lee and Bo Ek", "Fireside chat", ["Ann Lee", "Bo Ek"]),
        ("Opening – Prof. Theodora Klimek", "Opening", ["Theodora Klimek||Prof."]),
        ("Welcome – Prof. T. Klimek, Congress President", "Welcome", ["T. Klimek||Prof., Congress President"]),
        ("Keynote – Prof. T. Klimek", "Keynote", ["T. Klimek||Prof."]),
        ("Mot de bienvenue – Mme Solène Archambault, doyenne", "Mot de bienvenue", ["Solène Archambault||doyenne"]),
        ("Liv Adjei-Moen, Peder Strom: A cold chamber", "A cold chamber", ["Liv Adjei-Moen", "Peder Strom"]),
        ("Ragnhild Moe, Moe & Tangen Architects: Spruce", "Spruce", ["Ragnhild Moe|Moe & Tangen Architects"]),
        ("Красители. Пшеницына М. О., Ярцев Д. К.", "Красители", ["М. О. Пшеницына", "Д. К. Ярцев"]),
        (
            "Пшеницына М. О., Ярцев Д. К. (Институт консервации). Красители",
            "Красители",
            ["М. О. Пшеницына|Институт консервации", "Д. К. Ярцев|Институт консервации"],
        ),
        ("Ковры. Вороновская Л. А.", "Ковры", ["Л. А. Вороновская"]),
        ("Ivanov A. B., Petrov C. D. Dyes of old", "Dyes of old", ["A. B. Ivanov", "C. D. Petrov"]),
        ("Soldering in 30 minutes w/ Jonna Petrakis (Acme)", "Soldering in 30 minutes", ["Jonna Petrakis|Acme"]),
        ("Stop guessing w/ Ottoline Kwan & Piet Saar", "Stop guessing", ["Ottoline Kwan", "Piet Saar"]),
        ("Il catasto a cura di Ruggero Montefalchi", "Il catasto", ["Ruggero Montefalchi"]),
        ("Cuentacuentos a cargo de Lucía Berrocal", "Cuentacuentos", ["Lucía Berrocal"]),
        ("Taller. Imparte: Hortensia Mirabet. Plazas limitadas.", "Taller", ["Hortensia Mirabet"]),
        (
            "Orgelführung für Kinder mit Kantor Jörn-Ole Steding",
            "Orgelführung für Kinder",
            ["Jörn-Ole Steding||Kantor"],
        ),
        ("Vom Blatt, vom Turm – Ltg. KMD Eckart Voßberg", "Vom Blatt, vom Turm", ["Eckart Voßberg||KMD"]),
        ("Workshop – Leitung: Malaika Brandis", "Workshop", ["Malaika Brandis"]),
        ("Predigt: Pastorin Wiebke Harmsdorf", "Predigt", ["Wiebke Harmsdorf||Pastorin"]),
        ("Lab tour led by Ann Lee", "Lab tour", ["Ann Lee"]),
        ("Шёлк. Ведёт Ярцев Д. К.", "Шёлк", ["Д. К. Ярцев"]),
        ("和紙入門 講師 山田 太郎", "和紙入門", ["山田 太郎"]),
        ("Panelists: Ann Lee, Bo Ek, Cy Fox", "", ["Ann Lee", "Bo Ek", "Cy Fox"]),
        ("И. И. Иванов. Красители", "Красители", ["И. И. Иванов"]),
        ("Eröffnung durch Bürgermeister Karl Weiß", "Eröffnung", ["Karl Weiß||Bürgermeister"]),
        ("Rescue at sea – Capt. Ann Lee, Coastguard", "Rescue at sea", ["Ann Lee|Coastguard|Capt."]),
        ("Rescue at sea (Ann Lee, online)", "Rescue at sea", ["Ann Lee"]),
        ("Ann Lee: TBA", "TBA", ["Ann Lee"]),
        ("Ann Lee, TBA", "", ["Ann Lee"]),
        ("Ann Lee", "", ["Ann Lee"]),
        ("Ann Lee (MIT)", "", ["Ann Lee|MIT"]),
        ("Ann Lee and Bo Ek", "", ["Ann Lee", "Bo Ek"]),
    ],
)
def test_split_by_names_the_speakers(text: str, title: str, speakers: list[str]) -> None:
    assert split_by(text) == Byline(title, who(*speakers))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Keynote: Ann Lee – Deep Learning", Byline("Deep Learning", who("Ann Lee"), called="Keynote")),
        ("Доклад: Иванов И. И. Красители", Byline("Красители", who("И. И. Иванов"), called="Доклад")),
        ("Keynote by Ann Lee (MIT): Graphs", Byline("Graphs", who("Ann Lee|MIT"), called="Keynote")),
        ("Keynote 1 (Ann Lee): Graphs", Byline("Graphs", who("Ann Lee"), called="Keynote 1")),
        ("Abendvortrag: Dr. Ann Lee: Graphs", Byline("Graphs", who("Ann Lee"), called="Abendvortrag")),
        ('Guest talk by Ann Lee, "Graphs"', Byline("Graphs", who("Ann Lee"), called="Guest talk")),
    ],
)
def test_split_by_says_what_a_talk_is_called(text: str, expected: Byline) -> None:
    assert split_by(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Panel Discussion (Moderated by Philipp Hennig)", Byline("Panel Discussion", (), who("Philipp Hennig"))),
        ("Session 3 (Chair: Ann Lee)", Byline("Session 3", (), who("Ann Lee"))),
        ("Panel, moderated by Ann Lee and Bo Ek", Byline("Panel", (), who("Ann Lee", "Bo Ek"))),
        ("Podium (Moderation: Anna Weiß)", Byline("Podium", (), who("Anna Weiß"))),
        ("Table ronde animée par Jean Dupont", Byline("Table ronde", (), who("Jean Dupont"))),
        ("Sitzung 3 – Leitung: Anna Weiß", Byline("Sitzung 3", (), who("Anna Weiß"))),
        ("Atelier animé par Jean Dupont", Byline("Atelier", (), who("Jean Dupont"))),
        ("Утреннее заседание. Ведущий — Глеб Студёнов", Byline("Утреннее заседание", (), who("Глеб Студёнов"))),
        ("Круглый стол. Модератор: Пшеницына М. О.", Byline("Круглый стол", (), who("М. О. Пшеницына"))),
        ("午前の部 司会 久米川 千春", Byline("午前の部", (), who("久米川 千春"))),
        ("司会 久米川 千春", Byline("", (), who("久米川 千春"))),
        ("Conduce: Joaquín Urbieta", Byline("", (), who("Joaquín Urbieta"))),
        ("MATTINA (coordina Fiorenza Baldisseri)", Byline("MATTINA", (), who("Fiorenza Baldisseri"))),
        (
            "Evaristo Quiñones. Presenta: Marina Celaya (periodista)",
            Byline("", who("Evaristo Quiñones"), who("Marina Celaya||periodista")),
        ),
        (
            "Who is it for? Chair: Rosamund Tregear. With Idris Maddox and Gethin Pryce",
            Byline("Who is it for?", who("Idris Maddox", "Gethin Pryce"), who("Rosamund Tregear")),
        ),
        (
            "Panel: Bees (Ann Lee, Bo Ek; moderator: Cy Fox)",
            Byline("Panel: Bees", who("Ann Lee", "Bo Ek"), who("Cy Fox")),
        ),
    ],
)
def test_split_by_names_who_chairs(text: str, expected: Byline) -> None:
    assert split_by(text) == expected


@pytest.mark.parametrize(
    "text",
    "Learning: A Survey|Sage: Viable Alternatives|Oral Talk: How to Backdoor Diffusion Models?|vortragende: Anna Weiß|"
    "Session A (Jeunes Chercheurs)|Lunch (Main Hall)|DDMF (Dynamic Dictionary of Functions)|Dinner at Hotel Post|"
    "Die Zukunft: Ein Ausblick|Mittagessen – Mensa|Coffee & Tea|Magic Castle: Taming the Cloud|Keep Calm and Code|"
    "Weave Net, an Open Source Network|Experiments with SQLite, LMDB and more|Alpha Waves, the first game|"
    "Protect Data with Ada Keystore|Predictive Maintenance|Below Kubernetes: Runtimes|Von Alpakas und Hörnern|"
    "Ann Lee. Graphs on Surfaces|Ann Lee. She works on graphs.|Conversación con la escritora Elvira Montcada|"
    "Washington D. C. Politics in winter|Captain Future Returns|Rust w/o tears|"
    "A roof for all (Moe & Tangen Architects)|"
    "Chair: a history|Sister Cities: A History|"
    "Tutorial: Cython|Modeling by Neural Networks|MIT: A History|Welcome|主题报告一|休憩".split("|"),
)
def test_split_by_leaves_a_title_whole(text: str) -> None:
    assert split_by(text) == Byline(text)


def test_split_by_keeps_the_spaces_of_a_title_that_it_leaves_whole() -> None:
    assert split_by("Deep\u00a0Learning  now") == Byline("Deep\u00a0Learning  now")


def test_split_by_drops_nobody_before_a_title() -> None:
    assert split_by("N.N.: Deep Learning") == Byline("Deep Learning")


@each(
    st.sampled_from(["Ann Lee", "J. von Neumann", "山田太郎"]), st.sampled_from(["{t} ({n})", "{n}: {t}", "{n} – {t}"])
)
def test_split_by_takes_apart_what_was_joined(name: str, form: str) -> None:
    assert split_by(form.format(n=name, t="Counting points on curves")) == Byline(
        "Counting points on curves", who(name)
    )


@each(st.text(st.sampled_from('Ann Lee MIT(),;:–-by with Talk«»"“”|（）主题\u00a0')))
def test_split_by_of_any_text_keeps_it_or_names_somebody(text: str) -> None:
    byline = split_by(text)

    assert byline.speakers or byline.chairs or text.strip().endswith(byline.title)


@pytest.mark.parametrize("unit", ["(", "Ann Lee, ", "by ", ": ", "«", " – "])
def test_split_by_of_a_long_text_leaves_it_whole(unit: str) -> None:
    text = (unit * 50_000).strip()

    assert split_by(text) == Byline(text)
