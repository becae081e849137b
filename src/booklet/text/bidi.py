"""The Unicode bidirectional algorithm: how deep each character of a paragraph lies in runs of either direction.

Source: Unicode Standard Annex #9, revision 48; rules are named as there. A paragraph is given as a whole, so P1 is the
caller's, and so is L1 for the spaces at a line's end, which a set line does not have.
"""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import Final, NamedTuple
from unicodedata import bidirectional, category, mirrored, normalize

_MOST: Final = 125
"""The deepest level that is told apart (BD2)."""

_BRACKETS_LOOKED_AT: Final = 63
"""Opening brackets that may be open at once (BD16)."""

_ISOLATES: Final = frozenset(("LRI", "RLI", "FSI"))
_EMBEDDINGS: Final = frozenset(("LRE", "RLE", "LRO", "RLO"))
_REMOVED: Final = frozenset(("LRE", "RLE", "LRO", "RLO", "PDF", "BN"))
_NEUTRAL: Final = frozenset(("B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"))
_BLANK: Final = frozenset(("B", "S", "WS", "LRI", "RLI", "FSI", "PDI"))

_UNASSIGNED_RIGHT: Final = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Blocks whose unassigned characters count as R (DerivedBidiClass.txt; AL there behaves alike without numbers)."""


def first_strong(text: str) -> int | None:
    """The level that a text has by its first letter, 0 or 1, or None if it has no letter (P2, P3).

    >>> first_strong("123, abc"), first_strong("(שלום)"), first_strong("42")
    (0, 1, None)
    """
    depth = 0
    for character in text:
        kind = _class(character)
        if kind in _ISOLATES:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif depth == 0 and kind in {"L", "R", "AL"}:
            return 0 if kind == "L" else 1
    return None


def levels(text: str, base: int) -> list[int]:
    """The embedding level of each character: even ones run from left to right, odd ones from right to left.

    >>> levels("abc אבג 12", 0)
    [0, 0, 0, 0, 1, 1, 1, 1, 2, 2]

    Args:
        text: a paragraph, in logical order.
        base: its own level, 0 or 1.

    Returns:
        One level a character; those that the algorithm removes (X9) have that of the one before.
    """
    kinds = [_class(character) for character in text]
    explicit, kinds = _explicit(kinds, base)
    original = [_class(character) for character in text]
    for run in [*_sequences(original, explicit, base)]:
        _resolve(run, text, kinds)
        _implicit(run, kinds, explicit)
    _trail(original, explicit, base)
    return explicit


def visual_order(levels: Sequence[int]) -> list[int]:
    """The order in which things stand from left to right, as their places in logical order (L2).

    >>> visual_order([0, 1, 1, 0, 2])
    [0, 2, 1, 3, 4]
    """
    order = list(range(len(levels)))
    odd = [level for level in levels if level % 2]
    if not odd:
        return order
    for least in range(max(levels), min(odd) - 1, -1):
        at = 0
        while at < len(order):
            if levels[order[at]] < least:
                at += 1
                continue
            end = at
            while end < len(order) and levels[order[end]] >= least:
                end += 1
            order[at:end] = order[at:end][::-1]
            at = end
    return order


@cache
def _class(character: str) -> str:
    """The Bidi_Class of a character; unassigned ones have their block's."""
    return bidirectional(character) or ("R" if _UNASSIGNED_RIGHT.match(character) else "L")


def _explicit(kinds: list[str], base: int) -> tuple[list[int], list[str]]:
    """Levels by embeddings, overrides and isolates, and the classes after overrides (X1 to X8)."""
    out: list[int] = []
    given = kinds.copy()
    ends = _isolate_ends(kinds)
    stack: list[tuple[int, str, bool]] = [(base, "", False)]
    over_isolates = over_embeddings = valid = 0
    for at, kind in enumerate(kinds):
        level, override, _ = stack[-1]
        if kind in _EMBEDDINGS or kind in _ISOLATES:
            isolate = kind in _ISOLATES
            out.append(level)
            if isolate and override:
                given[at] = override
            rtl = kind in {"RLE", "RLO", "RLI"}
            if kind == "FSI":
                rtl = _strong_within(kinds, at + 1, ends.get(at, len(kinds)))
            deeper = (level + 1) | 1 if rtl else (level + 2) & ~1
            if deeper <= _MOST and not over_isolates and not over_embeddings:
                valid += isolate
                stack.append((deeper, {"LRO": "L", "RLO": "R"}.get(kind, ""), isolate))
            elif isolate:
                over_isolates += 1
            elif not over_isolates:
                over_embeddings += 1
        elif kind == "PDI":
            if over_isolates:
                over_isolates -= 1
            elif valid:
                over_embeddings = 0
                while not stack[-1][2]:
                    stack.pop()
                stack.pop()
                valid -= 1
            level, override, _ = stack[-1]
            out.append(level)
            if override:
                given[at] = override
        elif kind == "PDF":
            out.append(level)
            if over_isolates:
                pass
            elif over_embeddings:
                over_embeddings -= 1
            elif not stack[-1][2] and len(stack) > 1:
                stack.pop()
        elif kind == "B":
            out.append(base)
        else:
            out.append(level)
            if override and kind != "BN":
                given[at] = override
    return out, given


def _isolate_ends(kinds: Sequence[str]) -> dict[int, int]:
    """Where each isolate's initiator has its PDI (BD9)."""
    ends: dict[int, int] = {}
    opened: list[int] = []
    for at, kind in enumerate(kinds):
        if kind in _ISOLATES:
            opened.append(at)
        elif kind == "PDI" and opened:
            ends[opened.pop()] = at
    return ends


def _strong_within(kinds: Sequence[str], start: int, stop: int) -> bool:
    """Whether the first strong class between two places is one from right to left, outside inner isolates (X5c)."""
    depth = 0
    for kind in kinds[start:stop]:
        if kind in _ISOLATES:
            depth += 1
        elif kind == "PDI":
            depth -= 1
        elif depth == 0 and kind in {"L", "R", "AL"}:
            return kind != "L"
    return False


class _Sequence(NamedTuple):
    """An isolating run sequence (BD13): the places of its characters, its level, and what borders on it (X10)."""

    places: list[int]
    level: int
    start: str
    end: str


def _sequences(kinds: Sequence[str], depth: Sequence[int], base: int) -> Iterator[_Sequence]:
    """The isolating run sequences, without what X9 removes."""
    kept = [at for at, kind in enumerate(kinds) if kind not in _REMOVED]
    runs = [list(run) for _, run in groupby(kept, key=lambda at: depth[at])]
    ends = _isolate_ends(kinds)
    starts = {run[0]: run for run in runs}
    continued = set(ends.values())
    neighbours = {at: (kept[n - 1] if n else -1, kept[n + 1] if n + 1 < len(kept) else -1) for n, at in enumerate(kept)}
    for run in runs:
        if kinds[run[0]] == "PDI" and run[0] in continued:
            continue
        places = list(run)
        while kinds[places[-1]] in _ISOLATES and ends.get(places[-1]) in starts:
            places += starts[ends[places[-1]]]
        level = depth[run[0]]
        before, after = neighbours[places[0]][0], neighbours[places[-1]][1]
        open_end = kinds[places[-1]] in _ISOLATES and places[-1] not in ends
        first = max(level, depth[before] if before >= 0 else base)
        last = max(level, base if after < 0 or open_end else depth[after])
        yield _Sequence(places, level, "R" if first % 2 else "L", "R" if last % 2 else "L")


def _resolve(run: _Sequence, text: str, kinds: list[str]) -> None:
    """Resolve weak and neutral classes in one sequence (W1 to W7, N0 to N2), in place."""
    places = run.places
    own = [kinds[at] for at in places]
    _weak(run, own)
    _brackets(run, text, own, [kinds[at] for at in places])
    _neutrals(run, own)
    for at, kind in zip(places, own, strict=True):
        kinds[at] = kind


def _weak(run: _Sequence, own: list[str]) -> None:
    before = run.start
    strong = run.start
    for at, kind in enumerate(own):
        if kind == "NSM":  # W1
            own[at] = "ON" if before in _ISOLATES or before == "PDI" else before
        before = own[at]
        if own[at] in {"L", "R", "AL"}:
            strong = own[at]
        elif own[at] == "EN" and strong == "AL":  # W2
            own[at] = "AN"
    own[:] = ["R" if kind == "AL" else kind for kind in own]  # W3
    for at in range(1, len(own) - 1):  # W4
        left, right = own[at - 1], own[at + 1]
        if left == right and ((own[at] in {"ES", "CS"} and left == "EN") or (own[at] == "CS" and left == "AN")):
            own[at] = left
    at = 0
    while at < len(own):  # W5
        if own[at] != "ET":
            at += 1
            continue
        end = at
        while end < len(own) and own[end] == "ET":
            end += 1
        if (at and own[at - 1] == "EN") or (end < len(own) and own[end] == "EN"):
            own[at:end] = ["EN"] * (end - at)
        at = end
    strong = run.start
    for at, kind in enumerate(own):
        if kind in {"ES", "ET", "CS"}:  # W6
            own[at] = "ON"
        elif kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":  # W7
            own[at] = "L"


def _brackets(run: _Sequence, text: str, own: list[str], given: Sequence[str]) -> None:
    """Let pairs of brackets have the direction of what is in them, or before them (N0)."""
    embedding = "R" if run.level % 2 else "L"
    for opening, closing in _pairs(run, text, own):
        strong = {_strong(kind) for kind in own[opening + 1 : closing]} - {""}
        if embedding in strong:
            side = embedding
        elif strong:
            before = next((_strong(kind) for kind in reversed(own[:opening]) if _strong(kind)), run.start)
            side = before if before != embedding else embedding
        else:
            continue
        for at in (opening, closing):
            own[at] = side
            for after in range(at + 1, len(own)):
                if given[after] != "NSM":
                    break
                own[after] = side


def _pairs(run: _Sequence, text: str, own: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs of brackets of a sequence, by their opening ones (BD16)."""
    pairs: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for at, place in enumerate(run.places):
        if own[at] != "ON" or not mirrored(text[place]):
            continue
        character = normalize("NFC", text[place])
        kind = category(character)
        if kind == "Ps":
            if len(opened) == _BRACKETS_LOOKED_AT:
                return []
            closes = _mirror(character)
            if closes and category(closes) == "Pe":
                opened.append((closes, at))
        elif kind == "Pe":
            for deep in range(len(opened) - 1, -1, -1):
                if opened[deep][0] == character:
                    insort(pairs, (opened[deep][1], at))
                    del opened[deep:]
                    break
    return pairs


@cache
def _mirror(character: str) -> str:
    """What a bracket is seen as in a mirror; "" if Unicode has no such character."""
    # Imported here because few books hold brackets between letters that run from right to left.
    from fontTools.unicodedata.Mirrored import MIRRORED  # noqa: PLC0415

    found = MIRRORED.get(ord(character))
    return normalize("NFC", chr(found)) if found else ""


def _strong(kind: str) -> str:
    """The direction that a class has among neutrals: numbers count as R."""
    if kind in {"R", "EN", "AN"}:
        return "R"
    return "L" if kind == "L" else ""


def _neutrals(run: _Sequence, own: list[str]) -> None:
    embedding = "R" if run.level % 2 else "L"
    at = 0
    while at < len(own):
        if own[at] not in _NEUTRAL:
            at += 1
            continue
        end = at
        while end < len(own) and own[end] in _NEUTRAL:
            end += 1
        before = _strong(own[at - 1]) if at else run.start
        after = _strong(own[end]) if end < len(own) else run.end
        own[at:end] = [before if before == after else embedding] * (end - at)  # N1, N2
        at = end


def _implicit(run: _Sequence, kinds: Sequence[str], depth: list[int]) -> None:
    """Raise the levels of what runs against its level (I1, I2)."""
    for at in run.places:
        kind = kinds[at]
        if run.level % 2 == 0:
            depth[at] += {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)
        else:
            depth[at] += kind in {"L", "EN", "AN"}


def _trail(kinds: Sequence[str], depth: list[int], base: int) -> None:
    """Put blanks before a separator and at the end back to the paragraph's level, and what is removed beside others."""
    for at, kind in enumerate(kinds):
        if kind in _REMOVED:
            depth[at] = depth[at - 1] if at else base
    ends = [at for at, kind in enumerate(kinds) if kind in {"B", "S"}]
    for end in [*ends, len(kinds)]:
        if end < len(kinds):
            depth[end] = base
        at = end - 1
        while at >= 0 and (kinds[at] in _BLANK or kinds[at] in _REMOVED):
            depth[at] = base
            at -= 1
