"""The one door to what agendas and exports say of people."""

from __future__ import annotations

from booklet.manuscripts import people_lists
from booklet.model.program import Speaker


def test_people_lists_reads_people_and_titles_alike() -> None:
    expected = (Speaker("Ann Lee", "", "MIT"),)

    assert people_lists.read_people("Ann Lee (MIT)") == expected
    assert people_lists.split_by("Ann Lee (MIT): Graphs").speakers == expected
    assert people_lists.joint_with("joint with Ann Lee (MIT)") == expected
