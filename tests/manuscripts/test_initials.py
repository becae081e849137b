"""Names with the family name first and initials behind it."""

from __future__ import annotations

import pytest
from hypothesis import given as each
from hypothesis import strategies as st

from booklet.manuscripts.initials import Cut, initials_first, people_before, people_behind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Пшеницына М. О.", "М. О. Пшеницына"),
        ("Пшеницына М. О", "М. О. Пшеницына"),
        ("Пшеницына М.О.", "М.О. Пшеницына"),
        ("Пшеницына М.", "М. Пшеницына"),
        ("Римский-Корсаков Н. А.", "Н. А. Римский-Корсаков"),
        ("Ivanov A. B.", "A. B. Ivanov"),
        ("van der Berg A. B.", "A. B. van der Berg"),
        ("М. О. Пшеницына", "М. О. Пшеницына"),
        ("Anna K.", "Anna K."),
        ("Анна К.", "Анна К."),
        ("Lee B.", "Lee B."),
        ("Ann Lee", "Ann Lee"),
        ("Washington D. C.", "Washington D. C."),
        ("", ""),
    ],
)
def test_initials_first(text: str, expected: str) -> None:
    assert initials_first(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ivanov A. B., Petrov C. D. Dyes of old", Cut("Ivanov A. B., Petrov C. D.", "Dyes of old")),
        (
            "Пшеницына М. О., Ярцев Д. К. (Институт). Красители",
            Cut("Пшеницына М. О., Ярцев Д. К. (Институт)", "Красители"),
        ),
        ("Пшеницына М. О. и Ярцев Д. К.: Красители", Cut("Пшеницына М. О. и Ярцев Д. К.", "Красители")),
        ("М. О. Пшеницына. Красители", Cut("М. О. Пшеницына", "Красители")),
        ("Ivanov A. B. (MIT), Petrov C. D.", None),
        ("Vitamin B. Our daily dose", None),
        ("Dyes of old. Ivanov A. B.", None),
        ("", None),
    ],
)
def test_people_before(text: str, expected: Cut | None) -> None:
    assert people_before(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ковры. Вороновская Л. А.", Cut("Вороновская Л. А.", "Ковры")),
        ("Ковры и моль. Вороновская Л. А. (Музей)", Cut("Вороновская Л. А. (Музей)", "Ковры и моль")),
        ("Что хранить? Вороновская Л. А.", Cut("Вороновская Л. А.", "Что хранить?")),
        ("«Ковры» Вороновская Л. А.", Cut("Вороновская Л. А.", "«Ковры»")),
        ("Письма к Вороновская Л. А.", None),
        ("Вороновская Л. А.", None),
    ],
)
def test_people_behind(text: str, expected: Cut | None) -> None:
    assert people_behind(text) == expected


@each(st.text(st.sampled_from("Иван Ж.О,(A.B) и\n")))
def test_initials_first_of_any_text_keeps_its_letters(text: str) -> None:
    assert sorted(filter(str.isalpha, initials_first(text))) == sorted(filter(str.isalpha, text))
