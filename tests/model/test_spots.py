from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from booklet.errors import BookletError
from booklet.model.lines import Lines
from booklet.model.program import Key
from booklet.model.spots import Spots
from booklet.model.tree import Parser, Tree, grow

ROOT = Path(__file__).parents[2]
FILES = sorted([*(ROOT / "tests").glob("bad/*.yaml"), *(ROOT / "tests/fixtures/programs").glob("*.yaml")])


def keys(tree: Tree, at: Key = ()) -> Iterator[tuple[Key, bool]]:
    """Every node in the order of the file: the way to it, and whether it is a key."""
    yield at, False
    items = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for step, value in items:
        if isinstance(tree, dict):
            yield (*at, step), True
        yield from keys(value, (*at, step))


def stated(text: str) -> list[tuple[int, int]]:
    """Where the parser says that nodes begin."""
    events = [event for event in yaml.parse(text, Loader=Parser) if isinstance(event, yaml.NodeEvent)]
    return [(mark.line + 1, mark.column + 1) for event in events if (mark := event.start_mark)]


@pytest.mark.parametrize("path", [ROOT / "program.yaml", *FILES], ids=lambda path: path.name)
def test_every_place_is_the_parser_s(path: Path) -> None:
    text = path.read_text("utf-8")
    try:
        tree, marks = grow("p.yaml", text)
    except BookletError:
        return
    if not tree:
        return
    spots, lines = Spots(tree, marks), Lines(text)
    found = [lines.spot(spots.find(at, of_key=of_key)) for at, of_key in keys(tree)]
    assert found == stated(text)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028"])
def test_lines_end_where_the_parser_says(end: str) -> None:
    text = end.join(["a: é", "", "b: ", "  - 'x", "    y'", "  - |", "    z\u2003", "", "c: {d: [e, \U0001f600f]}", ""])
    tree, marks = grow("p.yaml", text)
    spots, lines = Spots(tree, marks), Lines(text)
    assert [lines.spot(spots.find(at, of_key=of_key)) for at, of_key in keys(tree)] == stated(text)


def test_many_places_in_one_list_are_found_fast() -> None:
    text = "a:\n" + "".join([f"  - [b{number}, c]\n" for number in range(30_000)])
    tree, marks = grow("p.yaml", text)
    spots, lines = Spots(tree, marks), Lines(text)
    started = time.process_time()
    assert [lines.spot(spots.find(("a", at, 1), of_key=False))[0] for at in range(30_000)] == list(range(2, 30_002))
    assert time.process_time() - started < 2
