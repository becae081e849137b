"""Several sources of one event become one: which paper is given to which slot, and what is said where they differ."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from booklet.errors import Fault, Place
from booklet.manuscripts.joining import combined, join
from booklet.manuscripts.manuscript import Entry, Manuscript, no_event
from booklet.model.program import Kind, Profile, Speaker, Venue

DAY = datetime.date(2026, 3, 2)


def _slot(title: str, *names: str, start: int = 540, ident: str = "", abstract: str = "", room: str = "") -> Entry:
    speakers = tuple(map(Speaker, names))
    end = start + 30
    return Entry(
        kind="talk",
        title=title,
        date=DAY,
        start=start,
        end=end,
        speakers=speakers,
        ident=ident,
        abstract=abstract,
        room=room,
    )


def _paper(title: str, *names: str, ident: str = "", abstract: str = "We show.") -> Entry:
    return Entry(kind="talk", title=title, speakers=tuple(map(Speaker, names)), ident=ident, abstract=abstract)


def _agenda(*entries: Entry, papers: tuple[Entry, ...] = (), report: tuple[Fault, ...] = ()) -> Manuscript:
    return Manuscript(event=no_event("Trees"), entries=entries, papers=papers, report=report)


def _papers(*papers: Entry) -> Manuscript:
    return Manuscript(event=no_event(), papers=papers)


def _given(manuscript: Manuscript) -> dict[str, str]:
    """The abstract of each entry and of each talk inside one, by its title."""
    parts = [part for entry in manuscript.entries for part in (entry, *entry.entries)]
    return {part.title: part.abstract for part in parts}


def test_join_one_source_is_itself() -> None:
    agenda = _agenda(_slot("Cuts", "Ann Lee"), _slot("Walks", "Bo Ek", start=600))

    assert join([agenda]) == agenda


@pytest.mark.parametrize(
    ("slot", "paper"),
    [
        pytest.param(_slot("Cuts", ident="7"), _paper("Something else", ident="7"), id="the same id"),
        pytest.param(_slot("Cuts in Trees"), _paper("Cuts in Trees"), id="the same title"),
        pytest.param(_slot("Cuts in Trees"), _paper("CUTS IN TREES."), id="but for case and punctuation"),
        pytest.param(_slot("Théorie des arbres"), _paper("Theorie des arbres"), id="but for accents"),
        pytest.param(_slot("On $k$-cuts"), _paper("On k-cuts"), id="but for marks of formulas"),
        pytest.param(_slot("Cuts", "Ann Lee"), _paper("Cuts in trees", "Ann Lee"), id="a part, the same speaker"),
        pytest.param(_slot("Cuts in the trees", "Ann Lee"), _paper("Cuts in a tree", "Ann Lee"), id="like, the same"),
        pytest.param(_slot("Minimal cuts in trees"), _paper("Minimum cuts in trees"), id="nearly the same"),
        pytest.param(_slot("To be announced", "Ann Lee"), _paper("Cuts in trees", "Ann Lee"), id="the only talk"),
        pytest.param(_slot("", "Ann Lee"), _paper("Cuts in trees", "Ann Lee"), id="no title yet"),
    ],
)
def test_join_gives_a_paper_its_slot(slot: Entry, paper: Entry) -> None:
    other = _slot("Walks in graphs", "Bo Ek", start=600)

    joined = join([_agenda(slot, other), _papers(paper)])

    assert [entry.abstract for entry in joined.entries] == ["We show.", ""]
    assert joined.papers == ()
    assert joined.entries[0].title == (slot.title or paper.title)


@pytest.mark.parametrize(
    "paper",
    [
        pytest.param(_paper("Quivers", "Cy Fox"), id="nothing is the same"),
        pytest.param(_paper("Cuts", "Cy Fox"), id="a part of a title, another speaker"),
        pytest.param(_paper("", "Cy Fox"), id="no title, another speaker"),
    ],
)
def test_join_a_paper_without_a_slot_stays_one_and_is_reported(paper: Entry) -> None:
    joined = join([_agenda(_slot("Cuts in trees", "Ann Lee")), _papers(paper)])

    assert joined.papers == (paper,)
    assert [entry.abstract for entry in joined.entries] == [""]
    assert [fault.what for fault in joined.report] == [f"no slot was found for {paper.title or 'Cy Fox'!r}"]


def test_join_the_id_goes_before_the_title() -> None:
    agenda = _agenda(_slot("Cuts", ident="1"), _slot("Walks", ident="2", start=600))

    joined = join([agenda, _papers(_paper("Cuts", ident="2", abstract="Two."), _paper("Walks", ident="1"))])

    assert _given(joined) == {"Cuts": "We show.", "Walks": "Two."}


def test_join_of_two_with_one_title_the_speaker_tells() -> None:
    agenda = _agenda(_slot("Opening", "Ann Lee"), _slot("Opening", "Bo Ek", start=600))

    joined = join([agenda, _papers(_paper("Opening", "Bo Ek"))])

    assert [entry.abstract for entry in joined.entries] == ["", "We show."]


def test_join_a_slot_is_given_once() -> None:
    joined = join([_agenda(_slot("Cuts")), _papers(_paper("Cuts", abstract="One."), _paper("Cuts", abstract="Two."))])

    assert [entry.abstract for entry in joined.entries] == ["One."]
    assert [paper.abstract for paper in joined.papers] == ["Two."]


def test_join_somebody_with_two_talks_decides_nothing() -> None:
    agenda = _agenda(_slot("Quivers", "Ann Lee"), _slot("Walks", "Ann Lee", start=600))

    joined = join([agenda, _papers(_paper("Cuts in trees", "Ann Lee"))])

    assert [paper.title for paper in joined.papers] == ["Cuts in trees"]


def test_join_somebody_with_two_papers_decides_nothing() -> None:
    papers = _papers(_paper("Cuts in trees", "Ann Lee"), _paper("Walks", "Ann Lee"))

    assert len(join([_agenda(_slot("Quivers", "Ann Lee")), papers]).papers) == 2


def test_join_a_paper_given_for_its_speaker_is_reported() -> None:
    joined = join([_agenda(_slot("Quivers", "Ann Lee")), _papers(_paper("Cuts in trees", "Ann Lee"))])

    assert joined.report == (
        Fault(
            "the abstract 'Cuts in trees' was given to 'Quivers', since the speaker is the same",
            None,
            "move it if it belongs elsewhere",
        ),
    )


def test_join_no_pause_gets_a_paper() -> None:
    lunch = Entry(kind="lunch", title="Lunch", date=DAY, start=720, end=780)

    joined = join([_agenda(lunch), _papers(_paper("Lunch"))])

    assert (joined.entries, len(joined.papers)) == ((lunch,), 1)


def test_join_finds_talks_inside_sessions() -> None:
    session = Entry(
        kind="session", title="Trees", date=DAY, start=540, end=660, entries=(_slot("Cuts"), _slot("Walks", start=570))
    )

    joined = join([_agenda(session), _papers(_paper("Walks"))])

    assert _given(joined) == {"Trees": "", "Cuts": "", "Walks": "We show."}


def test_join_a_page_with_its_own_papers() -> None:
    page = _agenda(_slot("Cuts"), papers=(_paper("Cuts"),))

    joined = join([page])

    assert (_given(joined), joined.papers) == ({"Cuts": "We show."}, ())


def test_join_what_two_sources_have_is_one_entry() -> None:
    mine, theirs = _slot("Cuts", "Ann Lee", room=""), _slot("Cuts", abstract="We show.")

    joined = join([_agenda(mine), _agenda(theirs, _slot("Walks", start=600))])

    assert [(entry.title, entry.abstract, len(entry.speakers)) for entry in joined.entries] == [
        ("Cuts", "We show.", 1),
        ("Walks", "", 0),
    ]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(_slot("Cuts", start=600), id="another time"),
        pytest.param(_slot("Cuts", room="B"), id="another room"),
        pytest.param(_slot("Walks"), id="another title"),
        pytest.param(replace(_slot("Cuts"), date=DAY + datetime.timedelta(days=1)), id="another day"),
    ],
)
def test_join_what_differs_in_time_title_or_room_are_two_entries(other: Entry) -> None:
    joined = join([_agenda(_slot("Cuts", room="A")), _agenda(other)])

    assert len(joined.entries) == 2


def test_join_twice_in_one_source_stays_twice() -> None:
    agenda = _agenda(_slot("Cuts"), _slot("Cuts"))

    assert len(join([agenda, _agenda(_slot("Walks", start=600))]).entries) == 3


def test_join_sorts_by_day_and_time() -> None:
    joined = join([_agenda(_slot("Walks", start=600)), _agenda(_slot("Cuts", start=540))])

    assert [entry.title for entry in joined.entries] == ["Cuts", "Walks"]


def test_join_takes_what_the_first_source_lacks() -> None:
    first = Manuscript(event=no_event(), halves=False, people={"Ann Lee": Profile("Ann Lee", bio="One.")})
    second = replace(
        _agenda(_slot("Cuts")),
        halves=True,
        venue=Venue(name="Hall"),
        people={"Ann Lee": Profile("Ann Lee", bio="Two."), "Bo Ek": Profile("Bo Ek")},
        day_titles={DAY: "Tutorials"},
        asks=(Fault("which year?"),),
    )

    joined = join([first, second])

    assert (joined.event.title, joined.venue.name, joined.halves) == ("Trees", "Hall", True)
    assert {name: profile.bio for name, profile in joined.people.items()} == {"Ann Lee": "One.", "Bo Ek": ""}
    assert (joined.day_titles, joined.asks) == ({DAY: "Tutorials"}, (Fault("which year?"),))


def test_join_keeps_every_report_in_order() -> None:
    first, second = Fault("one", Place("a", 3)), Fault("two", Place("b", 1))

    joined = join([_agenda(_slot("Cuts"), report=(first,)), _agenda(report=(second,))])

    assert joined.report == (first, second)


def test_combined_fills_gaps_and_the_first_counts() -> None:
    report: list[Fault] = []
    one = replace(_slot("Cuts", "Ann Lee", room="A"), end=None, remarks=("a",))
    other = replace(_slot("Other", room="B", abstract="We show."), track="T", remarks=("a", "b"), where=Place("b", 2))

    made = combined(one, other, report)

    assert made == replace(one, end=570, abstract="We show.", track="T", remarks=("a", "b"))
    assert [(fault.what, fault.where) for fault in report] == [
        ("'Cuts' has two times, '09:00' and '09:00-09:30'; the first was taken", Place("b", 2)),
        ("'Cuts' has two rooms, 'A' and 'B'; the first was taken", Place("b", 2)),
    ]


def test_combined_an_end_belongs_to_its_beginning() -> None:
    one, other = replace(_slot("Cuts", start=600), end=None), _slot("Cuts", start=540)

    assert combined(one, other, []).end is None


def test_combined_people_are_told_more_and_the_others_have_written_it_too() -> None:
    one = replace(_slot("Cuts"), speakers=(Speaker("Ann Lee"),))
    other = replace(_slot("Cuts"), speakers=(Speaker("Ann LEE", "Dr", "MIT"), Speaker("Bo Ek")))

    made = combined(one, other, [])

    assert (made.speakers, made.coauthors) == ((Speaker("Ann Lee", "Dr", "MIT"),), (Speaker("Bo Ek"),))


def test_combined_without_speakers_takes_those_of_the_other() -> None:
    made = combined(_slot("Cuts"), replace(_slot("Cuts", "Ann Lee"), coauthors=(Speaker("Bo Ek"),)), [])

    assert (made.speakers, made.coauthors) == ((Speaker("Ann Lee"),), (Speaker("Bo Ek"),))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("talk", "keynote", "keynote"), ("talk", "other", "talk"), ("panel", "talk", "panel"), ("talk", "talk", "talk")],
)
def test_combined_the_more_telling_kind(one: Kind, other: Kind, expected: Kind) -> None:
    made = combined(replace(_slot("Cuts"), kind=one), replace(_slot("Cuts"), kind=other), [])

    assert made.kind == expected


_TITLES = st.sampled_from(["", "Cuts", "Cuts in trees", "Walks", "Walks in graphs", "Quivers"])
_NAMES = st.lists(st.sampled_from(["Ann Lee", "Bo Ek", "Cy Fox"]), max_size=2, unique=True)
_IDENTS = st.sampled_from(["", "", "1", "2"])


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.lists(st.tuples(_TITLES, _NAMES, _IDENTS), max_size=5),
    st.lists(st.tuples(_TITLES, _NAMES, _IDENTS), max_size=5),
)
def test_join_loses_and_doubles_no_abstract(
    slots: list[tuple[str, list[str], str]], papers: list[tuple[str, list[str], str]]
) -> None:
    agenda = _agenda(
        *(_slot(title, *names, ident=ident, start=540 + 30 * at) for at, (title, names, ident) in enumerate(slots))
    )
    abstracts = [
        _paper(title, *names, ident=ident, abstract=f"Abstract {at}.")
        for at, (title, names, ident) in enumerate(papers)
    ]

    joined = join([agenda, _papers(*abstracts)])

    found = [entry.abstract for entry in (*joined.entries, *joined.papers) if entry.abstract]
    assert sorted(found) == [paper.abstract for paper in abstracts]
    assert [entry.start for entry in joined.entries] == [entry.start for entry in agenda.entries]
