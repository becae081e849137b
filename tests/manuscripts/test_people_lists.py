"""The one door to what agendas and exports say of people."""

from __future__ import annotations

from booklet.manuscripts import people_lists
from booklet.model.program import Speaker


def test_people_lists_reads_people_and_titles_alike() -> None:
    expected = (Speaker("Ann Lee", "", "MIT"),)

    assert people_lists.read_people("Ann Lee (MIT)") == expected
    assert people_lists.split_by("Ann Lee (MIT): Graphs").speakers == expected
    assert people_lists.joint_with("joint with Ann Lee (MIT)") == expected


def test_people_lists_names_the_words_that_lead_to_people() -> None:
    leads = "a cura di|Imparte|Ltg|w|ведущий|司会|moderated by|animé par"

    assert {word.casefold() for lead in leads.split("|") for word in lead.split()} <= people_lists.LEADING_WORDS
