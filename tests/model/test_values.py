from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest

from booklet.errors import BookletError
from booklet.geometry import MM
from booklet.model.values import (
    read_count,
    read_date,
    read_email,
    read_geo,
    read_language,
    read_orcid,
    read_paper,
    read_timezone,
    read_url,
)

DAY = datetime.date(2025, 2, 20)


@pytest.mark.parametrize(
    ("read", "text", "value"),
    [
        (read_date, "2025-02-20", DAY),
        (read_date, "2025-2-20", DAY),
        (read_date, "Feb 20, 2025", DAY),
        (read_date, "February 20th 2025", DAY),
        (read_date, "20 February 2025", DAY),
        (read_date, "20 Feb. 2025", DAY),
        (read_date, "1 Sept 2025", datetime.date(2025, 9, 1)),
        (read_language, "en_us", "en-US"),
        (read_language, "zh-hant-tw", "zh-Hant-TW"),
        (read_language, "de", "de"),
        (read_timezone, "America/Chicago", "America/Chicago"),
        (read_timezone, "UTC", "UTC"),
        (read_url, " https://example.org/a?b#c ", "https://example.org/a?b#c"),
        (read_email, "mailto:joan@example.org", "joan@example.org"),
        (read_orcid, "0000-0002-1825-0097", "0000-0002-1825-0097"),
        (read_orcid, "https://orcid.org/0000-0002-1694-233X", "0000-0002-1694-233X"),
        (read_paper, "Half Letter", "half-letter"),
        (read_paper, "A5", "a5"),
        (read_paper, "6 x 9 in", (432.0, 648.0)),
        (read_paper, "17 × 24 cm", (170 * MM, 240 * MM)),
        (read_paper, "100pt x 20cm", None),
        (read_geo, "30.2862, -97.7366", (30.2862, -97.7366)),
        (read_geo, "-33.9° 151.2°", (-33.9, 151.2)),
    ],
)
def test_value(read: Callable[[str], Any], text: str, value: object) -> None:
    if value is None:
        with pytest.raises(BookletError):
            read(text)
    else:
        assert read(text) == pytest.approx(value) if isinstance(value, tuple) else read(text) == value


@pytest.mark.parametrize(
    ("read", "text", "what"),
    [
        (read_date, "02/03/2025", "'02/03/2025' can be read in more than one way"),
        (read_date, "20.2.2025", "'20.2.2025' can be read in more than one way"),
        (read_date, "2025-02-30", "there is no such day as '2025-02-30'"),
        (read_date, "Feb 30", "expected a date such as 2025-02-20, found 'Feb 30'"),
        (read_language, "English", "expected the code of a language such as en-US, found 'English'"),
        (read_timezone, "../../etc/passwd", "expected a time zone such as Europe/Berlin, found '../../etc/passwd'"),
        (read_timezone, "America", "expected a time zone such as Europe/Berlin, found 'America'"),
        (
            read_url,
            "javascript:alert(1)",
            "expected an address such as https://example.org, found 'javascript:alert(1)'",
        ),
        (read_url, "https://", "expected an address such as https://example.org, found 'https://'"),
        (read_url, "https://[", "expected an address such as https://example.org, found 'https://['"),
        (read_url, "https://a b", "expected an address such as https://example.org, found 'https://a b'"),
        (read_email, "joan at home", "expected an e-mail address such as name@example.org, found 'joan at home'"),
        (read_orcid, "0000-0002-1825-0098", "'0000-0002-1825-0098' is nobody's ORCID iD"),
        (read_orcid, "1825-0097", "expected an ORCID iD such as 0000-0002-1825-0097, found '1825-0097'"),
        (read_paper, "A3", "expected a paper such as half-letter or a5, found 'A3'"),
        (read_paper, "240 x 170 mm", "the paper '240 x 170 mm' is wider than high"),
        (read_paper, "69 x 100 mm", "no booklet can be made on the paper '69 x 100 mm'"),
        (read_paper, "100 x 451 mm", "no booklet can be made on the paper '100 x 451 mm'"),
        (read_geo, "91, 0", "expected latitude and longitude such as 30.2862, -97.7366, found '91, 0'"),
        (read_geo, "north", "expected latitude and longitude such as 30.2862, -97.7366, found 'north'"),
    ],
)
def test_value_refused(read: Callable[[str], object], text: str, what: str) -> None:
    with pytest.raises(BookletError) as raised:
        read(text)
    assert raised.value.faults[0].what == what
    assert raised.value.faults[0].hint


def test_count_within_limits() -> None:
    assert read_count("1,200", lowest=1, highest=2000) == 1200
    with pytest.raises(BookletError, match="a number from 1 to 2000"):
        read_count("0", lowest=1, highest=2000)
