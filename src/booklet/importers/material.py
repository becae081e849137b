"""A source as it was loaded, and what every reader of a format looks like."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from booklet.errors import Fault
from booklet.manuscripts.asked import Asked
from booklet.manuscripts.manuscript import Manuscript


@dataclass(frozen=True)
class Material:
    """A source that was loaded.

    `name` is how messages name it (a path, "-" or a URL). `data` are its bytes, and `text` its characters where it is
    a text, else "". `members` are the files of a folder or archive by their names; then `data` and `text` are empty.
    `report` is what loading has to say (a guessed encoding). Parsed forms are made once and shared by all that look.
    """

    name: str
    data: bytes = b""
    text: str = ""
    members: Mapping[str, Material] = field(default_factory=dict)
    report: tuple[Fault, ...] = ()

    @cached_property
    def json(self) -> Any:  # noqa: ANN401 - whatever stands in the file
        """The text as JSON, or None if it is none."""
        if self.text.lstrip()[:1] not in ("{", "["):
            return None
        try:
            return json.loads(self.text)
        except (ValueError, RecursionError):
            return None


class Format(NamedTuple):
    """A format that sources come in.

    `name` is what `--format` takes, `title` what messages call it. `recognise` tells by the content whether a source is
    of the format; it never raises. `read` reads it, and raises nothing but `BookletError`.
    """

    name: str
    title: str
    recognise: Callable[[Material], bool]
    read: Callable[[Material, Asked], Manuscript]
