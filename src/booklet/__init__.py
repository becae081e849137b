"""Turns one file, program.yaml, into a finished conference booklet."""

from typing import Final

__version__: Final = "0.1.0"
