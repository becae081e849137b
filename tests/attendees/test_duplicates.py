"""The same ticket is made once; everything else that is alike is made, and told with its lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from booklet.attendees.duplicates import distinct
from booklet.model.attendees import Attendee


def who(name: str, line: int, *, email: str = "", ident: str = "") -> Attendee:
    return Attendee(name, email=email, ident=ident, line=line)


def whats(*people: Attendee) -> list[str]:
    return [fault.what for fault in distinct(people, "list.csv").faults]


def test_the_same_ticket_is_made_once() -> None:
    found = distinct(
        [who("Ana Lima", 2, ident="7"), who("ana lima", 3, ident="7"), who("Bo Ek", 4, ident="8")], "list.csv"
    )

    assert [one.line for one in found.attendees] == [2, 4]
    assert found.again == 1
    assert [fault.what for fault in found.faults] == [
        "the ticket of 'Ana Lima' stands here 2 times (lines 2, 3); one badge is made"
    ]


def test_a_number_of_several_people_is_told_and_all_are_made() -> None:
    found = distinct([who("Ana Lima", 2, ident="7"), who("Bo Ek", 3, ident="7")], "list.csv")

    assert len(found.attendees) == 2
    assert [fault.what for fault in found.faults] == [
        "'Ana Lima', 'Bo Ek' have the same ticket number (lines 2, 3); all badges are made"
    ]


def test_a_buyer_who_stands_for_guests_is_told() -> None:
    people = [who("Ana Lima", line, email="ana@example.org", ident=str(line)) for line in (4, 5, 6)]

    assert len(distinct(people, "list.csv").attendees) == 3
    assert whats(*people) == [
        "'Ana Lima' stands in the list 3 times (lines 4, 5, 6): one buyer's name for guests who have not given theirs? "
        "All badges are made"
    ]


def test_one_name_with_two_addresses_is_told() -> None:
    assert whats(who("Ana Lima", 2, email="a@example.org"), who("Ana Lima", 9, email="b@example.org")) == [
        "'Ana Lima' stands in the list 2 times (lines 2, 9), with different e-mail addresses: several people, or one "
        "who registered again? All badges are made"
    ]


def test_names_that_are_nearly_alike_are_told() -> None:
    assert whats(
        who("José Núñez", 2),
        who("jose nunez", 3),
        who("Eva Siegel", 4),
        who("Eva Siegal", 5),
        who("R. Smith", 6, email="r@example.org"),
        who("Robert Smith", 7, email="R@example.org"),
    ) == [
        "'José Núñez' and 'jose nunez' may be one person (lines 2, 3); both badges are made",
        "'Eva Siegel' and 'Eva Siegal' may be one person (lines 4, 5); both badges are made",
        "'R. Smith' and 'Robert Smith' may be one person (lines 6, 7); both badges are made",
    ]


def test_different_people_are_not_told() -> None:
    assert (
        whats(
            who("Wei Liu", 2),
            who("Wei Lu", 3),
            who("Ana Lima", 4, email="office@example.org"),
            who("Bo Ek", 5, email="office@example.org"),
            who("Jan Hansen", 6),
            who("Jan Jansen", 7),
            who("王伟", 8),
            who("王芳", 9),
        )
        == []
    )


def test_many_alike_are_counted() -> None:
    faults = whats(*(who(f"Eva Family{chr(97 + at)}", at + 2) for at in range(26)))

    assert len(faults) == 31
    assert faults[-1].endswith("more pairs of names are alike")


@given(
    st.lists(
        st.tuples(st.sampled_from(["Ana Lima", "ana lima", "Bo", ""]), st.sampled_from(["", "1", "2"])), max_size=9
    )
)
def test_nobody_is_lost(rows: list[tuple[str, str]]) -> None:
    people = [who(name, line, ident=ident) for line, (name, ident) in enumerate(rows, 2)]
    found = distinct(people, "list.csv")

    assert len(found.attendees) + found.again == len(people)
    assert {(one.name.lower(), one.ident) for one in found.attendees} == {
        (one.name.lower(), one.ident) for one in people
    }
