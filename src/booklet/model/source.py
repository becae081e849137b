"""The file program.yaml and those that it takes entries from: read as texts only, with a place for every value."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

from booklet.errors import BookletError, Place, in_order
from booklet.model.atlas import Atlas
from booklet.model.files import decode, load
from booklet.model.grafts import graft
from booklet.model.includes import bind
from booklet.model.program import Key
from booklet.model.reading import Shelf
from booklet.model.script import Script
from booklet.model.tex import untexed
from booklet.model.tree import Tree, grow, program_of


class Source:
    """A program file that has been read, with all that it takes from other files.

    `file` is its name as the user gave it, `text` its own characters and `tree` the whole content: every value a text
    as it stands in the file (8:30 stays 8:30, and No stays No), a list or a mapping.
    """

    def __init__(self, file: str, text: str, folder: Path | None = None) -> None:
        """Read a text.

        Args:
            file: its name for messages.
            text: what it holds.
            folder: where to look for the files that it names; None where there is none.

        Raises:
            BookletError: it is not YAML as `grow` wants it, or one of the files is not as it should be.
        """
        grown = grow(file, text)
        main = Script(file, text, grown.tree, lambda: grown.marks)
        self.file = file
        self.text = text
        self._atlas = Atlas(main)
        shelf = Shelf(folder)
        tree, unbound = bind(main, program_of(file, grown.tree), shelf, self._atlas)
        tree, ungrafted = graft(tree, shelf, self._atlas)
        if unbound or ungrafted:
            raise BookletError(in_order([*unbound, *ungrafted]))
        self.tree: dict[str, Tree] = tree

    @classmethod
    def read(cls, path: Path) -> Source:
        """Read a file, and those in its folder that it names.

        Raises:
            BookletError: it cannot be read, is too large, is not UTF-8, or is not YAML as `grow` wants it.
        """
        file = str(path)
        return cls(file, decode(file, load(path)), path.parent)

    def place(self, key: Key, *, of_key: bool = False) -> Place:
        """Where a value stands; where nothing stands there, the nearest thing around it.

        Args:
            key: the keys and indexes that lead to the value.
            of_key: give the place of the value's key instead of the value's own.
        """
        return self._atlas.place(key, of_key=of_key)

    def find(self, words: str) -> Place | None:
        """The first place in any of the files where something is written, if need be by numbers, in parts or in TeX."""
        found = self._atlas.find(words)
        if found:
            return found
        said = ((key, of_key, normalize("NFC", untexed(text, marks=False))) for key, of_key, text in _said(self.tree))
        return next((self.place(key, of_key=of_key) for key, of_key, text in said if words in text), None)

    @property
    def texts(self) -> tuple[str, ...]:
        """What these files hold, as it stands in them."""
        return tuple([script.text for script in self._atlas.scripts])

    @property
    def files(self) -> tuple[str, ...]:
        """The names of all files that the program consists of, its own first."""
        return tuple([script.file for script in self._atlas.scripts])


def _said(tree: Tree, at: Key = ()) -> Iterator[tuple[Key, bool, str]]:
    """The texts of a tree in order, each with the key that it is or stands at, and whether it is the key."""
    if isinstance(tree, str):
        yield at, False, tree
        return
    for key, value in tree.items() if isinstance(tree, dict) else enumerate(tree):
        if isinstance(key, str):
            yield (*at, key), True, key
        yield from _said(value, (*at, key))
