"""The modules of a QR code, for texts by the thousand.

Of the eight data masks a code takes the one that scans best (ISO/IEC 18004, 7.8.3). To weigh them module by module
takes most of the time that a code takes, so they are weighed here by whole numbers that hold all modules, one a bit.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

_MASKS: Final = 8

_STATING: Final = 7
"""The version from which on codes state their version."""

_AS_BITS: Final = bytes.maketrans(b"01", b"\x00\x01")
_AS_DIGITS: Final = bytes.maketrans(b"\x00\x01", b"01")


class _Masks(NamedTuple):
    """What all codes of a version share: their side in modules, and what each mask changes in a code with the first.

    Whole numbers hold modules by rows, or by columns; the first module is the highest bit. `inner` has all modules but
    the last of each row, and `weighed` all but those that state mask and version: these count as light.
    """

    side: int
    changes: tuple[tuple[int, int], ...]
    inner: int
    weighed: tuple[int, int]


_FEW: Final = 12
"""So many codes are left to segno, which weighs masks module by module: to find out about a version takes as long."""

_WEIGHED: Final[list[str]] = []

_MADE: Final[dict[int, _Masks]] = {}
"""What has been found out about versions: it is the same whatever text it was found with."""


@lru_cache(maxsize=64)  # badges have theirs on a sheet's front, and their backs ask for it again
def qr_matrix(text: str) -> tuple[bytes, ...]:
    """The modules of a code with error correction M, row by row: 1 for a dark one.

    Raises:
        segno.DataOverflowError: the text is too long.
    """
    if len(_WEIGHED) < _FEW:
        _WEIGHED.append(text)
        return _masked(text, None)[1]
    version, rows = _masked(text, 0)
    if version not in _MADE:
        _MADE[version] = _find_masks(version, rows, text)
    masks = _MADE[version]
    by_rows, by_columns = _packed(rows), _packed(_turned(rows))
    _, best = min((_penalty(by_rows ^ row, by_columns ^ column, masks), row) for row, column in masks.changes)
    side = masks.side
    modules = f"{by_rows ^ best:0{side * side}b}".encode().translate(_AS_BITS)
    return tuple(modules[start : start + side] for start in range(0, side * side, side))


def _masked(text: str, mask: int | None) -> tuple[int, tuple[bytes, ...]]:
    """A code with a mask, or with the best one: its version, and its rows."""
    # Loaded here because not every booklet has a code, and it takes as long to load as the drawing does.
    import segno  # noqa: PLC0415

    code = segno.make_qr(text, error="m", boost_error=False, encoding="utf-8", mask=mask)
    return int(code.version), tuple(map(bytes, code.matrix))


def _find_masks(version: int, first: tuple[bytes, ...], text: str) -> _Masks:
    """What masks change in codes of a version. It does not depend on the text: masks are added to the data."""
    side = len(first)
    changes = []
    for mask in range(_MASKS):
        _, rows = _masked(text, mask)
        changes.append((_packed(rows) ^ _packed(first), _packed(_turned(rows)) ^ _packed(_turned(first))))
    weighed = [bytearray([1] * side) for _ in range(side)]
    for at in range(side):
        if (at < 9 or at >= side - 8) and at != 6:
            weighed[8][at] = 0
            weighed[at][8] = 0
    if version >= _STATING:
        for long in range(6):
            for short in range(side - 11, side - 8):
                weighed[long][short] = weighed[short][long] = 0
    inner = _packed([bytes([1] * (side - 1) + [0])] * side)
    kept = tuple(map(bytes, weighed))
    return _Masks(side, tuple(changes), inner, (_packed(kept), _packed(_turned(kept))))


def _turned(rows: tuple[bytes, ...]) -> tuple[bytes, ...]:
    return tuple(map(bytes, zip(*rows, strict=True)))


def _packed(rows: Iterable[bytes]) -> int:
    return int(b"".join(rows).translate(_AS_DIGITS), 2)


def _penalty(by_rows: int, by_columns: int, masks: _Masks) -> int:
    """How badly a code scans.

    Source: ISO/IEC 18004:2015, 7.8.3.1, table 11.
    """
    side = masks.side
    by_rows &= masks.weighed[0]
    by_columns &= masks.weighed[1]
    across, below = _alike(by_rows, masks.inner), _alike(by_columns, masks.inner)
    runs = _runs(across) + _runs(below)
    # Two pairs of like neighbours, one over the other, are a block if their first modules are alike.
    over = ~(by_rows ^ (by_rows << side)) & ((1 << side * side) - 1) & ~((1 << side) - 1)
    blocks = (across & (across << side) & over).bit_count()
    finders = _finders(by_rows, side) + _finders(by_columns, side)
    unbalanced = int(abs(by_rows.bit_count() / side**2 * 100 - 50) / 5)
    return runs + 3 * blocks + 40 * finders + 10 * unbalanced


def _alike(modules: int, inner: int) -> int:
    """Modules that are as the next one in their row is."""
    return ~(modules ^ (modules << 1)) & inner


def _runs(alike: int) -> int:
    """Five modules alike in a row count three, and each further one counts one."""
    fives = alike & alike << 1 & alike << 2 & alike << 3
    return fives.bit_count() + 2 * (fives & ~(fives << 1)).bit_count()


def _finders(modules: int, side: int) -> int:
    """How often a row has what corners have: dark and light as 1:1:3:1:1, with four light modules before or behind.

    What is beyond the code is light. A pattern that begins in one that has been counted is not counted.
    """
    flat = f"{modules:0{side * side}b}"
    count = 0
    for start in range(0, side * side, side):
        row = flat[start : start + side]
        at = row.find("1011101")
        while at >= 0:
            lone = "1" not in row[max(0, at - 4) : at] or "1" not in row[at + 7 : at + 11]
            count += lone
            at = row.find("1011101", at + (7 if lone else 4))
    return count
