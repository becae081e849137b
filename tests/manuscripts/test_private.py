from __future__ import annotations

import pytest

from booklet.manuscripts.asked import Asked
from booklet.manuscripts.private import public


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Why oaks?\nhttps://us02web.zoom.us/j/1?pwd=x\nCome!", "Why oaks?\n\nCome!"),
        ("Join by Teams:\r\nhttps://teams.microsoft.com/l/x\r\nCome!", "\r\n\r\nCome!"),
        ("Passcode: 42", ""),
        ("Tel: +49 30 12", ""),
        ("Contact: ann@example.org", ""),
        ("Speaker: Ann Lee (ann@example.org)", "Speaker: Ann Lee "),
        ("<p>Oaks<br>Meeting ID: 12 34<br/>Ash</p>", "<p>Oaks<br><br/>Ash</p>"),
        (
            "A talk on zoom lenses, passwords and rooms: all of them.",
            "A talk on zoom lenses, passwords and rooms: all of them.",
        ),
        ("The password : a history", ""),
    ],
)
def test_public_takes_what_only_participants_should_have(text: str, kept: str) -> None:
    assert public(text, Asked()).text == kept


def test_public_leaves_prose_with_an_address() -> None:
    prose = "Whoever wants to plant an oak with us next spring can write to ann@example.org, and we will answer soon."

    assert public(prose, Asked()) == (prose, 0)


def test_public_takes_only_the_link_from_prose() -> None:
    prose = "Oaks are old. " * 25

    assert public(f"{prose}https://zoom.us/j/1 {prose}", Asked()) == (f"{prose} {prose}", 1)


def test_public_with_private_things_asked_for() -> None:
    assert public("Passcode: 42", Asked(private=True)) == ("Passcode: 42", 0)
