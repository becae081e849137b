"""Who comes and who does not, whatever a list calls it."""

from __future__ import annotations

import pytest

from booklet.attendees.statuses import Judged, affirmed, judge


@pytest.mark.parametrize(
    "cell",
    [
        "Attending",
        "Checked In",
        "paid",
        "Completed",
        "Confirmed",
        "",
        "bestätigt",
        "payé",
        "оплачен",
        "已支付",
        "参加",
        "Not voided",
    ],
)
def test_who_comes(cell: str) -> None:
    assert judge("Status", cell) == Judged("comes")


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("Refunded", "refunded"),
        ("REFUNDED", "refunded"),
        ("Cancelled", "cancelled"),
        ("canceled", "cancelled"),
        ("Cancelled by the organizer", "cancelled"),
        ("Voided", "void"),
        ("Withdrawn", "withdrawn"),
        ("Not Attending", "not attending"),
        ("No, I cannot come", "not attending"),
        ("Deleted", "deleted"),
        ("Transferred", "transferred to somebody else"),
        ("Rejected", "rejected"),
        ("expired", "expired"),
        ("Waitlisted", "on the waiting list"),
        ("storniert", "cancelled"),
        ("annulée", "cancelled"),
        ("reembolsado", "refunded"),
        ("geannuleerd", "cancelled"),
        ("anulowane", "cancelled"),
        ("отменён", "cancelled"),
        ("已取消", "cancelled"),
        ("キャンセル", "cancelled"),
        ("欠席", "not attending"),
    ],
)
def test_who_does_not_come(cell: str, reason: str) -> None:
    assert judge("Status", cell) == Judged("out", reason)


@pytest.mark.parametrize(("cell", "reason"), [("Pending", "pending"), ("Unpaid", "unpaid"), ("offen", "unpaid")])
def test_who_may_come(cell: str, reason: str) -> None:
    assert judge("Status", cell) == Judged("open", reason)


@pytest.mark.parametrize(
    ("heading", "cell", "judged"),
    [
        ("Void?", "Yes", Judged("out", "void")),
        ("Void?", "No", Judged("comes")),
        ("Cancelled", "TRUE", Judged("out", "cancelled")),
        ("Cancelled", "x", Judged("out", "cancelled")),
        ("Attending?", "no", Judged("out", "not attending")),
        ("Attending?", "yes", Judged("comes")),
        ("Will you attend?", "Nein", Judged("out", "not attending")),
        ("Paid", "no", Judged("open", "unpaid")),
        ("Paid", "yes", Judged("comes")),
    ],
)
def test_yes_and_no_answer_what_the_heading_asks(heading: str, cell: str, judged: Judged) -> None:
    assert judge(heading, cell) == judged


@pytest.mark.parametrize("cell", ["perhaps", "partially refunded", "please refund my partner", "VIP", "🦄"])
def test_what_is_not_clear_is_not_decided(cell: str) -> None:
    assert judge("Status", cell) == Judged("unknown")


def test_plain_answers_are_told_from_others() -> None:
    assert [affirmed(cell) for cell in ("Ja", "x", "はい", "no", "0", "Fish")] == [True, True, True, False, False, None]
