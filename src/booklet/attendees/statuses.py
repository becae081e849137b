"""Who comes and who does not: what lists say of tickets, in eleven languages."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, Literal, NamedTuple, TypeAlias

Verdict: TypeAlias = Literal["comes", "open", "out", "unknown"]
"""Whether somebody gets a badge: "open" are those who have not paid or been confirmed yet, who get one."""


class Judged(NamedTuple):
    """What a cell says of a ticket, and why it is left out or open, in words."""

    verdict: Verdict
    reason: str = ""


def _phrases(text: str) -> frozenset[str]:
    return frozenset(phrase.strip() for phrase in text.split("|"))


_OUT: Final = {
    "refunded": _phrases("""
        refunded | refund | erstattet | rückerstattet | remboursé | remboursée | remboursee | rembourse |
        reembolsado | reembolsada | rimborsato | rimborsata | terugbetaald | zwrócono | zwrócony | возвращён |
        возвращен | возврат | 已退款 | 退款 | 退票 | 已退票 | 返金済み | 返金
    """),
    "cancelled": _phrases("""
        cancelled | canceled | cancel | cancelation | cancellation | storniert | storno | abgesagt | annulé |
        annulée | annule | cancelado | cancelada | anulado | anulada | annullato | annullata | geannuleerd |
        anulowano | anulowane | anulowany | отменён | отменен | отменено | отмена | аннулирован | 已取消 | 取消 |
        キャンセル | キャンセル済み
    """),
    "void": _phrases("void | voided | invalid | ungültig | nul | invalide | nulo | nullo | ongeldig | 作废 | 無効"),
    "withdrawn": _phrases("""
        withdrawn | withdraw | zurückgezogen | retiré | retirée | retirado | retirada | ritirato | ritirata |
        teruggetrokken | wycofany | wycofane | отозван | отозвана | 已撤回 | 辞退 | 取り下げ
    """),
    "not attending": _phrases("""
        not attending | not attend | not coming | not going | declined | decline | no show | absent |
        nimmt nicht teil | kommt nicht | abwesend | ne participe pas | ne vient pas | absente | no asiste |
        no asistirá | ausente | non partecipa | assente | não participa | niet aanwezig | afwezig | nie uczestniczy |
        nieobecny | не участвует | не придёт | не придет | 不参加 | 不出席 | 欠席 | 不参会
    """),
    "deleted": _phrases("""
        deleted | removed | gelöscht | supprimé | eliminado | cancellato | verwijderd | удалён | удален | 已删除
    """),
    "transferred to somebody else": _phrases("""
        transferred | transferred out | reassigned | übertragen | umgebucht | transféré | transférée | transferido |
        transferida | trasferito | overgedragen | передан | 已转让 | 譲渡済み
    """),
    "rejected": _phrases("""
        rejected | reject | denied | not approved | abgelehnt | refusé | refusée | rechazado | rechazada | rifiutato |
        rejeitado | afgewezen | odrzucony | odrzucone | отклонён | отклонен | отказано | 已拒绝 | 未通过 | 却下 |
        不採択
    """),
    "expired": _phrases("""
        expired | abgelaufen | verfallen | expiré | expirée | caducado | scaduto | expirado | verlopen | истёк |
        истек | 已过期 | 期限切れ
    """),
    "on the waiting list": _phrases("""
        waiting list | waitlist | waitlisted | waitlist pending | on waiting list | on the waiting list | warteliste |
        auf der warteliste | liste d attente | lista de espera | lista d attesa | wachtlijst | lista rezerwowa |
        лист ожидания | 候补 | キャンセル待ち
    """),
}  # fmt: skip

_COMES: Final = _phrases("""
    attending | attend | going | coming | accepted | checked in | checkedin | check in | attended | arrived | used |
    valid | active | ok | okay | paid | complete | completed | confirmed | approved | registered | free | issued |
    assigned | claimed | sold | present | not void | not voided | not cancelled | not canceled | not refunded |
    not checked in | in person | onsite | on site | teilnehmend | bezahlt | bestätigt | angemeldet | abgeschlossen |
    eingecheckt | anwesend | kommt | zugesagt | nimmt teil | payé | payée | confirmé | confirmée | inscrit |
    inscrite | présent | présente | validé | validée | terminé | pagado | pagada | confirmado | confirmada | asiste |
    inscrito | inscrita | presente | pagato | pagata | confermato | confermata | iscritto | iscritta | pago | paga |
    betaald | bevestigd | aanwezig | aangemeld | opłacone | opłacony | potwierdzony | potwierdzone | zarejestrowany |
    оплачен | оплачено | подтверждён | подтвержден | участвует | зарегистрирован | 已支付 | 已付款 | 已确认 | 已报名 |
    已签到 | 参会 | 参加 | 出席 | 支払済み | 支払い済み | 確定 | 登録済み
""")  # fmt: skip

_OPEN: Final = {
    "unpaid": _phrases("""
        unpaid | not paid | payment pending | awaiting payment | overdue | unbezahlt | offen | zahlung ausstehend |
        nicht bezahlt | impayé | non payé | en attente de paiement | no pagado | pendiente de pago | non pagato |
        não pago | onbetaald | nieopłacone | nieopłacony | не оплачен | не оплачено | 未支付 | 未付款 | 未払い
    """),
    "pending": _phrases("""
        pending | awaiting approval | awaiting confirmation | in process | tentative | maybe | ausstehend |
        in bearbeitung | en attente | pendiente | in attesa | in sospeso | pendente | in behandeling | oczekujące |
        oczekujący | w toku | ожидает | в ожидании | 待审核 | 待确认 | 保留中 | 承認待ち
    """),
}  # fmt: skip

_YES: Final = _phrases("yes | y | true | 1 | x | ✓ | ✔ | ja | oui | sí | si | sì | sim | tak | да | 是 | はい")
_NO: Final = _phrases("no | n | false | 0 | nein | non | não | nee | nie | нет | 否 | いいえ")

_PLAIN: Final = {
    **{phrase: Judged("comes") for phrase in _COMES},
    **{phrase: Judged("open", reason) for reason, phrases in _OPEN.items() for phrase in phrases},
    **{phrase: Judged("out", reason) for reason, phrases in _OUT.items() for phrase in phrases},
}
_NEGATIONS: Final = frozenset("not no non nicht kein ne pas não niet nie не partially partly partial teilweise".split())
_PAYMENT: Final = re.compile("paid|payment|zahl|pay[éi]|pag[ao]|betaal|płac|оплач|支付|付款|支払")
_APART: Final = re.compile(r"[\W_]+")
_BEGINNING: Final = 40
"""In longer cells, somebody tells something; no single word of them is a status."""


@lru_cache(maxsize=2**12)
def judge(heading: str, cell: str) -> Judged:
    """What a cell says of a ticket under a heading; a plain yes or no says what the heading asks.

    >>> judge("Attendee Status", "Checked In"), judge("Void?", "yes").reason, judge("Attending?", "No").reason
    (Judged(verdict='comes', reason=''), 'void', 'not attending')
    """
    said = _words(cell)
    if not said:
        return Judged("comes")
    if said in _YES or said in _NO:
        unwelcome = _unwelcome(heading)
        if unwelcome is not None:
            return unwelcome if said in _YES else Judged("comes")
        if said in _YES:
            return Judged("comes")
        return Judged("open", "unpaid") if _PAYMENT.search(_words(heading)) else Judged("out", "not attending")
    return _PLAIN.get(said) or _by_words(said.split())


def affirmed(cell: str) -> bool | None:
    """Whether a cell says yes or no; None if it says something else.

    >>> affirmed("Ja"), affirmed("0"), affirmed("Vegetarian")
    (True, False, None)
    """
    said = _words(cell)
    return True if said in _YES else False if said in _NO else None


def _by_words(said: list[str]) -> Judged:
    """What one word or the first words of a longer answer say: "Cancelled by user", "Yes, I will attend"."""
    if len(said) > _BEGINNING:
        return Judged("unknown")
    for end in (3, 2):
        if len(said) > end and (found := _PLAIN.get(" ".join(said[:end]))):
            return found
    if said[0] in _YES and len(said[0]) > 1:
        return Judged("comes")
    if said[0] in _NO and len(said[0]) > 1:
        return Judged("out", "not attending")
    if _NEGATIONS.isdisjoint(said):
        for word in said:
            found = _PLAIN.get(word)
            if found is not None and len(word) > 1 and found.verdict == "out":
                return found
        if (found := _PLAIN.get(said[0])) is not None and len(said[0]) > 1:
            return found
    return Judged("unknown")


def _unwelcome(heading: str) -> Judged | None:
    """What a yes means under a heading that asks whether a ticket is void, cancelled or the like."""
    words = _words(heading)
    found = next((_PLAIN[part] for part in (words, *words.split()) if part in _PLAIN), None)
    return found if found is not None and found.verdict == "out" else None


def _words(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(_APART.sub(" ", plain).split()) or plain.strip()
