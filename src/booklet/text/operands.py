"""Operands of PDF's TJ operator: codes of glyphs, adjustments between them, and changes of the face."""

from __future__ import annotations

from typing import Final

_SLIVER: Final = 0.005
"""Adjustments up to this many thousandths of an em are rounding."""

FACE_MARK: Final = "\0"
"""Around the name of a face, and its scale, at which an operand changes to that face; see `change_of_face`."""


class Operand:
    """What stands between the brackets of a TJ operator, while it is put together."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._open = False

    def add(self, code: str, kern: float) -> None:
        """Append a glyph, and after it an adjustment that is worth writing."""
        self._parts.append(code if self._open else f"<{code}")
        self._open = True
        if kern > _SLIVER or kern < -_SLIVER:
            self._parts.append(f">{_number(kern)}")
            self._open = False

    def done(self) -> str:
        """The whole operand."""
        return "".join(self._parts) + (">" if self._open else "")


def _number(value: float) -> str:
    """A PDF number with at most two decimals."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def change_of_face(name: str, scale: float = 1.0) -> str:
    """What an operand holds where the face changes: it is closed, told the face and its scale, and opened again."""
    return f"]TJ{FACE_MARK}{name}{FACE_MARK}[" if scale == 1.0 else f"]TJ{FACE_MARK}{name} {scale!r}{FACE_MARK}["


def face_and_scale(told: str) -> tuple[str, float]:
    """The face and the scale that stand between two `FACE_MARK`.

    >>> face_and_scale("hebrew 0.9"), face_and_scale("serif")
    (('hebrew', 0.9), ('serif', 1.0))
    """
    name, _, scale = told.partition(" ")
    return name, float(scale) if scale else 1.0
