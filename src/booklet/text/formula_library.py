"""ziamath and latex2mathml, the libraries of formulas: what is used of them is here, private parts included.

They are imported when the first formula is met, for most programs hold none.
"""

from __future__ import annotations

import warnings
from functools import lru_cache
from pathlib import Path
from typing import Any

from booklet.text.formula_tree import Kind

_CLASSES: dict[str, Kind] = {
    "R": "rel", "B": "bin", "L": "op", "O": "open", "C": "close", "P": "punct", "V": "bin",
}  # fmt: skip
"""The classes of MathClassEx that are not ordinary."""

_CLASS = 4
"""The column of the class in latex2mathml's table."""


def math_font(path: Path) -> Any:  # noqa: ANN401 - ziamath's MathFont
    """A font with its MATH table read."""
    _ziamath()
    from ziamath.mathfont import MathFont  # noqa: PLC0415

    return MathFont(str(path), 1000)


@lru_cache(maxsize=1024)
def styled_character(character: str, style: str, *, italic: bool, bold: bool) -> str:
    """A letter or digit in one of the alphabets of mathematics, if Unicode has it there."""
    _ziamath()
    from ziamath.styles import MathVariant, styledchr  # noqa: PLC0415

    return str(styledchr(character, MathVariant(style, italic=italic, bold=bold)))


@lru_cache(maxsize=1)
def commands() -> tuple[dict[str, str], dict[str, Kind]]:
    """The characters of all commands that the library knows, and the kind of each character that is not ordinary.

    Source: latex2mathml's unimathsymbols.txt (G. Milde), whose fourth column is the class of MathClassEx.
    """
    from latex2mathml.symbols_parser import SYMBOLS, SYMBOLS_FILE  # noqa: PLC0415

    characters = {
        name[1:]: chr(int(code, 16)) for name, code in SYMBOLS.items() if name[:1] == "\\" and "-" not in code
    }
    kinds: dict[str, Kind] = {}
    for line in Path(SYMBOLS_FILE).read_text(encoding="utf-8").splitlines():
        columns = line.split("^")
        if not line.startswith("#") and len(columns) > _CLASS and columns[_CLASS] in _CLASSES:
            kinds.setdefault(chr(int(columns[0].split("-")[0], 16)), _CLASSES[columns[_CLASS]])
    return characters, kinds


@lru_cache(maxsize=1)
def _ziamath() -> None:
    """Import ziamath, which opens its own font by a function that Python has deprecated."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        import ziamath  # noqa: F401, PLC0415
