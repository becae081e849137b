from __future__ import annotations

from dataclasses import replace

import pytest

from booklet.manuscripts.manuscript import Manuscript
from booklet.model.program import Committee, Profile, Speaker, Track, Venue
from booklet.scribe.update import update
from booklet.scribe.write import program_yaml
from tests.scribe.test_update import SOURCE

ADA, BO = Profile("Ada Abel", bio="She learns."), Profile("Bo Berg", bio="He does, too.")
TRACKS = (Track("Theory", "", "Without data", ()),)
CHAIRS = (Committee("Chairs", (Speaker("Ada Abel"),), ()),)
VENUE = Venue(name="Hall")


def source(*profiles: Profile, **sections: object) -> Manuscript:
    return replace(SOURCE, people={profile.name: profile for profile in profiles}, **sections)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (source(ADA), source(ADA, BO, tracks=TRACKS)),
        (source(ADA), source(replace(ADA, website="https://example.org"), tracks=TRACKS)),
        (source(ADA, BO), source(ADA, tracks=TRACKS)),
        (source(ADA), source(tracks=TRACKS)),
        (source(ADA, committees=CHAIRS), source(ADA, BO, tracks=TRACKS, committees=CHAIRS)),
        (source(ADA, tracks=TRACKS), source(ADA, BO, committees=CHAIRS)),
        (source(tracks=TRACKS), source(ADA, committees=CHAIRS, venue=VENUE)),
        (source(venue=VENUE), source(event=replace(SOURCE.event, host="A Lab"))),
    ],
)
def test_what_comes_and_goes_at_the_border_of_two_sections_stands_in_its_own(old: Manuscript, new: Manuscript) -> None:
    first, second = program_yaml(old).text, program_yaml(new).text

    assert update(first, first, new).text == second
    assert update(second, second, old).text == first


def test_name_with_a_colon_in_it_stays_whole_when_its_value_changes() -> None:
    old, new = source(tracks=(Track("8:30", "#9c4221", "", ()),)), source(tracks=(Track("8:30", "#123456", "", ()),))
    text = program_yaml(old).text

    assert update(text, text, new).text == program_yaml(new).text


def test_people_whose_names_differ_in_capitals_only_are_told_apart() -> None:
    small = Profile("ada abel", bio="Somebody else.")
    old, new = source(ADA, small), source(replace(ADA, bio="She teaches."), small)
    text = program_yaml(old).text

    assert update(text, text, old) == (text, (), ())
    assert update(text, text, new).text == program_yaml(new).text


def test_person_whose_name_is_written_otherwise_is_the_same() -> None:
    text = program_yaml(source(ADA)).text

    updated = update(text, text, source(Profile("ada abel", bio="She teaches.")))

    assert updated.text == text.replace("She learns.", "She teaches.")


@pytest.mark.parametrize("empty", ["speakers:", "speakers: {}", "speakers:  # nobody yet", "speakers:\n  Ada Abel: {}"])
def test_people_come_into_a_section_that_is_empty(empty: str) -> None:
    new = source(ADA, venue=VENUE)
    text = program_yaml(source()).text

    updated = update(f"{text}\n{empty}\n", text, new)

    assert updated.text.replace("speakers:  # nobody yet", "speakers:") == program_yaml(new).text
