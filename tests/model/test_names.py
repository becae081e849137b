"""Names that two rooms list, since neither may import the other, are the same in both."""

from __future__ import annotations

from typing import get_args

from booklet.design import concert, paper
from booklet.editions import EDITIONS
from booklet.model import fields, values
from booklet.model.agenda import KINDS
from booklet.model.program import PARTS, THEMES, Kind, Options, PartName


def test_themes_are_the_design_s() -> None:
    assert list(THEMES) == list(concert.THEMES)
    assert Options().theme == THEMES[0]


def test_editions_are_those_that_can_be_made() -> None:
    assert list(fields.EDITIONS) == list(EDITIONS)
    assert list(Options().editions) == list(EDITIONS)


def test_papers_are_those_that_have_a_size() -> None:
    assert list(values.PAPERS) == list(paper.PAPERS)


def test_kinds_and_parts_are_all_there() -> None:
    assert get_args(Kind) == KINDS
    assert get_args(PartName) == PARTS == Options().parts
