"""What is true of every update, whatever the source says and the organiser has done (`tests.scribe.chances`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from booklet.model.program import Program
from booklet.scribe.merging import bare
from booklet.scribe.proof import reread
from booklet.scribe.spans import Survey
from booklet.scribe.update import update
from booklet.scribe.write import program_yaml
from tests.scribe.chances import Lot

NO_AGENDA = "\ndays: []"
"""What a program says that has no days yet; no reader takes it, and so no update."""

seeds = st.integers(0, 2**32)
fuzzed = settings(max_examples=25, deadline=None)


def entries(text: str) -> Counter[str]:
    """The days and entries of a program, without their order and places."""
    return Counter(_entries(reread(text)))


def _entries(program: Program) -> Iterator[str]:
    for day in program.days:
        yield f"{day.date} {day.title}"
        for session in day.sessions:
            talks = sorted(repr(bare(talk)) for talk in session.talks)
            yield f"{day.date} {bare(replace(session, talks=()))} {talks}"


def mine(text: str) -> Counter[str]:
    """The values that the organiser wrote."""
    return Counter(
        value
        for day in reread(text).days
        for entry in day.entries
        for value in (entry.room, entry.title, entry.track, entry.abstract, entry.note)
        if "Mine" in value
    )


def remarks(text: str) -> Counter[str]:
    """The remarks that the organiser wrote."""
    return Counter(remark for remark in Survey(text).remarks() if "# mine" in remark)


@fuzzed
@given(seeds)
def test_any_program_is_left_as_it_is_by_the_same_source(seed: int) -> None:
    source = Lot(seed).manuscript()
    text = program_yaml(source).text
    assume(NO_AGENDA not in text)

    assert update(text, text, source)[:2] == (text, ())
    assert update(text, None, source)[:2] == (text, ())


@fuzzed
@given(seeds)
def test_any_program_that_nobody_edited_says_what_the_source_says_now(seed: int) -> None:
    lot = Lot(seed)
    first = lot.manuscript()
    text, second = program_yaml(first).text, lot.next(first)
    new = program_yaml(second).text
    assume(NO_AGENDA not in text + new)

    updated = update(text, text, second)

    assume(not any("cannot be written in its place" in fault.what for fault in updated.faults))
    # A title that is known stays where the source does not know it any more.
    assume(all(session.title for day in reread(new).days for session in day.entries))
    assert entries(updated.text) == entries(new)


@fuzzed
@given(seeds)
def test_any_edit_and_any_remark_survive_any_update_and_the_next_does_nothing(seed: int) -> None:
    lot = Lot(seed)
    first = lot.manuscript()
    text, second = program_yaml(first).text, lot.manuscript() if lot.happens(0.3) else lot.next(first)
    assume(NO_AGENDA not in text)
    current, new = lot.edited(text), program_yaml(second).text

    updated = update(current, text if lot.happens(0.9) else None, second)

    assert not mine(current) - mine(updated.text)
    assert not remarks(current) - remarks(updated.text)
    assert NO_AGENDA in new or update(updated.text, new, second).text == updated.text
