"""Institutions and positions, told from names and titles."""

from __future__ import annotations

import pytest
from hypothesis import given as each
from hypothesis import strategies as st

from booklet.manuscripts.affiliations import is_affiliation, is_position, position_before


@pytest.mark.parametrize(
    "text",
    "Google DeepMind|MIT|ETH|INRAE|INRAE, Toulouse|U v Amsterdam|Univ. Paris-Saclay|UC Berkeley|University of Toronto|"
    "Massachusetts Institute of Technology (MIT)|École Normale Supérieure|Collège de France|ENS de Lyon|CNRS/LIRMM|L3S|"
    "Universität Wien|Universidad de Sevilla|Università di Pisa|JKU Linz|Landesarchiv Nord|Naturkundemuseum|Acme GmbH|"
    "Siemens AG|Acme Labs|Deutsche Bank|Toulouse, France|Mathematics, UT Austin|МГУ|Институт леса|清华大学|大阪大学|"
    "Moe & Tangen Architects|Weiß Architekten|"
    "中科院计算技术研究所|Carnegie Mellon|Istituto nazionale di fisica nucleare".split("|"),
)
def test_is_affiliation_for_institutions(text: str) -> None:
    assert is_affiliation(text)


@pytest.mark.parametrize(
    "text",
    "Zeta functions|Deep Learning|Ann Lee|Ann Lee (MIT)|Coffee Break|Group Photo|How to use MIT licence|Poster Session|"
    "Gespräch mit Anna Weiß|Lunch|A talk on the university?|Coding sprints|Iwasawa theory I|CEO||Learning: MIT".split(
        "|"
    ),
)
def test_is_affiliation_is_false_for_others(text: str) -> None:
    assert not is_affiliation(text)


def test_is_position_in_several_languages() -> None:
    told = ["Assistant Professor", "wissenschaftliche Mitarbeiterin", "directrice", "catedrática", "ricercatrice"]
    assert [
        is_position(text) for text in (*told, "副教授", "доцент", "doyenne", "periodista", "Boston College", "Ann Lee")
    ] == [True] * 9 + [False] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SNNU Vice President Dong Zhibao", ("SNNU Vice President", "Dong Zhibao")),
        ("院长 宋怀瑾", ("院长", "宋怀瑾")),
        ("Dong Zhibao", ("", "Dong Zhibao")),
    ],
)
def test_position_before(text: str, expected: tuple[str, str]) -> None:
    assert position_before(text) == expected


@each(st.text())
def test_is_affiliation_of_any_text(text: str) -> None:
    assert is_affiliation(text) in {True, False}
