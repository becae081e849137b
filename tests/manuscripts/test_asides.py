"""Remarks and sentences behind names, told from affiliations."""

from __future__ import annotations

import pytest
from hypothesis import given as each
from hypothesis import strategies as st

from booklet.manuscripts.asides import begins_small, is_aside, is_remark, without_sentence


@pytest.mark.parametrize(
    "text",
    "limited to 20 places|relatore da confermare|Plazas limitadas|20 Plätze|Begrenzte Plätze|Anmeldung erforderlich|"
    "Registration required|max. 12 persone|últimas 5 plazas|TBC|to be confirmed|à confirmer|noch nicht bestätigt|"
    "Confirmed|invited|Online|via Zoom|en ligne|オンライン|取消|abgesagt|отменён|места ограничены|定員20名|"
    "replaces Bo Ek|Ann is ill|spricht auf Englisch|speaks in French|primo turno".split("|"),
)
def test_is_aside_for_remarks(text: str) -> None:
    assert is_aside(text)


@pytest.mark.parametrize(
    "text",
    "MIT|Acme Widgets|Windhof Aue|University of Oslo|university of Oslo|eBay Research|e-Science Centre|zoobab|she/her|"
    "the Grinch|aka Foo Bar|independent scholar|freischaffend in Wien|journalist|doctoral student|periodista|"
    "Institute of What Is|visiting from the University of Tarn|东京大学||".split("|"),
)
def test_is_aside_is_false_for_affiliations_positions_and_other_names(text: str) -> None:
    assert not is_aside(text)


def test_is_remark_is_narrower_than_is_aside() -> None:
    assert [is_remark(text) for text in ("tbc", "limited to 20", "replaces Bo Ek", "MIT", "")] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_begins_small_where_no_institution_is_named() -> None:
    assert [begins_small(text) for text in ("doyenne", "eBay", "university of Oslo", "Oslo", "")] == [
        True,
        False,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee. Plazas limitadas.", ("Ann Lee", "Plazas limitadas.")),
        ("Ann Lee (MIT). Plazas limitadas", ("Ann Lee (MIT)", "Plazas limitadas")),
        ("Ann Lee and Bo Ek. Bring your own chair.", ("Ann Lee and Bo Ek", "Bring your own chair.")),
        ("Ann Lee. Presenta: Bo Ek", ("Ann Lee", "Presenta: Bo Ek")),
        ("Ann Lee. With Bo Ek and Cy Fox", ("Ann Lee", "With Bo Ek and Cy Fox")),
        ("Ann Lee. Graphs on Surfaces", ("Ann Lee. Graphs on Surfaces", "")),
        ("Ann Lee. Bo Ek.", ("Ann Lee. Bo Ek.", "")),
        ("J. R. Smith. Plazas limitadas.", ("J. R. Smith", "Plazas limitadas.")),
        ("Prof. Ann Lee", ("Prof. Ann Lee", "")),
        ("Coffee. Bring your own cup.", ("Coffee. Bring your own cup.", "")),
        ("", ("", "")),
    ],
)
def test_without_sentence(text: str, expected: tuple[str, str]) -> None:
    assert without_sentence(text) == expected


@each(st.text(st.sampled_from("Ann Le.(MI)T: aw/\n")))
def test_without_sentence_of_any_text_cuts_at_a_full_stop(text: str) -> None:
    head, rest = without_sentence(text)

    assert (head, rest) == (text, "") or (text.startswith(head + ".") and text.rstrip().endswith(rest))
