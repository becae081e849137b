"""The environments that a formula may hold: how their cells stand."""

from __future__ import annotations

from typing import Final, NamedTuple


class Environment(NamedTuple):
    """How an environment sets its cells; see `formula_tree.Table`.

    `fences` are the signs on either side. In `pairs` of columns the second begins with a relation.
    """

    align: str = "c"
    gaps: tuple[float, ...] = (1.0,)
    leading: float = 1.2
    level: int = 1
    fences: tuple[str, str] = ("", "")
    pairs: bool = False


_MATRIX: Final = Environment()
_ALIGNED: Final = Environment("rl", (0.0, 2.0), 1.5, 0, pairs=True)
_CASES: Final = Environment("l", (1.0,), 1.2, 1, ("{", ""))

ENVIRONMENTS: Final = {
    "matrix": _MATRIX, "array": _MATRIX, "pmatrix": _MATRIX._replace(fences=("(", ")")),
    "bmatrix": _MATRIX._replace(fences=("[", "]")), "Bmatrix": _MATRIX._replace(fences=("{", "}")),
    "vmatrix": _MATRIX._replace(fences=("|", "|")), "Vmatrix": _MATRIX._replace(fences=("‖", "‖")),
    "smallmatrix": Environment(gaps=(0.56,), leading=0.72, level=2), "cases": _CASES,
    "dcases": _CASES._replace(level=0, leading=1.5), "rcases": _CASES._replace(fences=("", "}")),
    "aligned": _ALIGNED, "align": _ALIGNED, "split": _ALIGNED, "alignedat": _ALIGNED, "alignat": _ALIGNED,
    "eqnarray": Environment("rcl", (0.5, 0.5, 2.0), 1.5, 0), "gathered": Environment(leading=1.5, level=0),
    "gather": Environment(leading=1.5, level=0), "equation": Environment(leading=1.5, level=0),
    "subarray": Environment(leading=0.8, level=2),
}  # fmt: skip
"""Source: amsmath's documentation; its 10 pt of \\arraycolsep and 3 pt of \\jot are in ems here."""
