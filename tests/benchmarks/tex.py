"""LuaTeX as a yardstick: the same paragraphs, font, measure and word space, broken into lines by TeX."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

_LUA: Final = Path(__file__).with_name("lines.lua")

_DOCUMENT: Final = r"""\documentclass{article}
\usepackage{luaotfload}
\directlua{dofile("%(lua)s")}
\hyphenation{%(hyphens)s}
\begin{document}
\font\body="[%(font)s]:mode=harf;script=latn;language=dflt;+kern;+liga" at %(size)sbp
\body \hsize=%(measure)sbp \parindent=0pt \parskip=0pt \frenchspacing
\spaceskip=%(space)sbp plus %(stretch)sbp minus %(shrink)sbp
\pretolerance=100 \tolerance=%(tolerance)d \linepenalty=10 \hyphenpenalty=50 \exhyphenpenalty=50 \adjdemerits=10000
\doublehyphendemerits=%(double)d \finalhyphendemerits=5000 \emergencystretch=0pt \lefthyphenmin=2 \righthyphenmin=3
%(more)s
%(text)s
\end{document}
"""
"""TeX's own parameters, said aloud (The TeXbook, pp. 348 and 364)."""

_NBSP: Final = "\u00a0"
_REPLACED: Final = {
    **{character: rf"\char`\{character}{{}}" for character in "#$%&_{}~^\\"},
    _NBSP: r"\hbox{\char32}",
    "—": r"—\penalty0{}",
    "/": r"/\penalty0{}",
}
"""Special characters, spaces that do not give, and the breaks that booklet allows after dashes and slashes."""


class Text(NamedTuple):
    """Paragraphs, and words with hyphens where they may be divided, instead of where TeX would."""

    paragraphs: Sequence[str]
    hyphenations: Sequence[str] = ()


class Settings(NamedTuple):
    """A paragraph's surroundings: the font's file and size, the measure, and the word space, in points; the largest
    badness of a line; and more in TeX's words.
    """

    font: Path
    size: float
    measure: float
    space: float
    stretch: float
    shrink: float
    tolerance: int = 200
    double: int = 10_000
    more: str = ""


class BareLine(NamedTuple):
    """A line: the adjustment of its spaces, whether it ends in a hyphen, and what sticks out, in points."""

    ratio: float
    hyphenated: bool
    over: float


def tex_paragraphs(text: Text, settings: Settings) -> list[list[BareLine]]:
    """The lines that LuaTeX makes of paragraphs, without each one's last.

    Raises:
        FileNotFoundError: lualatex is not installed.
    """
    values = settings._asdict() | {"lua": _LUA, "hyphens": " ".join(text.hyphenations)}
    values["text"] = "\n\n".join(_escaped(paragraph) for paragraph in text.paragraphs)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "paragraphs.tex").write_text(_DOCUMENT % values, "utf-8")
        command = ["lualatex", "-interaction=batchmode", "-halt-on-error", "paragraphs.tex"]
        done = subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        if done.returncode:
            raise SystemExit((folder / "paragraphs.log").read_text("utf-8", "replace")[-2000:])
        written = (folder / "paragraphs.lines").read_text("ascii")
    return [[_line(*line.split()) for line in part.splitlines()] for part in written.split("\n\n")[:-1]]


def _line(ratio: str, hyphenated: str, over: str) -> BareLine:
    return BareLine(float(ratio), hyphenated == "1", float(over))


def _escaped(text: str) -> str:
    return "".join(_REPLACED.get(character, character) for character in text)
