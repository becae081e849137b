"""The way from a file to a Program; read this first."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from booklet.errors import BookletError
from booklet.model.build import build
from booklet.model.problem import placed
from booklet.model.program import Program
from booklet.model.rules import broken_rules
from booklet.model.schema import File
from booklet.model.source import Source
from booklet.model.wording import problems


def read_program(path: Path) -> tuple[Program, Source]:
    """Read a program.

    Args:
        path: the file; pictures are looked for in its folder.

    Returns:
        The program, and its source, which knows where everything stands.

    Raises:
        BookletError: everything that is wrong with the file, in the order in which it stands there.
    """
    source = Source.read(path)
    return _program(source, path, pictures=path.parent), source


def read_program_text(text: str, file: str) -> tuple[Program, Source]:
    """Read a program from its text alone: no file is looked at, so its pictures are paths as they stand there.

    Args:
        text: what a program file holds.
        file: its name for messages.

    Returns:
        The program, in the folder ".", and its source.

    Raises:
        BookletError: everything that is wrong with the text, in the order in which it stands there.
    """
    source = Source(file, text)
    return _program(source, Path("program.yaml"), pictures=None), source


def _program(source: Source, path: Path, *, pictures: Path | None) -> Program:
    """The program that a source says; `pictures` is the folder to look for them in, None to leave them alone."""
    found = list(broken_rules(source.tree))
    try:
        file = File.model_validate(source.tree, context={"folder": pictures})
    except ValidationError as error:
        raise BookletError(placed([*found, *problems(error)], source)) from None
    if found:
        raise BookletError(placed(found, source))
    program, misread = build(file, path)
    if misread:
        raise BookletError(placed(misread, source))
    return program
