from __future__ import annotations

import pytest

from booklet.importers.summaries import talks_in, with_speakers


def _read(titles: list[str]) -> list[tuple[str, list[str]]] | None:
    read = with_speakers(titles)
    return None if read is None else [(title, [who.name for who in people]) for title, people in read]


def test_with_speakers_names_handles_and_groups() -> None:
    titles = [
        "On oaks - Mary Day, bo_ek, @zoe",
        "A - B - John Fox and Ann Lee",
        "Night shift - Theatre of Trees, Paul Green",
        "Soil - Peter Grey, Jr.",
        "Nobody -",
    ]

    assert _read(titles) == [
        ("On oaks", ["Mary Day", "bo_ek", "@zoe"]),
        ("A - B", ["John Fox", "Ann Lee"]),
        ("Night shift", ["Theatre of Trees", "Paul Green"]),
        ("Soil", ["Peter Grey, Jr."]),
        ("Nobody", []),
    ]


def test_with_speakers_affiliations_but_no_nicknames_apart() -> None:
    titles = ["A - Mary Day (University of Ghent)", "B - John Fox (jfox)", "C - Ann Lee", "D - Paul Green"]

    read = with_speakers(titles)

    assert read is not None
    assert [(who.name, who.affiliation) for titled in read[:2] for who in titled.speakers] == [
        ("Mary Day", "University of Ghent"),
        ("John Fox (jfox)", ""),
    ]


@pytest.mark.parametrize(
    "titles",
    [
        ["Session A - Main Hall", "Session B - Main Hall", "Session C - Main Hall", "Session D - Attic"],
        ["Oaks - a survey", "Ash - its uses", "Elm - what is left of it", "Yew - slow growth"],
        ["Oaks", "Ash", "Elm - Mary Day", "Yew"],
        ["Oaks - Mary Day"],
        [],
    ],
)
def test_with_speakers_where_titles_only_have_dashes(titles: list[str]) -> None:
    assert _read(titles) is None


def test_with_speakers_pauses_keep_what_is_behind_them() -> None:
    titles = ["Oaks - Mary Day", "Ash - John Fox", "Elm - Paul Green", "Coffee break - Foyer", "Lunch -"]

    read = _read(titles)

    assert read is not None
    assert read[3:] == [("Coffee break - Foyer", []), ("Lunch", [])]


@pytest.mark.parametrize(
    "description",
    [
        '- "On oaks"\nBy Mary Day and John Fox.\n- "On ash"\nBy Paul Green.',
        "1. On oaks\n   by Mary Day and John Fox\n\n2. On ash\n   by Paul Green",
        "• On oaks (Mary Day and John Fox)\r\n• On ash (Paul Green)",
        "„On oaks“ von Mary Day und John Fox\n„On ash“ von Paul Green",
        "<ul><li>On oaks (Mary Day and John Fox)</li><li>On ash (Paul Green)</li></ul>",
    ],
)
def test_talks_in_a_description_that_is_a_list(description: str) -> None:
    assert [(title, [who.name for who in people]) for title, people in talks_in(description)] == [
        ("On oaks", ["Mary Day", "John Fox"]),
        ("On ash", ["Paul Green"]),
    ]


@pytest.mark.parametrize(
    "description", ["", "We ask why.", "- why\n- how", '"On oaks"', "- On oaks (Mary Day)\nAnd more.", "- x" * 9000]
)
def test_talks_in_any_other_description(description: str) -> None:
    assert talks_in(description) == ()
