"""Titles in the event's second language: quieter than the first, and marked as of their language."""

from __future__ import annotations

from booklet.layout.elements import Element
from booklet.parts.desk import Desk
from booklet.text.styles import Span, Style
from booklet.text.typography import educate


def second_spans(desk: Desk, title: str, style: Style) -> list[Span]:
    """A title in the second language as spans; none if there is no title."""
    if not title:
        return []
    language = second_language(desk)
    return [Span(educate(title, language or desk.program.event.language), style._replace(language=language))]


def second_language(desk: Desk) -> str:
    """The tag of the second language, "" if it is the event's own."""
    event = desk.program.event
    return "" if event.second_language == event.language else event.second_language


def second_leaf(desk: Desk, parent: Element) -> Element:
    """A paragraph of the structure that is in the second language."""
    return parent.add("P", language=second_language(desk))
