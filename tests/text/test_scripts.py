"""What scripts demand: letterspacing only where it does good."""

from __future__ import annotations

import doctest

import pytest

from booklet.design.concert import CONCERT
from booklet.design.theme import fonts_folder
from booklet.layout.marks import Ink
from booklet.text import scripts
from booklet.text.faces import Face
from booklet.text.scripts import takes_tracking
from booklet.text.styles import Style
from booklet.text.typesetter import Typesetter


def test_examples_in_docstrings() -> None:
    assert doctest.testmod(scripts).failed == 0


@pytest.mark.parametrize("text", ["Contents", "Содержание", "Περιεχόμενα", "תוכן", "Índice", "1–2", "«»"])
def test_scripts_of_loose_letters_take_tracking(text: str) -> None:
    assert takes_tracking(text)


@pytest.mark.parametrize("text", ["目次", "もくじ", "目录 A", "목차", "المحتويات", "अनुक्रम", "สารบัญ", "（A）"])
def test_scripts_of_joined_or_square_signs_do_not(text: str) -> None:
    assert not takes_tracking(text)


def test_tracking_is_left_out_where_it_does_no_good() -> None:
    name, file = next(iter(CONCERT.faces.items()))
    setter = Typesetter([Face(name, fonts_folder() / file)], "en")
    wide, plain = (Style(name, 10.0, Ink(0.0, 0.0, 0.0), tracking=tracking) for tracking in (100.0, 0.0))

    assert setter.width(wide, "ab") > setter.width(plain, "ab")
    # The face has no such signs, but its box for what is missing has a width, too.
    assert setter.width(wide, "目次") == setter.width(plain, "目次")
