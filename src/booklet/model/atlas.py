"""Where everything in a program of several files stands."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from booklet.errors import Place
from booklet.model.program import Key
from booklet.model.script import Script


class Run(NamedTuple):
    """Items of a list of the program, from `first` on: those of the list `at` of a file, from its item `start` on."""

    first: int
    script: Script
    at: Key
    start: int


class Atlas:
    """The files of a program, and which of them says what.

    Most of a program stands in its main file, at the same key. A list that takes items from other files consists of
    runs, and a value that another file adds is filed under its own key.
    """

    def __init__(self, main: Script) -> None:
        self.scripts = [main]
        self.runs: dict[Key, list[Run]] = {}
        self.values: dict[Key, tuple[Script, Key]] = {}

    def place(self, key: Key, *, of_key: bool = False) -> Place:
        """Where a value of the program stands."""
        script, at = self.locate(key)
        return script.place(at, of_key=of_key)

    def locate(self, key: Key) -> tuple[Script, Key]:
        """The file that a value stands in, and its key there."""
        script, local = self.scripts[0], key
        if not self.runs and not self.values:
            return script, local
        local = ()
        for number, step in enumerate(key):
            runs = self.runs.get(key[:number])
            if runs and isinstance(step, int):
                run = runs[max(bisect_right(runs, step, key=lambda run: run.first) - 1, 0)]
                script, local = run.script, (*run.at, run.start + step - run.first)
            elif found := self.values.get(key[: number + 1]):
                script, local = found
            else:
                local = (*local, step)
        return script, local

    def find(self, words: str) -> Place | None:
        """The first place in any file where something is written."""
        return next((place for script in self.scripts if (place := script.find(words))), None)
