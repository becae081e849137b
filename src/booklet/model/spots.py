"""Where every value of a file stands; worked out only when there is something to report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from booklet.model.program import Key
from booklet.model.tree import Tree


class Spots:
    """Finds values by the marks of the nodes, which are in the order of the tree: each key before its value.

    A node and all that lies in it are as many marks as `_size` says, so that a value's mark is found from the sizes of
    what stands before it.
    """

    def __init__(self, tree: Tree, marks: Sequence[int]) -> None:
        self._tree = tree
        self._marks = marks
        self._sizes: dict[int, int] = {}
        self._offsets: dict[int, Mapping[str | int, int]] = {}

    def find(self, key: Key, *, of_key: bool) -> int:
        """The index in the text at which a value begins, or its key, or the last thing on the way to it.

        A step of the key need not stand in the file just so: a key may be written with hyphens for underscores, and an
        index or name that leads into a plain text is passed over, since one speaker may stand where a list may.
        """
        node, at, at_key = self._tree, 0, 0
        for step in key:
            if isinstance(node, str):
                if isinstance(step, str):
                    break
                continue
            inside = self._inside(node)
            name = step if step in inside or not isinstance(step, str) else step.replace("_", "-")
            if name in inside:
                at_key = at + inside[name]
                at = at_key + isinstance(node, dict)
                node = node[name]  # type: ignore[index]  # a name in a mapping, an index in a list
            elif isinstance(step, str) or isinstance(node, list):
                break
        return self._marks[at_key if of_key else at] if self._marks else 0

    def _inside(self, node: list[Tree] | dict[str, Tree]) -> Mapping[str | int, int]:
        """How many marks after its own each thing in a node begins; the key's, in a mapping."""
        found = self._offsets.get(id(node))
        if found is None:
            keyed = isinstance(node, dict)
            names: Iterable[str | int] = node if isinstance(node, dict) else range(len(node))
            values = node.values() if isinstance(node, dict) else node
            begins = accumulate([self._size(value) + keyed for value in values], initial=1)
            found = self._offsets[id(node)] = dict(zip(names, begins, strict=False))
        return found

    def _size(self, node: Tree) -> int:
        """How many marks a node has, with those of all that lies in it."""
        if isinstance(node, str):
            return 1
        size = self._sizes.get(id(node))
        if size is None:
            inside = node.values() if isinstance(node, dict) else node
            keys = len(node) if isinstance(node, dict) else 0
            size = self._sizes[id(node)] = (
                1 + keys + sum([1 if isinstance(value, str) else self._size(value) for value in inside])
            )
        return size
