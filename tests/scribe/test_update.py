from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from booklet.errors import BookletError
from booklet.manuscripts.manuscript import Entry, Manuscript, no_event
from booklet.model.program import Profile, Speaker, Venue
from booklet.scribe.proof import reread
from booklet.scribe.update import Updated, update
from booklet.scribe.write import program_yaml
from tests.scribe.manuscripts import DAY, NEXT_DAY, entry_of

OPENING = Entry(kind="other", title="Opening", date=DAY, start=540, end=555)
TALK = Entry(kind="talk", title="On Learning", date=DAY, start=555, end=600, speakers=(Speaker("Jane Doe"),), room="A")
BREAK = Entry(kind="break", title="Coffee", date=DAY, start=600, end=615)
INNER = (Entry(kind="talk", title="One"), Entry(kind="talk", title="Two"), Entry(kind="talk", title="Three"))
SESSION = Entry(kind="session", title="Students", date=NEXT_DAY, start=540, end=600, entries=INNER)
LATE = Entry(kind="talk", title="Late", date=NEXT_DAY, start=600, end=660, abstract="One.\n\nTwo.")
SOURCE = Manuscript(event=no_event("Event"), entries=(OPENING, TALK, BREAK, SESSION, LATE))
TEXT = program_yaml(SOURCE).text


def of(*entries: Entry) -> Manuscript:
    return replace(SOURCE, entries=entries)


def edited(*edits: tuple[str, str]) -> str:
    """The program as the organiser has edited it."""
    text = TEXT
    for old, new in edits:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


def diff(old: str, new: str) -> list[str]:
    """The lines that differ."""
    first, second = old.splitlines(), new.splitlines()
    gone, come = list(first), list(second)
    for row in first:
        if row in come:
            come.remove(row)
            gone.remove(row)
    return [*(f"-{row.strip()}" for row in gone), *(f"+{row.strip()}" for row in come)]


def said(updated: Updated) -> tuple[list[str], list[str]]:
    return list(updated.changes), [fault.what for fault in updated.faults]


def test_same_source_changes_nothing() -> None:
    assert update(TEXT, TEXT, SOURCE) == (TEXT, (), ())


@pytest.mark.parametrize(
    ("new", "lines", "change"),
    [
        (
            replace(TALK, start=560),
            ["-- time: 9:15-10:00", "+- time: 9:20-10:00"],
            "'On Learning' starts 9:20 (was 9:15)",
        ),
        (replace(TALK, end=None), ["-- time: 9:15-10:00", "+- time: 9:15"], "'On Learning' is 9:15 (was 9:15-10:00)"),
        (
            replace(TALK, title="On It"),
            ["-talk: On Learning", "+talk: On It"],
            "'On Learning' is called 'On It' now",
        ),
        (replace(TALK, room="B"), ["-room: A", "+room: B"], "the room of 'On Learning' is 'B' (was 'A')"),
        (replace(TALK, room=""), ["-room: A"], "'On Learning' has no room any more"),
        (
            replace(TALK, speakers=(Speaker("Li Wei", "", "Lab"),)),
            ["-speaker: Jane Doe", "+speaker: Li Wei (Lab)"],
            "the speakers of 'On Learning' are Li Wei (Lab) (were Jane Doe)",
        ),
        (
            replace(TALK, kind="keynote"),
            ["-talk: On Learning", "+keynote: On Learning"],
            "the kind of 'On Learning' is 'keynote' (was 'talk')",
        ),
    ],
)
def test_value_that_changed_in_the_source_is_changed(new: Entry, lines: list[str], change: str) -> None:
    updated = update(TEXT, TEXT, of(OPENING, new, BREAK, SESSION, LATE))

    assert diff(TEXT, updated.text) == lines
    assert said(updated) == ([f"changed: {change}"], [])


def test_value_that_is_new_in_the_source_stands_at_its_place() -> None:
    updated = update(TEXT, TEXT, of(OPENING, replace(TALK, track="T", note="N"), BREAK, SESSION, LATE))

    assert updated.text == edited(
        (
            "        room: A\n        speaker: Jane Doe\n",
            "        room: A\n        track: T\n        speaker: Jane Doe\n        note: N\n",
        )
    )


def test_time_that_is_new_stands_behind_the_dash() -> None:
    before = of(replace(OPENING, start=None, end=None), TALK)
    text = program_yaml(before).text

    assert diff(text, update(text, text, of(OPENING, TALK)).text) == [
        "-- other: Opening",
        "+- time: 9:00-9:15",
        "+other: Opening",
    ]


def test_time_that_is_gone_leaves_the_dash() -> None:
    updated = update(TEXT, TEXT, of(replace(OPENING, start=None, end=None), TALK, BREAK, SESSION, LATE))

    assert diff(TEXT, updated.text) == ["-- time: 9:00-9:15", "-other: Opening", "+- other: Opening"]


def test_value_that_the_organiser_changed_is_kept() -> None:
    current = edited(("room: A", "room: Big Hall"))

    assert update(current, TEXT, SOURCE) == (current, (), ())


def test_value_that_both_changed_is_kept_and_reported() -> None:
    current = edited(("room: A", "room: Big Hall"))

    updated = update(current, TEXT, of(OPENING, replace(TALK, room="B"), BREAK, SESSION, LATE))

    assert updated.text == current
    assert said(updated) == (
        ["kept your room of 'On Learning'"],
        ["the room of 'On Learning': the program says 'Big Hall', the source 'B'"],
    )


def test_value_that_both_changed_alike_needs_no_words() -> None:
    current = edited(("room: A", "room: B"))

    assert update(current, TEXT, of(OPENING, replace(TALK, room="B"), BREAK, SESSION, LATE)) == (current, (), ())


def test_without_the_last_import_gaps_are_filled_and_differences_reported() -> None:
    current = edited(("        room: A\n", ""), ("talk: Late", "talk: Later"), ("9:00-9:15", "9:00-9:10"))

    updated = update(current, None, SOURCE)

    assert diff(current, updated.text) == ["+room: A"]
    assert said(updated)[1] == [
        "the time of 'Opening': the program says 9:00-9:10, the source 9:00-9:15",
        "the title of 'Later': the program says 'Later', the source 'Late'",
    ]


def test_new_entry_stands_at_its_time() -> None:
    new = Entry(kind="talk", title="New", date=DAY, start=615, end=660, speakers=(Speaker("A", "B", "C"),))

    updated = update(TEXT, TEXT, of(OPENING, TALK, BREAK, new, SESSION, LATE))

    assert updated.text == edited(
        (
            "        break: Coffee\n",
            "        break: Coffee\n\n      - time: 10:15-11:00\n        talk: New\n        speaker:\n"
            "          name: A\n          position: B\n          affiliation: C\n",
        )
    )
    assert said(updated) == (["added: 'New' (2025-02-20, 10:15-11:00)"], [])


def test_new_day_stands_between_the_others() -> None:
    days = [DAY, datetime.date(2025, 2, 22), datetime.date(2025, 2, 23)]
    first, second, third = [Entry(kind="talk", title=f"T{n}", date=day, start=600) for n, day in enumerate(days)]
    text = program_yaml(of(first, third)).text

    assert update(text, text, of(first, second, third)).text == program_yaml(of(first, second, third)).text
    whole = program_yaml(of(first, second, third)).text
    assert update(whole, whole, of(first, third)).text == text
    assert update(whole, whole, of(first, second)).text == program_yaml(of(first, second)).text
    assert update(whole, whole, of(third)).text == program_yaml(of(third)).text


def test_entry_that_is_gone_is_taken_out_with_its_remarks() -> None:
    before = of(OPENING, replace(TALK, remarks=("a reading",)), BREAK)
    text = program_yaml(before).text

    updated = update(text, text, of(OPENING, BREAK))

    assert updated.text == program_yaml(of(OPENING, BREAK)).text
    assert said(updated) == (["removed: 'On Learning' (2025-02-20, 9:15-10:00)"], [])


@pytest.mark.parametrize(
    "edit", [("room: A", "room: A1"), ("      - time: 9:15", "      # ask Jane\n      - time: 9:15")]
)
def test_entry_that_is_gone_is_kept_if_the_organiser_touched_it(edit: tuple[str, str]) -> None:
    current = edited(edit)

    updated = update(current, TEXT, of(OPENING, BREAK, SESSION, LATE))

    assert updated.text == current
    assert said(updated) == (
        ["kept your 'On Learning' (2025-02-20, 9:15-10:00)"],
        ["'On Learning' (2025-02-20, 9:15-10:00) is gone from the source, but you have changed it"],
    )


def test_entry_that_the_organiser_deleted_stays_away() -> None:
    current = program_yaml(of(OPENING, BREAK, SESSION, LATE)).text

    assert update(current, TEXT, SOURCE) == (current, (), ())
    assert said(update(current, TEXT, of(OPENING, replace(TALK, room="B"), BREAK, SESSION, LATE))) == (
        [],
        ["'On Learning' (2025-02-20, 9:15-10:00) has changed in the source, but is not in the program any more"],
    )


def test_entry_that_is_later_now_moves_with_its_remarks_and_edits() -> None:
    current = edited(
        ("      - time: 9:15-10:00\n", "      # ask Jane\n      - time: 9:15-10:00   # sharp\n"),
        ("room: A", "room: 'A 1'"),
    )

    updated = update(current, TEXT, of(OPENING, BREAK, replace(TALK, start=900, end=960), SESSION, LATE))

    block = (
        "      # ask Jane\n      - time: 9:15-10:00   # sharp\n        talk: On Learning\n"
        "        room: 'A 1'\n        speaker: Jane Doe\n\n"
    )
    later = block.replace("9:15-10:00", "15:00-16:00")
    assert updated.text == current.replace(block, "").replace(
        "        break: Coffee\n\n", f"        break: Coffee\n\n{later}"
    )


def test_entry_that_is_on_another_day_now_moves_there() -> None:
    updated = update(TEXT, TEXT, of(OPENING, BREAK, SESSION, replace(TALK, date=NEXT_DAY, start=700), LATE))

    assert [session.title for session in reread(updated.text).days[1].sessions] == ["Students", "Late", "On Learning"]
    assert updated.changes[0] == "moved: 'On Learning' to the day 2025-02-21"


def test_event_that_is_put_off_keeps_its_text_but_for_the_dates() -> None:
    week = datetime.timedelta(days=7)
    moved = [replace(entry, date=entry.date + week) for entry in SOURCE.entries if entry.date]

    assert diff(TEXT, update(TEXT, TEXT, of(*moved)).text) == [
        "-- date: 2025-02-20",
        "-- date: 2025-02-21",
        "+- date: 2025-02-27",
        "+- date: 2025-02-28",
    ]


def test_talks_in_a_session_come_go_and_change() -> None:
    inner = (INNER[0], replace(INNER[2], room="C"), Entry(kind="talk", title="Four"))

    updated = update(TEXT, TEXT, of(OPENING, TALK, BREAK, replace(SESSION, entries=inner), LATE))

    assert updated.text == program_yaml(of(OPENING, TALK, BREAK, replace(SESSION, entries=inner), LATE)).text


@pytest.mark.parametrize("inner", [(), INNER])
def test_all_talks_of_a_session_can_go_and_come(inner: tuple[Entry, ...]) -> None:
    old, new = (of(OPENING, replace(SESSION, entries=some), LATE) for some in (tuple(set(INNER) - set(inner)), inner))
    text = program_yaml(old).text

    assert reread(update(text, text, new).text).days == reread(program_yaml(new).text).days


def test_remark_in_a_value_that_is_replaced_moves_above_it() -> None:
    current = edited(("abstract: |\n", "abstract: |  # hers\n"), ("speaker: Jane Doe", "speaker: Jane Doe  # really?"))
    people = (Speaker("Jane Doe", "Dean", "B"),)

    updated = update(
        current, TEXT, of(OPENING, replace(TALK, speakers=people), BREAK, SESSION, replace(LATE, abstract="New."))
    )

    assert diff(current, updated.text) == [
        "-speaker: Jane Doe  # really?",
        "-abstract: |  # hers",
        "-One.",
        "-",
        "-Two.",
        "+# really?",
        "+speaker:",
        "+name: Jane Doe",
        "+position: Dean",
        "+affiliation: B",
        "+# hers",
        "+abstract: |",
        "+New.",
    ]


@pytest.mark.parametrize("ending", ["", "\n", "\n\n\n", "\n# end"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_line_ends_and_the_end_of_the_file_stay(ending: str, line_end: str) -> None:
    current = (TEXT.rstrip("\n") + ending).replace("\n", line_end)
    new = of(
        OPENING, replace(TALK, abstract="New."), BREAK, SESSION, LATE, replace(LATE, title="Last", start=700, end=760)
    )

    text = update(current, TEXT, new).text

    assert text.replace(line_end, "\n") == program_yaml(new).text.rstrip("\n") + ending
    assert text.count("\n") == text.count(line_end)


def test_entry_on_one_line_in_braces_is_written_out_when_it_changes() -> None:
    current = edited(
        ("      - time: 10:00-10:15\n        break: Coffee\n", "      - {time: 10:00-10:15, break: Coffee}\n")
    )

    assert update(current, TEXT, of(OPENING, TALK, replace(BREAK, end=620), SESSION, LATE)).text == edited(
        ("10:00-10:15", "10:00-10:20")
    )


def test_list_in_brackets_that_changes_is_refused() -> None:
    current = "event: {title: Event}\ndays: [{date: 2025-02-20, sessions: [{time: 9:00-9:15, other: Opening}]}]\n"

    with pytest.raises(BookletError) as caught:
        update(current, current, of(OPENING, TALK))

    assert [str(fault) for fault in caught.value.faults] == [
        "program.yaml:2: what stands here in brackets cannot be brought up to date\n"
        "  hint: write it line by line instead of between brackets, and import again"
    ]


def test_byte_order_mark_stays() -> None:
    new = of(OPENING, replace(TALK, room="B"), BREAK, SESSION, LATE)

    assert update("\ufeff" + TEXT, TEXT, new).text == "\ufeff" + program_yaml(new).text


def test_program_that_is_wrong_is_refused() -> None:
    with pytest.raises(BookletError):
        update("days: no", None, SOURCE)


def test_last_import_that_cannot_be_read_is_as_good_as_none() -> None:
    updated = update(TEXT, "no program", SOURCE)

    assert (updated.text, [fault.what for fault in updated.faults]) == (
        TEXT,
        ["what was last imported cannot be read any more"],
    )


def test_event_venue_and_speakers_come_and_go() -> None:
    new = replace(
        SOURCE,
        event=replace(SOURCE.event, host="A Lab"),
        venue=Venue(name="Hall"),
        people={"Jane Doe": Profile("Jane Doe", bio="She learns.")},
    )
    text = program_yaml(new).text

    assert update(TEXT, TEXT, new).text == text
    assert update(text, text, SOURCE).text == TEXT


def test_new_abstract_without_slot_is_put_at_the_end_once() -> None:
    new = replace(SOURCE, papers=(Entry(kind="talk", title="Slotless"),))

    updated = update(TEXT, TEXT, new)

    assert updated.text == program_yaml(new).text
    assert update(updated.text, program_yaml(new).text, new).text == updated.text


def test_time_that_depended_on_what_is_gone_is_written_out() -> None:
    lunch = Entry(kind="lunch", title="Lunch", date=DAY, start=735, end=780)
    after = Entry(kind="talk", title="After", date=DAY, start=780, end=840)
    text = program_yaml(replace(of(lunch, after), halves=True)).text
    current = text.replace("1:00-2:00 pm", "1:00-2:00")

    updated = update(current, text, replace(of(after), halves=True))

    assert diff(current, updated.text)[-1] == "+- time: 13:00-14:00"


def test_source_without_agenda_changes_no_entry() -> None:
    assert update(TEXT, TEXT, replace(SOURCE, entries=())).text == TEXT


def test_real_program_keeps_everything_but_what_changes() -> None:
    text = (Path(__file__).parents[2] / "program.yaml").read_text(encoding="utf-8")
    program = reread(text)
    entries = [entry_of(session, day.date) for day in program.days for session in day.sessions]
    people = {name: replace(profile, photo=None) for name, profile in program.people.items()}
    source = Manuscript(event=program.event, venue=program.venue, entries=tuple(entries), people=people, halves=True)
    entries[1] = replace(entries[1], start=550)
    entries[-1] = replace(entries[-1], entries=entries[-1].entries[::-1])

    assert update(text, program_yaml(source).text, source) == (text, (), ())
    assert diff(text, update(text, text, replace(source, entries=tuple(entries))).text) == [
        "-- time: 9:00-9:45 am",
        "+- time: 9:10-9:45 am",
    ]


def test_title_of_a_day_comes_changes_and_goes() -> None:
    first, second = (replace(SOURCE, day_titles={DAY: title}) for title in ("Tutorials", "Main Day"))
    text = program_yaml(first).text

    assert update(TEXT, TEXT, first).text == text
    assert update(text, text, second).text == program_yaml(second).text
    assert update(text, text, SOURCE).text == TEXT


def test_remarks_on_a_day_stay_when_it_goes() -> None:
    current = edited(
        ("  - date: 2025-02-20\n", "  # the first\n  - date: 2025-02-20  # Thursday\n"),
        ("      - time: 9:15", "      # ask Jane\n      - time: 9:15"),
    )

    updated = update(current, TEXT, of(replace(TALK, date=NEXT_DAY, start=660, end=700), SESSION, LATE))

    assert updated.text.partition("days:\n")[2].startswith("  # the first\n  # Thursday\n\n  - date: 2025-02-21\n")
    assert updated.text.count("\n      # ask Jane\n      - time: 11:00-11:40\n") == 1


def test_session_moves_with_the_talks_that_come_into_it() -> None:
    late, early = Entry(kind="talk", title="Late", start=1430), Entry(kind="talk", title="Early", start=540)
    show = Entry(kind="session", title="Show", date=DAY, entries=(early,))
    feast = Entry(kind="session", title="Feast", date=DAY, entries=(replace(late, title="Later"), late))
    lunch = Entry(kind="lunch", title="Lunch", date=DAY, start=720, end=780)
    new = of(lunch, replace(feast, entries=feast.entries[:1]), replace(show, entries=(late,)))
    text = program_yaml(of(show, lunch, feast)).text

    updated = update(text, text, new)

    assert reread(updated.text).days == reread(program_yaml(new).text).days
    assert updated.faults == ()


def test_title_that_was_not_known_is_filled_in_and_one_that_is_known_stays() -> None:
    untitled = of(OPENING, replace(TALK, title=""), BREAK, SESSION, LATE)
    text = program_yaml(untitled).text

    assert update(text, text, SOURCE).text == TEXT
    assert update(TEXT, TEXT, untitled) == (TEXT, (), ())


@pytest.mark.parametrize("empty", ["talks:", "talks: []", "talks:  # none yet"])
def test_talks_come_into_a_list_that_is_empty(empty: str) -> None:
    text = program_yaml(of(OPENING, replace(SESSION, entries=()), LATE)).text
    current = text.replace("session: Students\n", f"session: Students\n        {empty}\n")

    updated = update(current, text, of(OPENING, SESSION, LATE))

    assert reread(updated.text).days == reread(program_yaml(of(OPENING, SESSION, LATE)).text).days
    assert ("# none yet" in updated.text) == ("# none yet" in current)


def test_days_stay_if_the_source_has_none_of_them_any_more() -> None:
    text = program_yaml(of(OPENING, LATE)).text
    current = program_yaml(of(OPENING)).text

    updated = update(current, text, of(LATE))

    assert updated.text == current
    assert said(updated) == ([], ["everything in the program is gone from the source"])


def test_remark_that_hangs_deeper_than_what_follows_does_not_become_text() -> None:
    current = edited(("\n\n  - date: 2025-02-21", "\n            # hers\n\n  - date: 2025-02-21"))
    noted = of(OPENING, TALK, replace(BREAK, note="One.\n\nTwo."), SESSION, LATE)

    updated = update(current, TEXT, noted)

    assert [session.note for session in reread(updated.text).days[0].sessions] == ["", "", "One.\n\nTwo."]
    assert updated.text.count("# hers\n") == 1
