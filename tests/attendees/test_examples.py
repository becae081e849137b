"""The examples in the docstrings of the room of attendees are true."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import booklet.attendees


@pytest.mark.parametrize("name", [module.name for module in pkgutil.iter_modules(booklet.attendees.__path__)])
def test_examples_are_true(name: str) -> None:
    assert doctest.testmod(importlib.import_module(f"booklet.attendees.{name}")).failed == 0
