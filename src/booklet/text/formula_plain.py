"""Formulas as plain Unicode, for places that show no layout: bookmarks, titles of files, descriptions of links."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from booklet.text.formula_tree import (
    Accent,
    Arrow,
    Atom,
    Bar,
    Boxed,
    Brace,
    Fenced,
    FormulaError,
    Fraction,
    Group,
    Item,
    Nucleus,
    Phantom,
    Root,
    Row,
    Sign,
    Sized,
    Smash,
    Space,
    Stack,
    Struck,
    Table,
    Words,
)  # fmt: skip

_RAISED: Final = str.maketrans("0123456789+−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ")
_LOWERED: Final = str.maketrans("0123456789+−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
_CAN_RISE: Final = frozenset("0123456789+−=()ni′")
_CAN_LOWER: Final = frozenset("0123456789+−=()aehijklmnoprstuvx")
_ROOTS: Final = {"": "√", "3": "∛", "4": "∜"}
_SIMPLE: Final = 1
_WIDE: Final = 0.2
"""White of at least so many ems is a space in plain text."""


@lru_cache(maxsize=4096)
def in_characters(source: str) -> str:
    """A formula as near to its look as characters come; what cannot be read stays as it is typed."""
    # Imported here because most programs hold no formula.
    from booklet.text.formula_reading import read_formula  # noqa: PLC0415

    try:
        return " ".join(_row(read_formula(source)).split())
    except FormulaError:
        return source


def _row(row: Sequence[Item]) -> str:
    out = ""
    for at, item in enumerate(row):
        match item:
            case Space(ems) if ems >= _WIDE:
                out += " "
            case Atom(kind, nucleus, sub, sup, _):
                said = _nucleus(nucleus)
                binary = kind == "bin" and at > 0 and bool(out.strip())
                if kind == "rel" or binary:
                    out = f"{out.rstrip(' ')} {said}"
                elif kind == "op" and out and out[-1].isalnum():
                    out += f" {said}"
                else:
                    out += said
                out += _script(sub, _CAN_LOWER, _LOWERED, "_") + _script(sup, _CAN_RISE, _RAISED, "^")
                if kind in {"rel", "punct"} or binary or (kind == "op" and isinstance(nucleus, Words)):
                    out += " "
    return out.replace(" (", "(") if out.startswith(" (") else out


def _script(row: Row | None, possible: frozenset[str], table: dict[int, int], mark: str) -> str:
    if row is None:
        return ""
    said = _row(row).strip()
    tight = said.replace(" ", "")
    if tight and set(tight) <= possible:
        return tight.translate(table)
    return f"{mark}{said}" if len(tight) == _SIMPLE else f"{mark}({said})"


def _nucleus(nucleus: Nucleus) -> str:
    match nucleus:
        case Sign(text):
            return _letter(text)
        case Words(text) | Sized(text, _):
            return "".join(map(_letter, text)).replace("\u00a0", " ").replace("\u2009", " ")
        case Struck(text):
            return f"{text}\u0338"
        case Group(row) | Smash(row) | Boxed(row) | Brace(row, _, _):
            return _row(row)
        case Fraction(above, below, ruled, _):
            return f"{_part(above)}/{_part(below)}" if ruled else f"{_row(above)} over {_row(below)}"
        case Root(row, degree):
            said = _row(degree)
            return f"{_ROOTS.get(said, f'{said}√')}{_part(row)}"
        case Accent(row, sign, _):
            said = _row(row)
            return f"{said}{sign}"
        case Bar(row, over):
            return "".join([letter + ("\u0305" if over else "\u0332") for letter in _row(row)])
        case Fenced(signs, rows):
            parts = [signs[0], *[part for row, sign in zip(rows, signs[1:], strict=True) for part in (_row(row), sign)]]
            return "".join(parts)
        case Stack(row, over, under):
            return (
                _row(row)
                + _script(over or None, _CAN_RISE, _RAISED, "^")
                + _script(under or None, _CAN_LOWER, _LOWERED, "_")
            )
        case Arrow(sign, over, under):
            return (
                sign
                + _script(under or None, _CAN_LOWER, _LOWERED, "_")
                + _script(over or None, _CAN_RISE, _RAISED, "^")
            )
        case Table(rows):
            return "; ".join([", ".join([said for cell in cells if (said := _row(cell).strip())]) for cells in rows])
        case Phantom():
            return ""


def _part(row: Row) -> str:
    """A part of a fraction or root, in brackets unless it is one thing."""
    said = _row(row).strip()
    return said if len(said) <= _SIMPLE or said.isalnum() else f"({said})"


def _letter(text: str) -> str:
    # Imported here because most programs hold no formula.
    from booklet.text.formula_boxes import said  # noqa: PLC0415

    return said(text)
