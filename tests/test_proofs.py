"""The workshop's booklet, mark by mark, as it was last looked at and found good.

After a change that is meant, look at the difference and accept it: pytest tests/test_proofs.py --accept
"""

from __future__ import annotations

from difflib import unified_diff
from itertools import islice
from pathlib import Path
from typing import Final

import pytest

from booklet.editions import EDITIONS
from booklet.make import edition_of
from booklet.press.proof import proof
from tests.books import Library

PROOFS: Final = Path(__file__).parent / "proofs"

SHOWN: Final = 60
"""Lines of a difference that are printed; the rest is seen with git diff after --accept."""


def test_workshop_screen_edition_is_as_it_was_accepted(library: Library, request: pytest.FixtureRequest) -> None:
    path = PROOFS / "workshop.txt"
    now = proof(edition_of(library.book("workshop").book, EDITIONS["screen"]))
    if request.config.getoption("--accept"):
        path.write_text(now, encoding="utf-8", newline="\n")

    then = path.read_text(encoding="utf-8")

    difference = unified_diff(then.splitlines(), now.splitlines(), "accepted", "now", lineterm="", n=1)
    assert "\n".join(islice(difference, SHOWN)) == ""
