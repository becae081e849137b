"""Abstracts that stand in files of their own come to the talks that they are of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

from booklet.errors import BookletError, Fault, in_order
from booklet.model.agenda import ABSTRACTS, KINDS, Talk
from booklet.model.atlas import Atlas
from booklet.model.nearness import nearest, squeezed
from booklet.model.program import Key
from booklet.model.reading import Shelf, read_list
from booklet.model.script import Script
from booklet.model.texts import line, prose, quoted
from booklet.model.tree import Tree
from booklet.model.wording import meant

NAMES: Final = ("id", "board", "title")
"""What a row may name its talk by; the first that a talk has too decides."""

_KINDS: Final = frozenset(KINDS)
_ELSEWHERE: Final = frozenset({*KINDS, "time", "room", "track", "chair", *NAMES})
GIVES: Final = tuple(key for key in Talk.allowed() if key not in _ELSEWHERE)
"""What a row may give to its talk."""

COLUMNS: Final = (*NAMES, *GIVES)
_EXAMPLE: Final = "abstracts.csv"


class _Talk(NamedTuple):
    """An entry of the program: its key, a copy of what it says, which is given more, and its title."""

    at: Key
    says: dict[str, Tree]
    title: str


def graft(tree: dict[str, Tree], shelf: Shelf, atlas: Atlas) -> tuple[dict[str, Tree], list[Fault]]:
    """A program whose talks have what the files say that it names under `abstracts`.

    Args:
        tree: the program; it stays as it is.
        shelf: where files are taken from.
        atlas: learns where the abstracts stand.

    Returns:
        The program, and everything that is wrong with the files.
    """
    names = tree.get(ABSTRACTS)
    names = names if isinstance(names, list) else [names] if names else []
    days = tree.get("days")
    if not names or not isinstance(days, list):
        return tree, []
    tree = {**tree, "days": _copied(days)}
    grafter = _Grafter(atlas, list(_talks(tree["days"])))
    for number, name in enumerate(names):
        place = atlas.place((ABSTRACTS, number))
        if not isinstance(name, str) or not line(name):
            grafter.faults.append(Fault("expected the name of a file", place, f"as in '{ABSTRACTS}: {_EXAMPLE}'"))
            continue
        try:
            script = read_list(shelf.take(name, example=_EXAMPLE), COLUMNS)
        except BookletError as error:
            grafter.faults += [fault._replace(where=fault.where or place) for fault in error.faults]
            continue
        atlas.scripts.append(script)
        grafter.take(script)
    return tree, in_order([*grafter.faults, *grafter.unmatched()])


class _Grafter:
    """Gives rows to talks, and remembers which talk has been given what, and which rows found none."""

    def __init__(self, atlas: Atlas, talks: list[_Talk]) -> None:
        self.faults: list[Fault] = []
        self._atlas = atlas
        self._titles = {talk.title: None for talk in talks}
        self._index = {name: _indexed(talks, name) for name in NAMES}
        self._lost: list[tuple[str, str, Script, Key]] = []
        self._given: dict[Key, tuple[Script, Key]] = {}

    def take(self, script: Script) -> None:
        """Give every row of a file to its talk."""
        for number, row in enumerate(script.tree):
            at: Key = (number,)
            if not isinstance(row, dict):
                self._fault(
                    script,
                    at,
                    "expected lines such as 'title: …', found a text or a list",
                    "name a talk and give it an abstract",
                )
                continue
            for key in [key for key in row if key not in COLUMNS]:
                near = meant(key, COLUMNS)
                hint = f"did you mean '{near}'?" if near else f"known here are {', '.join(COLUMNS)}"
                self._fault(script, (*at, key), f"unknown key {quoted(key)} in an abstract", hint, of_key=True)
            self._row(script, at, row)

    def unmatched(self) -> Iterator[Fault]:
        """The rows that no talk has the name of."""
        if not self._lost:
            return
        near = nearest([name for key, name, _, _ in self._lost if key == "title"], self._titles)
        for key, name, script, at in self._lost:
            found = near.get(name) if key == "title" else None
            hint = f"did you mean {quoted(found)}?" if found else f"write its {key} as in the program, or take it out"
            yield Fault(f"no talk has the {key} {quoted(name)}", script.place(at), hint)

    def _row(self, script: Script, at: Key, row: Mapping[str, Tree]) -> None:
        named = [(key, line(text)) for key in NAMES if isinstance(text := row.get(key), str) and line(text)]
        if not named:
            self._fault(
                script, at, "this abstract does not say which talk it is of", "give it a title, as in the program"
            )
            return
        for key, name in named:
            talks = self._index[key].get(_plain(name), ())
            if len(talks) > 1:
                hint = "give each an 'id' of its own, here and in the program"
                self._fault(script, (*at, key), f"{len(talks)} talks have the {key} {quoted(name)}", hint)
            if len(talks) == 1:
                self._give(script, at, row, talks[0])
            if talks:
                return
        key, name = named[-1]
        self._lost.append((key, name, script, (*at, key)))

    def _give(self, script: Script, at: Key, row: Mapping[str, Tree], talk: _Talk) -> None:
        first = self._given.setdefault(talk.at, (script, at))
        if first != (script, at):
            what = f"{quoted(talk.title)} is there twice, first at {first[0].place(first[1])}"
            self._fault(script, at, what, "keep one of them")
            return
        for key in (key for key in row if key in COLUMNS and key != "title"):
            known, given = talk.says.get(key), row[key]
            if known and given and key not in NAMES and not _same(known, given):
                what = f"{quoted(talk.title)} has another {key} at {self._atlas.place((*talk.at, key))}"
                self._fault(script, (*at, key), what, "keep one of them")
            elif not known and given:
                talk.says[key] = given
                self._atlas.values[(*talk.at, key)] = (script, (*at, key))

    def _fault(self, script: Script, at: Key, what: str, hint: str, *, of_key: bool = False) -> None:
        self.faults.append(Fault(what, script.place(at, of_key=of_key), hint))


def _indexed(talks: list[_Talk], name: str) -> Mapping[str, list[_Talk]]:
    found: defaultdict[str, list[_Talk]] = defaultdict(list)
    for talk in talks:
        text = talk.title if name == "title" else talk.says.get(name)
        if isinstance(text, str) and line(text):
            found[_plain(text)].append(talk)
    return found


def _plain(name: str) -> str:
    """A name as it is compared: systems write quotes, dashes and capitals in titles each in their own way."""
    return squeezed(name) or line(name)


def _same(one: Tree, other: Tree) -> bool:
    return one == other or (isinstance(one, str) and isinstance(other, str) and prose(one) == prose(other))


def _copied(days: list[Tree]) -> list[Tree]:
    """The days, with copies of all entries."""
    return [_with_copies(day, "sessions", lambda entry: _with_copies(entry, "talks", _shallow)) for day in days]


def _with_copies(record: Tree, key: str, copy: Callable[[Tree], Tree]) -> Tree:
    if not isinstance(record, dict):
        return record
    items = record.get(key)
    return {**record, key: [copy(item) for item in items]} if isinstance(items, list) else {**record}


def _shallow(record: Tree) -> Tree:
    return {**record} if isinstance(record, dict) else record


def _talks(days: Tree) -> Iterator[_Talk]:
    """Every entry that may have an abstract; the list of copies is walked, so that they can be given more."""
    for number, day in enumerate(days):
        sessions = day.get("sessions") if isinstance(day, dict) else None
        for inner, entry in enumerate(sessions if isinstance(sessions, list) else []):
            if isinstance(entry, dict):
                at: Key = ("days", number, "sessions", inner)
                yield _Talk(at, entry, _title(entry))
                talks = entry.get("talks")
                for last, talk in enumerate(talks if isinstance(talks, list) else []):
                    if isinstance(talk, dict):
                        yield _Talk((*at, "talks", last), talk, _title(talk))


def _title(entry: Mapping[str, Tree]) -> str:
    text = next((text for key, text in entry.items() if key in _KINDS), "")
    return line(text) if isinstance(text, str) else ""
