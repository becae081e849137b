"""Values of a JSON file that know the way to themselves, so that a fault can say where it is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from booklet.errors import BookletError, Fault, Place
from booklet.model.texts import quoted

T = TypeVar("T")


@dataclass(slots=True)
class Findings:
    """What is found while a file is read.

    `faults` are what is wrong, `unknown` the first place and the number of each key that nobody knows, and `derived`
    how many times are marked as not stated.
    """

    file: str
    faults: list[Fault] = field(default_factory=list)
    unknown: dict[str, tuple[str, int]] = field(default_factory=dict)
    derived: int = 0

    def left_out(self) -> Iterator[Fault]:
        """What was left out since nobody knows what it says, or since it was not stated."""
        for key, (path, count) in self.unknown.items():
            times = "" if count == 1 else f", and at {count - 1} more places"
            hint = "write it into program.yaml by hand, if people should know it"
            yield Fault(f"left out {quoted(key)} at {path}{times}: it is no key of this format", Place(self.file), hint)
        if self.derived:
            times = "1 time that is" if self.derived == 1 else f"{self.derived} times that are"
            hint = "a program says only what is sure; add what you know"
            yield Fault(f"left out {times} marked as not stated", Place(self.file), hint)


@dataclass(frozen=True, slots=True)
class Node:
    """A value, and the way to it: "days[0].items[2].start".

    A value of the wrong type becomes a fault in `findings` and then counts as missing; so does null without a fault.
    """

    value: Any
    findings: Findings
    path: str = ""

    def __getitem__(self, key: str) -> Node:
        inside = self.value.get(key) if isinstance(self.value, dict) else None
        return Node(inside, self.findings, f"{self.path}.{key}" if self.path else key)

    @property
    def given(self) -> bool:
        """Whether there is anything."""
        return self.value is not None

    def record(self, known: Collection[str]) -> Node:
        """The value as an object; keys that are not `known` are noted."""
        if self.value is None:
            return self
        if not isinstance(self.value, dict):
            self.expected("an object with keys")
            return self.missing()
        unknown = self.findings.unknown
        for key in self.value:
            if key not in known:
                path, count = unknown.get(key, (self[key].path, 0))
                unknown[key] = path, count + 1
        return self

    def items(self) -> list[Node]:
        """The values of a list."""
        if self.value is None:
            return []
        if not isinstance(self.value, list):
            self.expected("a list")
            return []
        return [Node(item, self.findings, f"{self.path}[{number}]") for number, item in enumerate(self.value)]

    def text(self) -> str:
        """A text; a number is one too."""
        if self.value is None:
            return ""
        if isinstance(self.value, str):
            return self.value
        if isinstance(self.value, (int, float)) and not isinstance(self.value, bool):
            return str(self.value)
        self.expected("a text")
        return ""

    def texts(self) -> tuple[str, ...]:
        """A list of texts; a single one is a list of one."""
        if isinstance(self.value, str):
            return (self.value,)
        return tuple([text for item in self.items() if (text := item.text())])

    def flag(self, usual: bool) -> bool:
        """True or false; `usual` where nothing is given."""
        if self.value is None or isinstance(self.value, bool):
            return usual if self.value is None else self.value
        self.expected("true or false")
        return usual

    def number(self) -> float | None:
        """A number."""
        if self.value is None:
            return None
        if isinstance(self.value, (int, float)) and not isinstance(self.value, bool) and abs(self.value) < 1e9:
            return self.value
        self.expected("a number")
        return None

    def whole(self) -> int | None:
        """A whole number above zero."""
        number = self.number()
        if number is None or (number > 0 and number == int(number)):
            return None if number is None else int(number)
        self.expected("a whole number above zero")
        return None

    def read(self, reader: Callable[[str], T]) -> T | None:
        """What a reader makes of a text; its fault is one of this place."""
        text = self.text()
        if not text:
            return None
        try:
            return reader(text)
        except BookletError as error:
            self.refuse(error.faults[0].what, error.faults[0].hint)
            return None

    def refuse(self, what: str, hint: str = "") -> None:
        """Note a fault of this value."""
        where = Place(self.findings.file)
        self.findings.faults.append(Fault(f"{self.path}: {what}" if self.path else what, where, hint))

    def expected(self, what: str) -> None:
        """Note that this value is of the wrong type."""
        self.refuse(f"expected {what}, found {_named(self.value)}", "correct it there, or leave it out")

    def missing(self) -> Node:
        """The same place with nothing there."""
        return Node(None, self.findings, self.path)


def _named(value: Any) -> str:  # noqa: ANN401 - whatever stands in the file
    match value:
        case None:
            return "nothing"
        case bool():
            return "true" if value else "false"
        case str():
            return quoted(value)
        case list():
            return "a list"
        case dict():
            return "an object with keys"
        case _:
            return quoted(str(value)[:100])
