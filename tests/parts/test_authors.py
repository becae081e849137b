"""Authors in their order, affiliations once each, links, and the language of a talk."""

from __future__ import annotations

from pathlib import Path

import pytest

from booklet.layout.elements import Element
from booklet.make import make_desk
from booklet.model.program import Session
from booklet.model.read import read_program
from booklet.parts.asides import language_of, language_said, link_lines
from booklet.parts.authors import bylines
from booklet.parts.desk import Desk
from booklet.text.flowables import Paragraph

PROGRAM = """
event: {{title: Authors, language: {language}}}
days: [{{date: 2026-03-03, sessions: [{{time: 9-10, talk: Title, {talk}}}]}}]
speakers:
  Bo Li: {{email: bo@example.org, pronouns: he/him}}
"""


def talk_of(folder: Path, talk: str, language: str = "en-GB") -> tuple[Desk, Session]:
    (folder / "program.yaml").write_text(PROGRAM.format(talk=talk, language=language), encoding="utf-8")
    desk = make_desk(*read_program(folder / "program.yaml"))
    return desk, desk.program.days[0].sessions[0]


def lines(folder: Path, talk: str) -> list[str]:
    """The bylines, with bold spans between asterisks and raised ones behind a caret."""
    desk, session = talk_of(folder, talk)
    return [marked(paragraph) for paragraph in bylines(desk, session, Element("Sect"))]


def marked(paragraph: Paragraph) -> str:
    out = ""
    for text, style, *_ in paragraph.spans:
        shown = f"*{text}*" if style.face.endswith("bold") else text
        out += f"^{shown.strip(chr(0x202F))}" if "sups" in style.features else shown
    return out.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("talk", "printed"),
    [
        ("authors: [Ada Ek (Uppsala), Cy Dee (Kyoto), Eli Fox (Uppsala)]",
         ["*Ada Ek*^1, Cy Dee^2, Eli Fox^1", "^1Uppsala; ^2Kyoto"]),
        ("speaker: Cy Dee, authors: [Ada Ek (Uppsala), Cy Dee (Uppsala)]", ["Ada Ek, *Cy Dee*", "Uppsala"]),
        ("speaker: Cy Dee (Kyoto), authors: [Ada Ek (Lund), Cy Dee]", ["Ada Ek^1, *Cy Dee*^2", "^1Lund; ^2Kyoto"]),
        ("authors: [Ada Ek, Cy Dee (Kyoto), Eli Fox]", ["*Ada Ek*, Cy Dee, Eli Fox", "Kyoto"]),
        ("authors: [Ada Ek, Cy Dee], with: [Gus Hal (Kyoto)]", ["*Ada Ek*, Cy Dee, Gus Hal", "Kyoto"]),
        ("speaker: Ádá Ek, authors: [Cy Dee, Ada Ek]", ["Cy Dee, *Ada Ek*"]),
        ('authors: ["A. B. Ek, Professor, Uppsala"]', ["*A. B. Ek* (Professor)", "Uppsala"]),
        ("speaker: Bo Li, authors: [Ada Ek, Bo Li]", ["Ada Ek, *Bo Li*", "Bo Li (he/him) · bo@example.org"]),
    ],
)  # fmt: skip
def test_bylines(talk: str, printed: list[str], tmp_path: Path) -> None:
    assert lines(tmp_path, talk) == printed


def test_links_are_printed_as_one_types_them(tmp_path: Path) -> None:
    desk, talk = talk_of(tmp_path, 'links: ["https://example.org/", "http://a.example/b?c=d"]')

    printed = [[(span.text, span.link) for span in line.spans] for line in link_lines(desk, talk, Element("Sect"))]
    assert printed == [[("example.org", "https://example.org/")], [("a.example/b?c=d", "http://a.example/b?c=d")]]


@pytest.mark.parametrize(
    ("event", "own", "tag", "said"),
    [
        ("en-GB", "de", "de", "German"),
        ("de-DE", "en", "en", "Englisch"),
        ("de-AT", "de", "", ""),
        ("de-AT", "de-CH", "de-CH", "Deutsch (Schweiz)"),
        ("en-GB", "en-GB", "", ""),
        ("en-GB", "qq", "qq", "qq"),
    ],
)
def test_language_is_said_where_it_is_another(event: str, own: str, tag: str, said: str, tmp_path: Path) -> None:
    desk, talk = talk_of(tmp_path, f"language: {own}", event)

    assert (language_of(desk, talk), language_said(desk, talk)) == (tag, said)
