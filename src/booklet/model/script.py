"""One file of a program that has been read: what it holds, and where everything in it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from booklet.errors import Place
from booklet.model.lines import Lines
from booklet.model.program import Key
from booklet.model.spots import Spots
from booklet.model.tree import Tree


class Script:
    """A file of a program.

    `file` is its name for messages, `text` its characters, and `tree` its content, which nobody changes.
    """

    def __init__(self, file: str, text: str, tree: Tree, marks: Callable[[], Sequence[int]]) -> None:
        """Keep what was read; `marks` says where each node begins, as `tree.Grown` does."""
        self.file = file
        self.text = text
        self.tree = tree
        self._marks = marks

    def place(self, key: Key, *, of_key: bool = False) -> Place:
        """Where a value stands, or its key; where nothing stands there, the nearest thing around it."""
        return Place(self.file, *self._lines.spot(self._spots.find(key, of_key=of_key)))

    def find(self, words: str) -> Place | None:
        """The first place where something is written, as such or in signs that stand for it."""
        at = self.text.find(words)
        if at >= 0:
            return Place(self.file, *self._lines.spot(at))
        key = next((key for key, text in _texts(self.tree) if words in text), None)
        return None if key is None else self.place(key)

    @cached_property
    def _spots(self) -> Spots:
        return Spots(self.tree, self._marks())

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.text)


def _texts(tree: Tree) -> Iterator[tuple[Key, str]]:
    """Every value and the way to it, in no order that matters."""
    waiting: list[tuple[Key, Tree]] = [((), tree)]
    while waiting:
        key, node = waiting.pop()
        if isinstance(node, str):
            yield key, node
            continue
        items = node.items() if isinstance(node, dict) else enumerate(node)
        waiting += reversed([((*key, step), value) for step, value in items])
