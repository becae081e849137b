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
    found = list(broken_rules(source.tree))
    try:
        file = File.model_validate(source.tree, context={"folder": path.parent})
    except ValidationError as error:
        raise BookletError(placed([*found, *problems(error)], source)) from None
    if found:
        raise BookletError(placed(found, source))
    program, misread = build(file, path)
    if misread:
        raise BookletError(placed(misread, source))
    return program, source
