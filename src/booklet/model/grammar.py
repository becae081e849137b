"""What a YAML parser complains about, in the words of someone who has never heard of YAML."""

from __future__ import annotations

import re
from typing import Any, Final, TypeAlias

import yaml

from booklet.errors import Fault, Place

Event: TypeAlias = Any
"""An event of the parser, or None; a bare type, since PyYAML's own types hold that an event may have no place."""

_QUOTE_IT: Final = 'put the whole text in quotes, as in title: "Learning: a survey"'

_CLOSE_IT: Final = "end the text with the same quote; a quote within it is of the other kind, as in \"the 'best' talk\""

_ALIGN: Final = "lines that belong together begin in the same column; compare it with the lines above"

TOO_DEEP: Final = "lists and keys lie in one another deeper than any program needs"

UNNEST: Final = "look for a '[' or '{' too many; a text that begins with one of them is put in quotes"

_TIGHT_COLON: Final = re.compile(r"\s*(?:- )?[\w-]+(:)[^\s/]")
"""A line whose key has no space after its colon."""

_TIGHT_DASH: Final = re.compile(r"\s*(-)\w+:")
"""A line whose dash has no space after it."""


def explain(file: str, text: str, error: yaml.MarkedYAMLError, last: Event) -> Fault:
    """Say what is wrong with the writing of a file.

    Args:
        file: the name for the message.
        text: the file's content.
        error: what the parser says.
        last: the last event before it, or None.

    Returns:
        A fault at the place that has to be changed, which is not always the place at which the parser gave up.
    """
    mark, context = error.problem_mark, error.context_mark
    problem = error.problem or ""
    if mark is None:
        return Fault("the file cannot be understood", Place(file), _ALIGN)
    char = text[mark.index : mark.index + 1]
    if "nesting depth" in problem:
        return _fault(file, mark, TOO_DEEP, UNNEST)
    if char == "\t" or "tab character" in problem:
        hint = "replace the tab by spaces; most editors can be told to write spaces for the Tab key"
        return _fault(file, mark, "here stands a tab, where only spaces may stand", hint)
    if "mapping values are not allowed" in problem:
        return _colon(file, text, mark)
    if "quoted scalar" in (error.context or "") and context is not None:
        return _quoted(file, problem, mark, context)
    if "did not find expected key" in problem or "'-' indicator" in problem:
        return _misfit(file, mark, last)
    if "',' or" in problem and context is not None:
        sign = text[context.index]
        close = "]" if sign == "[" else "}"
        hint = (
            f"close it with '{close}', and look for a comma that is missing; a text that begins with '{sign}' is quoted"
        )
        return _fault(file, context, f"the '{sign}' that opens here is not closed", hint)
    return _other(file, error, mark, char)


def _colon(file: str, text: str, mark: yaml.Mark) -> Fault:
    """A colon where none may be: in a text, or in a line that the parser took for the rest of the line above."""
    start = mark.index - mark.column
    line = text[start:].split("\n", 1)[0]
    if ": " in text[start : mark.index]:
        return _fault(file, mark, "a text that holds a colon and a space must be in quotes", _QUOTE_IT)
    above = text[:start].rstrip("\r\n").rpartition("\n")[2]
    if tight := _TIGHT_COLON.match(above):
        place = Place(file, mark.line, tight.start(1) + 1)
        return Fault("a space is missing after this colon", place, "write 'key: text', not 'key:text'")
    if tight := _TIGHT_DASH.match(above):
        place = Place(file, mark.line, tight.start(1) + 1)
        return Fault("a space is missing after this dash", place, "write '- date: …', not '-date: …'")
    place = Place(file, mark.line + 1, len(line) - len(line.lstrip()) + 1)
    what = "this line is indented as if it went on with the text of the line above"
    return Fault(what, place, f"{_ALIGN}; if it does go on with that text, put the text in quotes")


def _quoted(file: str, problem: str, mark: yaml.Mark, context: yaml.Mark) -> Fault:
    if "escape" in problem or "hexdecimal" in problem or "hexadecimal" in problem:
        hint = "write the backslash twice, or use '…' in place of \"…\": there a backslash is just a backslash"
        return _fault(file, mark, 'within "…" a backslash has a meaning of its own, and here it has none', hint)
    return _fault(file, context, "the quote that opens here is never closed", _CLOSE_IT)


def _misfit(file: str, mark: yaml.Mark, last: Event) -> Fault:
    """A line that belongs to nothing; or a quote before it that closed too early or too late."""
    quoted = isinstance(last, yaml.ScalarEvent) and last.style in {"'", '"'}
    if quoted and last.end_mark.line > last.start_mark.line:
        what = f"the quote that opens here is only closed in line {last.end_mark.line + 1}"
        return _fault(file, last.start_mark, what, _CLOSE_IT)
    if quoted and last.end_mark.line == mark.line:
        what = "the text goes on after the quote that closes it"
        hint = (
            'put the whole text in quotes, of the kind that it does not hold: "Newton\'s method", \'"Deep" learning\''
        )
        return _fault(file, mark, what, hint)
    return _fault(file, mark, "this line is not indented like the lines it belongs to", _ALIGN)


def _other(file: str, error: yaml.MarkedYAMLError, mark: yaml.Mark, char: str) -> Fault:
    problem, context_of, context = error.problem or "", error.context or "", error.context_mark
    if "could not find expected ':'" in problem:
        hint = "a line looks like 'key: text'; the further lines of a text are indented more than its key"
        return _fault(file, context or mark, "this line has no key", hint)
    if "comment or line break" in problem:
        hint = "begin the text in the next line, indented"
        return _fault(file, mark, "nothing may follow the bar in its line", hint)
    if "block sequence entries" in problem:
        hint = 'put each "- " in a line of its own, below the key; a text that begins with a dash is put in quotes'
        return _fault(file, mark, "a list cannot begin in the line of its key", hint)
    if "alphabetic or numeric" in problem:
        sign = "&" if "anchor" in context_of else "*"
        return _fault(
            file, context or mark, f"a text cannot begin with '{sign}'", f'put the whole text in quotes: "{sign}…"'
        )
    if "start any token" in problem or "node content" in problem or "directive" in problem:
        sign = "%" if "directive" in problem else char
        return _fault(file, mark, f"a text cannot begin with '{sign}'", f'put the whole text in quotes: "{sign}…"')
    if "document start" in problem:
        return _fault(file, mark, "the program has ended above, and something follows", "delete the line '...' above")
    return _fault(file, context or mark, "this cannot be understood", _ALIGN)


def _fault(file: str, mark: yaml.Mark, what: str, hint: str) -> Fault:
    return Fault(what, Place(file, mark.line + 1, mark.column + 1), hint)
