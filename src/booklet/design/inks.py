"""Inks that others chose, made fit for type: contrast against paper, by the web's measure of it."""

from __future__ import annotations

from typing import Final

from booklet.layout.marks import Ink

READABLE: Final = 4.5
"""The least contrast of small type (WCAG 2.2, success criterion 1.4.3)."""

_STEPS: Final = 100
"""An ink is darkened by hundredths of itself."""


def contrast(one: Ink, other: Ink) -> float:
    """The contrast of two inks, from 1 (none) to 21 (black on white).

    >>> contrast(Ink(0.0, 0.0, 0.0), Ink(1.0, 1.0, 1.0))
    21.0

    Source: WCAG 2.2, definition of contrast ratio.
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def readable(ink: Ink, paper: Ink) -> Ink:
    """An ink that can be read on a light paper: itself, or as little darker as need be, in the same hue."""
    for step in range(_STEPS, -1, -1):
        share = step / _STEPS
        darker = Ink(*(round(channel * share, 4) for channel in ink)) if step < _STEPS else ink
        if contrast(darker, paper) >= READABLE:
            return darker
    return Ink(0.0, 0.0, 0.0)


def _luminance(ink: Ink) -> float:
    """Relative luminance (WCAG 2.2)."""
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in ink
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
