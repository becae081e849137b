"""A source as it was loaded, and what every reader of a format looks like."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final, NamedTuple

from booklet.errors import Fault
from booklet.importers.xml import root_tag
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
            return json.loads(_ESCAPE.sub(_whole, self.text) if "\\u" in self.text else self.text)
        except (ValueError, RecursionError):
            return None

    @cached_property
    def xml_tag(self) -> str:
        """The name of the first element of the text, with its prefix; "" if the text does not begin with one."""
        return root_tag(self.text)


_ESCAPE: Final = re.compile(
    r"\\\\|(?P<pair>\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|(?P<half>\\u[dD][89a-fA-F][0-9a-fA-F]{2})"
)


def _whole(found: re.Match[str]) -> str:
    """An escape of JSON; half of a UTF-16 pair by itself stands for no character, and no file could hold it."""
    return r"\ufffd" if found["half"] else found[0]


class Format(NamedTuple):
    """A format that sources come in.

    `name` is what `--format` takes, `title` what messages call it. `recognise` tells by the content whether a source is
    of the format; it never raises. `read` reads it, and raises nothing but `BookletError`.
    """

    name: str
    title: str
    recognise: Callable[[Material], bool]
    read: Callable[[Material, Asked], Manuscript]
