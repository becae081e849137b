"""The formats that a program is exported to, as data, so that the command line need not load their writers."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias, get_args

FormatName: TypeAlias = Literal["json", "csv", "xlsx", "ics", "xml"]
"""A format: the ending of its files."""

FORMATS: Final[tuple[FormatName, ...]] = get_args(FormatName)
"""Every format."""
