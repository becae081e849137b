"""Where every value of a YAML file stands; worked out only when there is something to report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from booklet.model.program import Key
from booklet.model.tree import Parser


class Spot(NamedTuple):
    """Where a value begins, where its key begins (both as line and column from 1), and what lies in it."""

    value: tuple[int, int]
    key: tuple[int, int]
    inside: dict[str | int, Spot]
    listed: bool


def survey(text: str) -> Spot:
    """Find the place of every value of a file that `grow` has accepted."""
    root = Spot((0, 0), (0, 0), {}, listed=True)
    stack = [root]
    waiting: list[tuple[str, tuple[int, int]] | None] = [None]
    for event in _events(text):
        if isinstance(event, yaml.CollectionEndEvent):
            stack.pop()
            waiting.pop()
            continue
        here = (event.start_mark.line + 1, event.start_mark.column + 1)
        around, key = stack[-1], waiting[-1]
        if key is None and not around.listed:
            waiting[-1] = (event.value, here)
            continue
        waiting[-1] = None
        name, at = key or (len(around.inside), here)
        spot = Spot(here, at, {}, listed=isinstance(event, yaml.SequenceStartEvent))
        around.inside[name] = spot
        if isinstance(event, yaml.CollectionStartEvent):
            stack.append(spot)
            waiting.append(None)
    return root.inside.get(0, root)


def find(spot: Spot, key: Key, *, of_key: bool) -> tuple[int, int]:
    """The place of a value, or of the last thing on the way to it.

    A step of the key need not stand in the file just so: a key may be written with hyphens for underscores, and an
    index or name that leads into a plain text is passed over, since one speaker may stand where a list may.
    """
    for step in key:
        inside = spot.inside
        if step in inside:
            spot = inside[step]
        elif isinstance(step, str) and step.replace("_", "-") in inside:
            spot = inside[step.replace("_", "-")]
        elif isinstance(step, str) or spot.listed:
            break
    return spot.key if of_key else spot.value


def _events(text: str) -> Iterator[Any]:
    parser = Parser(text)
    wanted = (yaml.NodeEvent, yaml.CollectionEndEvent)
    while not isinstance(event := parser.get_event(), yaml.StreamEndEvent):
        if isinstance(event, wanted):
            yield event
