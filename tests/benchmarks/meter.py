"""Run `booklet make` in this process and print what each library and each stage costs; started by stages.py.

Usage: python meter.py PROGRAM FOLDER

It imports next to nothing itself, so that what the command imports is counted.
"""

from __future__ import annotations

import builtins
import sys
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

LIBRARIES = {
    "booklet", "click", "yaml", "pydantic", "uharfbuzz", "pyphen", "babel", "segno", "reportlab", "pikepdf", "PIL",
    "fontTools",
}  # fmt: skip
"""What is counted by itself; whatever else is imported counts for the one of these that asked for it."""

STAGES = (
    ("read: yaml", "booklet.model.source", "Source.read"),
    ("read: schema", "booklet.model.schema", "File.model_validate"),
    ("read: the rest", "booklet.make", "read_program"),
    ("check", "booklet.make", "check"),
    ("fonts opened", "booklet.make", "make_desk"),
    ("set: shaping", "booklet.text.faces", "Face.shape"),
    ("set: hyphens", "booklet.text.typesetter", "divisions"),
    ("set: breaking", "booklet.text.paragraphs", "fit"),
    ("set: QR code", "booklet.parts.back", "qr"),
    ("set: art", "booklet.parts.cover", "wrapped_art"),
    ("set: art", "booklet.parts.back", "wrapped_art"),
    ("set: map", "booklet.parts.places", "fit_picture"),
    ("set: the rest", "booklet.make", "set_book"),
    ("draw: screen", "booklet.pdf.write", "write_book"),
    ("draw: print", "booklet.pdf.sheets", "write_sheets"),
    ("save: fonts", "booklet.pdf.write", "embed_face"),
    ("save: screen", "booklet.pdf.write", "assemble"),
    ("save: print", "booklet.pdf.sheets", "assemble"),
)
"""Stages and the function that each of them is, as its caller finds it; one inside another counts only once."""


class Meter:
    """CPU time by label in seconds; what is measured inside something else is not counted there."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self._running = ["other"]
        self._since = time.process_time()

    def enter(self, label: str) -> None:
        """Count for this label from now on."""
        self._count()
        self._running.append(label)

    def leave(self) -> None:
        """Count for the label before it again."""
        self._count()
        self._running.pop()

    def import_label(self, name: str) -> str:
        """What an import counts for."""
        top = name.partition(".")[0]
        if top in LIBRARIES:
            return f"import: {top}"
        return self._running[-1] if self._running[-1].startswith("import") else "import: (rest)"

    def _count(self) -> None:
        now = time.process_time()
        label = self._running[-1]
        self.spent[label] = self.spent.get(label, 0.0) + now - self._since
        self._since = now


def measure_imports(meter: Meter) -> None:
    """Count every import from now on."""
    real = builtins.__import__

    def measured(name: str, *arguments: Any, **named: Any) -> Any:
        relative = len(arguments) > 3 and arguments[3]
        meter.enter(meter.import_label(arguments[0]["__package__"] if relative else name))
        try:
            return real(name, *arguments, **named)
        finally:
            meter.leave()

    builtins.__import__ = measured


def measure_stages(meter: Meter) -> None:
    """Count every stage from now on."""
    for label, module, path in STAGES:
        __import__(module)
        holder: Any = sys.modules[module]
        *outer, name = path.split(".")
        for part in outer:
            holder = getattr(holder, part)
        setattr(holder, name, _timed(meter, label, getattr(holder, name)))


def _timed(meter: Meter, label: str, function: Callable[..., Any]) -> Callable[..., Any]:
    def timed(*arguments: Any, **named: Any) -> Any:
        meter.enter(label)
        try:
            return function(*arguments, **named)
        finally:
            meter.leave()

    return timed


def main() -> None:
    """Make the booklet; print a line for each label, its milliseconds behind a tab."""
    program, out = sys.argv[1:]
    meter = Meter()
    measure_imports(meter)
    from booklet.cli import main as command  # noqa: PLC0415 - it is what is measured

    measure_stages(meter)
    command(["make", program, "-o", out, "--quiet"], standalone_mode=False)
    meter.enter("")
    print("\n".join(f"{label}\t{1000 * seconds:.3f}" for label, seconds in meter.spent.items()))


if __name__ == "__main__":
    main()
