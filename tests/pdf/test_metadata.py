from __future__ import annotations

import datetime
import xml.etree.ElementTree as ET

import pytest

from booklet.errors import BookletError
from booklet.pdf.metadata import Facts, information, issue_date, xmp

FACTS = Facts(
    "Maths & <Élan>", "The host", "", "en-US", datetime.datetime(2025, 2, 20, 8, 30, tzinfo=datetime.timezone.utc)
)
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"


def properties(packet: bytes) -> dict[str, str]:
    """Each property's text, by its name without the namespace."""
    (description,) = ET.fromstring(packet).iter(f"{RDF}Description")
    return {child.tag.split("}")[1]: "".join(child.itertext()) for child in description if "schemas" not in child.tag}


def test_xmp_says_what_is_known() -> None:
    assert properties(xmp(FACTS, conforming=False)) == {
        "format": "application/pdf",
        "title": "Maths & <Élan>",
        "creator": "The host",
        "language": "en-US",
        "Producer": "booklet",
        "CreatorTool": "booklet",
        "CreateDate": "2025-02-20T08:30:00Z",
        "ModifyDate": "2025-02-20T08:30:00Z",
    }


def test_xmp_of_a_conforming_file_claims_both_standards() -> None:
    told = properties(xmp(FACTS._replace(issued=None), conforming=True))

    assert told["conformance"] == "A"
    assert "CreateDate" not in told
    assert b"<pdfaid:part>2</pdfaid:part>" in xmp(FACTS, conforming=True)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in xmp(FACTS, conforming=True)


def test_information_says_the_same() -> None:
    assert information(FACTS) == {
        "/Title": "Maths & <Élan>",
        "/Author": "The host",
        "/Creator": "booklet",
        "/Producer": "booklet",
        "/CreationDate": "D:20250220083000Z",
        "/ModDate": "D:20250220083000Z",
    }


@pytest.mark.parametrize(
    ("epoch", "date"),
    [
        ("", None),
        ("0", datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)),
    ],
)
def test_issue_date_is_what_the_caller_asks_for(
    epoch: str, date: datetime.datetime | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)

    assert issue_date() == date


@pytest.mark.parametrize("epoch", ["yesterday", "1.5", "9" * 30])
def test_issue_date_that_cannot_be_read_is_a_fault(epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)

    with pytest.raises(BookletError) as caught:
        issue_date()

    what = f"the environment variable SOURCE_DATE_EPOCH is {epoch!r}; expected seconds since 1970"
    assert caught.value.faults[0].what == what
