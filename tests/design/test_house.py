"""The house: trims, frames and the grid."""

from __future__ import annotations

import pytest

from booklet.design.concert import CONCERT
from booklet.design.house import make_house
from booklet.design.paper import PAPERS, trim
from booklet.geometry import MM
from booklet.layout.marks import Ink


@pytest.mark.parametrize(
    ("address", "language", "paper"),
    [
        (("Austin, TX 78712", "United States"), "en-US", "half-letter"),
        (("Toronto", "Canada"), "fr-CA", "half-letter"),
        (("Linz", "Austria"), "en-US", "a5"),
        ((), "en-US", "half-letter"),
        ((), "de-DE", "a5"),
    ],
)
def test_trim_unless_told_is_what_the_office_printer_holds(address: tuple[str, ...], language: str, paper: str) -> None:
    assert trim("", address, language).size == PAPERS[paper]


@pytest.mark.parametrize("paper", [*PAPERS, (120 * MM, 200 * MM), (90 * MM, 160 * MM)])
def test_frame_is_on_the_grid_and_mirrored(paper: str | tuple[float, float]) -> None:
    house = make_house(CONCERT, trim(paper, (), "en-US"))
    recto, verso = house.frame(1), house.frame(2)
    width, height = house.trim.size

    assert abs(recto.height / house.grid - round(recto.height / house.grid)) < 1e-9
    assert (recto.y, recto.width, recto.height) == (verso.y, verso.width, verso.height)
    assert abs(recto.x - (width - verso.right)) < 1e-9
    assert recto.x >= 9 * MM
    assert recto.bottom <= height - 9 * MM


def test_measure_on_large_paper_stays_readable() -> None:
    house = make_house(CONCERT, trim("a4", (), "en-GB"))

    assert house.frame(1).width / house.scale.text <= 36.0


def _luminance(ink: Ink) -> float:
    channels = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in ink]
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]


def contrast(one: Ink, other: Ink) -> float:
    """Contrast ratio (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_ink_for_text_can_be_read_on_its_ground() -> None:
    inks = CONCERT.inks
    pairs = [(inks.text, inks.paper), (inks.quiet, inks.paper), (inks.quiet, inks.tint), (inks.text, inks.tint)]
    pairs += [(inks.paper, inks.ground), (inks.line, inks.ground), (inks.glow, inks.ground)]
    pairs += [(day, inks.paper) for day in CONCERT.days]

    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []
