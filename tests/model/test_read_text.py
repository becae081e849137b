"""Reading a program from its text alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from booklet.errors import BookletError, Place
from booklet.model.read import read_program_text

TEXT = "event: {title: Meeting}\nvenue: {map: nowhere.svg}\ndays: [{date: 2026-03-03, sessions: [{talk: One}]}]\n"


def test_read_program_text_leaves_pictures_alone() -> None:
    program, _ = read_program_text(TEXT, "sent.yaml")

    assert (program.venue.map, program.folder) == (Path("nowhere.svg"), Path())


def test_read_program_text_names_the_file_in_faults() -> None:
    with pytest.raises(BookletError) as caught:
        read_program_text(TEXT.replace("talk: One", "tlak: One"), "sent.yaml")

    assert [fault.where for fault in caught.value.faults] == [Place("sent.yaml", 3, 39)]
