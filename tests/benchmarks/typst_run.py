"""Compiles a Typst document: python typst_run.py SOURCE OUT.pdf FONTS, with a Python that has typst (PyPI)."""

from __future__ import annotations

import sys

import typst  # type: ignore[import-not-found]  # only peers have it

source, out, fonts = sys.argv[1:]
typst.compile(source, output=out, font_paths=[fonts])
