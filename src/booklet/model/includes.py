"""Lists of days, sessions or talks that are taken from files beside the program."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal, NamedTuple, TypeAlias

from booklet.errors import BookletError, Fault
from booklet.model.agenda import INCLUDE, Day, Entry, Talk
from booklet.model.atlas import Atlas, Run
from booklet.model.program import Key
from booklet.model.reading import Shelf, read_list
from booklet.model.record import Record
from booklet.model.script import Script
from booklet.model.texts import blank, quoted
from booklet.model.tree import Tree

Level: TypeAlias = Literal["days", "sessions", "talks"]

DEEPEST: Final = 4
"""How many files may lie in one another: the program takes days, those their sessions, those their talks."""

_INSIDE: Final[dict[Level, Level]] = {"days": "sessions", "sessions": "talks"}
_RECORDS: Final[dict[Level, type[Record]]] = {"days": Day, "sessions": Entry, "talks": Talk}
_LISTS: Final = frozenset({"sessions", "talks"})
_EXAMPLE: Final = "monday/talks.csv"


class _Spot(NamedTuple):
    """A list: the file that it stands in, its key there and in the program, and the files that lead to it."""

    script: Script
    here: Key
    at: Key
    chain: tuple[Path, ...] = ()


def bind(main: Script, tree: dict[str, Tree], shelf: Shelf, atlas: Atlas) -> tuple[dict[str, Tree], list[Fault]]:
    """A program with the entries of the files that it includes in the places of their names.

    Args:
        main: the program's file.
        tree: what it holds.
        shelf: where files are taken from.
        atlas: learns where the entries stand.

    Returns:
        The program, and everything that is wrong with the files; the trees of scripts stay as they are.
    """
    days = tree.get("days")
    if INCLUDE not in main.text or not isinstance(days, list):
        return tree, []
    binder = _Binder(shelf, atlas)
    return {**tree, "days": binder.bound("days", days, _Spot(main, ("days",), ("days",)))}, binder.faults


class _Binder:
    def __init__(self, shelf: Shelf, atlas: Atlas) -> None:
        self.faults: list[Fault] = []
        self._shelf = shelf
        self._atlas = atlas

    def bound(self, level: Level, items: list[Tree], spot: _Spot) -> list[Tree]:
        """A list with everything that it includes."""
        out: list[Tree] = []
        runs: list[Run] = []
        self._fill(out, runs, level, items, spot)
        if runs != [Run(0, spot.script, spot.here, 0)]:
            self._atlas.runs[spot.at] = runs
        return out

    def _fill(self, out: list[Tree], runs: list[Run], level: Level, items: list[Tree], spot: _Spot) -> None:
        running = False
        for number, item in enumerate(items):
            here = (*spot.here, number)
            if isinstance(item, dict) and INCLUDE in item:
                running = False
                self._include(out, runs, level, item, spot._replace(here=here))
                continue
            if not running:
                runs.append(Run(len(out), spot.script, spot.here, number))
                running = True
            out.append(self._entry(level, item, spot._replace(here=here, at=(*spot.at, len(out)))))

    def _entry(self, level: Level, item: Tree, spot: _Spot) -> Tree:
        """An item of a list with everything that the list in it includes."""
        inner = _INSIDE.get(level)
        items = item.get(inner) if inner and isinstance(item, dict) else None
        if inner is None or not isinstance(item, dict) or not isinstance(items, list):
            return item
        bound = self.bound(inner, items, spot._replace(here=(*spot.here, inner), at=(*spot.at, inner)))
        return {**item, inner: bound}

    def _include(self, out: list[Tree], runs: list[Run], level: Level, item: dict[str, Tree], spot: _Spot) -> None:
        opened = self._open(level, item, spot)
        if opened is not None and isinstance(opened.script.tree, list):
            self._fill(out, runs, level, opened.script.tree, opened)

    def _open(self, level: Level, item: dict[str, Tree], spot: _Spot) -> _Spot | None:
        """The list in the file that an item names; nothing if something is wrong with it."""
        place = spot.script.place((*spot.here, INCLUDE))
        name = item[INCLUDE]
        for other in [key for key in item if key != INCLUDE]:
            where = spot.script.place((*spot.here, other), of_key=True)
            hint = "write it in the file, or into an entry of its own"
            self.faults.append(Fault(f"{quoted(other)} cannot stand beside '{INCLUDE}'", where, hint))
        if not isinstance(name, str) or blank(name):
            self.faults.append(Fault("expected the name of a file", place, f"as in '- {INCLUDE}: {_EXAMPLE}'"))
            return None
        try:
            path = self._shelf.take(name, example=_EXAMPLE)
            chain = (*spot.chain, path.resolve())
            _refuse_loops(name, chain)
            columns = [key for key in _RECORDS[level].allowed() if key not in _LISTS]
            if level == "days" and path.suffix.lower() in {".csv", ".tsv"}:
                what = "days cannot be taken from CSV, since each holds sessions"
                raise BookletError(
                    [Fault(what, hint=f"write '- date: …' here, and '- {INCLUDE}: {name}' under 'sessions:'")]
                )
            script = read_list(path, columns)
        except BookletError as error:
            self.faults += [fault._replace(where=fault.where or place) for fault in error.faults]
            return None
        self._atlas.scripts.append(script)
        return _Spot(script, (), spot.at, chain)


def _refuse_loops(name: str, chain: tuple[Path, ...]) -> None:
    *before, path = chain
    if path in before:
        what = f"{quoted(name)} includes itself" + ("" if before[-1] == path else ", by way of others")
        raise BookletError([Fault(what, hint="take the entry out")])
    if len(chain) > DEEPEST:
        what = f"{quoted(name)} is included by a file that is included, and so on, deeper than {DEEPEST} files"
        raise BookletError([Fault(what, hint="include it from the program itself")])
