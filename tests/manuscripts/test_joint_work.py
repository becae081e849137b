"""Co-authors whom abstracts name."""

from __future__ import annotations

import pytest
from hypothesis import given as each
from hypothesis import strategies as st

from booklet.manuscripts.joint_work import joint_with


def named(abstract: str) -> list[str]:
    return [f"{one.name} ({one.affiliation})" if one.affiliation else one.name for one in joint_with(abstract)]


@pytest.mark.parametrize(
    ("abstract", "expected"),
    [
        ("We count. This is joint work with Ann Lee, Bo Ek, and Cy Fox.", ["Ann Lee", "Bo Ek", "Cy Fox"]),
        ("A majority of this work is joint with Ann Lee (UT Austin).", ["Ann Lee (UT Austin)"]),
        ("Joint with Ann Lee (MIT), Bo Ek (ETH) and Cy Fox. It is", ["Ann Lee (MIT)", "Bo Ek (ETH)", "Cy Fox"]),
        ("Building on joint work with Ann Lee (MIT), we extend Bo Ek's result.", ["Ann Lee (MIT)"]),
        ("All is joint with Ann Lee. Some is also joint with Bo Ek and Cy Fox.", ["Ann Lee", "Bo Ek", "Cy Fox"]),
        ("joint work with J. Ek and A. B. Lee on graphs", ["J. Ek", "A. B. Lee"]),
        ("Joint work with A. Lee, J.-P. Serre, and others.", ["A. Lee", "J.-P. Serre"]),
        ("joint work (in progress) with Ann Lee", ["Ann Lee"]),
        ("joint work with my PhD student Ann Lee", ["Ann Lee"]),
        ("jointly with Ann Lee & Bo Ek", ["Ann Lee", "Bo Ek"]),
        ("in collaboration with Ann Lee", ["Ann Lee"]),
        ("Joint work with Ann Lee, Dogra and Bo Ek", ["Ann Lee", "Bo Ek"]),
        ("joint work\nwith Ann\nLee and Bo Ek.", ["Ann Lee", "Bo Ek"]),
        ("joint with Ann Lee\n\nBo Ek wrote this.", ["Ann Lee"]),
        ("gemeinsame Arbeit mit Anna Weiß und Bernd Kurz.", ["Anna Weiß", "Bernd Kurz"]),
        ("travail en commun avec Jean Dupont et Marie Curie", ["Jean Dupont", "Marie Curie"]),
        ("trabajo conjunto con Ana Pérez y Juan García.", ["Ana Pérez", "Juan García"]),
        ("lavoro in collaborazione con Anna Rossi e Marco Bianchi", ["Anna Rossi", "Marco Bianchi"]),
        ("em colaboração com João Silva", ["João Silva"]),
        ("in samenwerking met Jan Jansen", ["Jan Jansen"]),
    ],
)
def test_joint_with_co_authors(abstract: str, expected: list[str]) -> None:
    assert named(abstract) == expected


@pytest.mark.parametrize(
    "abstract",
    [
        "",
        "joint with Dogra and Mueller",
        "in collaboration with Google DeepMind",
        "in collaboration with industry partners",
        "We work with Ann Lee's theorem.",
        "The joint distribution with Gaussian Marginals",
    ],
)
def test_joint_with_nobody(abstract: str) -> None:
    assert named(abstract) == []


def test_joint_with_the_same_person_twice_names_them_once() -> None:
    assert named("joint with Ann Lee. Part two is joint with Ann Lee and Bo Ek.") == ["Ann Lee", "Bo Ek"]


@each(st.lists(st.sampled_from(["joint work with ", "Ann Lee", ", ", " and ", ". ", "(", ")", "\n", "é", "1"])))
def test_joint_with_of_any_text(parts: list[str]) -> None:
    assert all(one.name for one in joint_with("".join(parts)))


def test_joint_with_of_a_long_text_comes_to_an_end() -> None:
    assert joint_with("joint with " * 9_000) == ()
