"""A smooth landscape that grows from a seed: the field whose level lines the cover shows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from math import sqrt
from typing import Final, NamedTuple

_RISE: Final = 0.75
"""How far the upper left corner lies below the bottom edge; the highest hill alone stands 0.8 high."""


class Hill(NamedTuple):
    """A hill (or a hollow, if `height` is negative): `height` / (1 + u² + v²)² around (x, y).

    (u, v) are the distances from the middle along the hill's own two axes, counted in its widths:
    u = `ux` dx + `uy` dy, v = `vx` dx + `vy` dy.
    """

    x: float
    y: float
    ux: float
    uy: float
    vx: float
    vy: float
    height: float


class Field(NamedTuple):
    """Hills on a slope: it rises from the top edge (y = 0) and to the right, and levels out at the bottom (`depth`).

    `tilt` is how much less, per point to the right, there is left to rise. Only the four operations and square roots
    are used: IEEE 754 rounds them alike everywhere, as it does not sines and exponentials, so a cover is the same on
    every machine.
    """

    hills: tuple[Hill, ...]
    depth: float
    tilt: float

    def at(self, x: float, y: float) -> tuple[float, float, float]:
        """Height and gradient (by x and by y) at a point."""
        far = 1.0 - y / self.depth - self.tilt * x
        value = -_RISE * far * far
        by_x = 2.0 * _RISE * far * self.tilt
        by_y = 2.0 * _RISE * far / self.depth
        for hx, hy, ux, uy, vx, vy, height in self.hills:
            dx, dy = x - hx, y - hy
            u = ux * dx + uy * dy
            v = vx * dx + vy * dy
            kernel = 1.0 / (1.0 + u * u + v * v)
            part = height * kernel * kernel
            value += part
            part *= -4.0 * kernel
            by_x += part * (u * ux + v * vx)
            by_y += part * (u * uy + v * vy)
        return value, by_x, by_y


def grow(seed: str, width: float, height: float) -> Field:
    """Grow the landscape of a seed, to cover 0 to `width` and 0 to `height` (points).

    One hill stands high, right of the middle, with a shoulder on its upper left so that its lines are no ovals; a
    lower one answers from the left. Hollows and slopes that the edges cut keep the rest moving. All of them lie along
    one grain, which rises to the right. Seeds differ in that grain, and in where the hills stand, how high and how
    long they are; they do not differ in balance.
    """
    numbers = _numbers(seed)

    def between(low: float, high: float) -> float:
        return low + (high - low) * next(numbers)

    grain = between(0.35, 1.1)
    scale = sqrt(width * height)

    def hill(x: float, y: float, size: float, lean: float, high: tuple[float, float]) -> Hill:
        across, down = x + between(-0.06, 0.06), y + between(-0.05, 0.05)
        rise = grain * between(0.6, 1.5)
        lean *= between(0.9, 1.12)
        length = sqrt(1.0 + rise * rise)
        long, wide = scale * size * length * lean, scale * size * length / lean
        return Hill(width * across, height * down, 1 / long, -rise / long, rise / wide, 1 / wide, between(*high))

    hills = (
        hill(0.65, 0.54, 0.19, 1.35, (0.80, 0.80)),
        hill(0.56, 0.45, 0.15, 1.0, (0.30, 0.45)),
        hill(0.20, 0.72, 0.19, 1.5, (0.28, 0.42)),
        hill(0.38, 0.60, 0.20, 1.5, (-0.18, -0.06)),
        hill(0.66, 0.98, 0.19, 1.6, (-0.62, -0.42)),
        hill(1.02, 0.86, 0.17, 1.5, (0.20, 0.40)),
        hill(0.00, 1.02, 0.22, 1.5, (-0.50, -0.30)),
        hill(0.10, 0.26, 0.24, 1.5, (-0.30, -0.12)),
    )
    return Field(hills, height, between(0.15, 0.4) / width)


def _numbers(seed: str) -> Iterator[float]:
    """Endless numbers from 0 up to 1: SHA-256 of the seed and a count, four bytes a number, exact as floats."""
    count = 0
    while True:
        digest = hashlib.sha256(f"{count}:{seed}".encode()).digest()
        for start in range(0, len(digest), 4):
            yield int.from_bytes(digest[start : start + 4], "big") / 2**32
        count += 1
