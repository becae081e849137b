"""Dates and times by locale."""

from __future__ import annotations

import datetime

import pytest

from booklet.parts.wording import wording

NBSP = "\u00a0"
FIGURE_SPACE = "\u2007"


@pytest.mark.parametrize(
    ("language", "start", "end", "printed"),
    [
        ("en-US", 540, 585, f"9:00–9:45{NBSP}am"),
        ("en-US", 660, 720, f"11:00{NBSP}am–12:00{NBSP}pm"),
        ("en-US", 510, 960, f"8:30{NBSP}am–4:00{NBSP}pm"),
        ("en-US", 480, 1260, f"8:00{NBSP}am–9:00{NBSP}pm"),
        ("en-US", 1380, 1500, f"11:00{NBSP}pm–1:00{NBSP}am"),
        ("en-US", 840, None, f"2:00{NBSP}pm"),
        ("en-US", 0, None, f"12:00{NBSP}am"),
        ("en-GB", 540, 585, "09:00–09:45"),
        ("de-DE", 870, 960, "14:30–16:00"),
        ("fr-FR", 1380, 1470, "23:00–00:30"),
        ("xx-YY", 540, 585, f"9:00–9:45{NBSP}am"),
    ],
)
def test_span_of_a_locale(language: str, start: int, end: int | None, printed: str) -> None:
    assert wording(language).span(start, end) == printed


def test_span_without_a_start_says_nothing() -> None:
    assert wording("en-US").span(None, None) == ""


def test_span_for_a_column_is_padded_to_two_digits() -> None:
    column = [wording("en-US").span(start, start + 45, pad=True) for start in (540, 660)]

    assert column == [f"{FIGURE_SPACE}9:00–9:45{NBSP}am", f"11:00–11:45{NBSP}am"]


@pytest.mark.parametrize(
    ("language", "last", "printed"),
    [
        ("en-US", (2025, 2, 20), "February 20, 2025"),
        ("en-US", (2025, 2, 21), "February 20–21, 2025"),
        ("en-US", (2025, 3, 1), "February 20 – March 1, 2025"),
        ("en-US", (2026, 1, 1), "February 20, 2025 – January 1, 2026"),
        ("en-GB", (2025, 2, 21), "20–21 February 2025"),
        ("de-DE", (2025, 3, 1), "20. Februar – 1. März 2025"),
        ("fr-FR", (2025, 2, 21), "20–21 février 2025"),
        ("de-DE", (2025, 2, 21), "20.–21. Februar 2025"),
        ("es-ES", (2025, 2, 21), "20–21 de febrero de 2025"),
        ("hu-HU", (2025, 2, 21), "2025. február 20.–21."),
        ("lt-LT", (2025, 2, 21), "2025 m. vasario 20–21 d."),
        ("ru-RU", (2025, 2, 21), "20–21 февраля 2025\u202fг."),
    ],
)
def test_dates_of_a_locale(language: str, last: tuple[int, int, int], printed: str) -> None:
    assert wording(language).dates(datetime.date(2025, 2, 20), datetime.date(*last)) == printed


@pytest.mark.parametrize(
    ("language", "printed"),
    [("en-US", "February 20"), ("hu-HU", "február 20."), ("lv-LV", "20. februāris"), ("es-ES", "20 de febrero")],
)
def test_day_and_month_of_a_locale(language: str, printed: str) -> None:
    assert wording(language).day_and_month(datetime.date(2025, 2, 20)) == printed


def test_words_of_british_english_differ() -> None:
    assert wording("en-US").word("glance") == "Program at a glance"
    assert wording("en-GB").word("glance") == "Programme at a glance"
    assert wording("en").word("glance") == "Program at a glance"
    assert wording("en-GB").word("contents") == "Contents"
