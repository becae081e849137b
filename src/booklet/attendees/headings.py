"""The words that head the columns of lists of attendees, in eleven languages, and the words around them."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from booklet.importers.headings import HEADINGS

Field: TypeAlias = Literal[
    "name", "given", "family", "affiliation", "position", "pronouns", "ticket", "ident", "email", "language", "tokens",
    "status", "photo",
]  # fmt: skip
"""What a column may be said to hold."""


def _phrases(text: str) -> frozenset[str]:
    return frozenset(phrase.strip() for phrase in text.split("|"))


WHOLE_OR_FAMILY: Final = _phrases("name | nom | naam")
"""What heads whole names, or family names if there is a column of given names alone beside it."""

WHOLE_OR_GIVEN: Final = _phrases("nome | nombre | имя")
"""What heads whole names, or given names if there is a column of family names beside it."""

PHRASES: Final[dict[Field, frozenset[str]]] = {
    "name": WHOLE_OR_FAMILY
    | WHOLE_OR_GIVEN
    | _phrases("""
        full name | fullname | complete name | first last name | first and last name | vor und nachname |
        vor nachname | vor und zuname | vollständiger name | ganzer name | name und vorname | nom complet |
        nombre completo | nome completo | volledige naam | voor en achternaam | imię i nazwisko | nazwisko i imię |
        imiona i nazwisko | полное имя | ф и о | фио | фамилия имя отчество | 氏名 | お名前 | 名前 | 姓名 | 名字 |
        display name | preferred name | preferred full name | nickname | wunschname
    """),
    "given": (HEADINGS["first"] - WHOLE_OR_GIVEN)
    | _phrases("""
        first names | forenames | christian name | preferred first name | preferred given name | rufname | vornamen |
        prénoms | prenom | nombres | nome próprio | primeiro nome | roepnaam | imię | imiona
    """),
    "family": HEADINGS["last"]
    | _phrases("""
        last names | surnames | family names | zuname | nachnamen | nom famille | apelido | apelidos | cognomi |
        nazwisko | familienaam | 名字 姓
    """),
    "affiliation": HEADINGS["affiliation"]
    | _phrases("""
        companies | workplace | place of work | organisation university | zugehörigkeiten | arbeitgeber |
        unternehmen | organisation | hochschule universität | société | entreprise | employeur | laboratoire |
        organización | centro de trabajo | azienda | organizzazione | organização | organisatie | bedrijf |
        werkgever | afiliacja | instytucja | uczelnia | firma | organizacja | uniwersytet | учреждение | компания |
        институт | 公司 | 会社 | 会社名 | 勤務先 | 所属組織 | 組織 | 工作单位 | 服务单位 | 單位
    """),
    "position": (HEADINGS["position"] - {"tagline", "tag line"})
    | _phrases("""
        job | job role | occupation | professional title | beruf | stellung | berufsbezeichnung | poste | profession |
        intitulé du poste | puesto | ocupación | profesión | posizione | qualifica | posição | profissão |
        functietitel | beroep | stanowisko | zawód | 职位 | 肩書 | 肩書き
    """),
    "pronouns": _phrases("""
        pronoun | pronouns | preferred pronoun | preferred pronouns | pronomen | pronoms | pronom | pronombre |
        pronombres | pronomi | pronome | pronomes | voornaamwoorden | zaimki | местоимения | 代词 | 代名詞
    """),
    "ticket": _phrases("""
        ticket | ticket type | ticket name | ticket title | ticket class | ticket category | type of ticket |
        product | registration type | registration category | attendee type | participant type | type of participant |
        participation type | badge type | category | kategorie | ticketart | tickettyp | ticketkategorie |
        teilnahmeart | produkt | type de billet | billet | catégorie | tarif | tipo de entrada | tipo de boleto |
        entrada | categoría | tipo di biglietto | biglietto | categoria | tipo de ingresso | ingresso | bilhete |
        categorie | tickettype | soort ticket | rodzaj biletu | bilet | kategoria | тип билета | билет | категория |
        券種 | チケット | チケット種別 | 参加区分 | 参加種別 | 票种 | 门票类型 | 门票 | 参会类型
    """),
    "ident": _phrases("""
        id | attendee number | attendee id | attendee no | ticket number | ticket id | ticket no | ticket code |
        ticket reference | ticket secret | ticket barcode | barcode | barcode number | badge id | badge number |
        registration id | registration number | registrant id | participant id | participant number |
        participant code | ticketnummer | teilnehmernummer | teilnahmenummer | anmeldenummer | strichcode |
        numéro de billet | numéro d inscription | code barres | número de entrada | número de registro |
        código de barras | numero biglietto | numero di registrazione | codice a barre | número do ingresso |
        número de inscrição | registratienummer | numer biletu | numer uczestnika | номер билета | номер участника |
        参加者番号 | 登録番号 | チケット番号 | 受付番号 | 票号 | 报名编号
    """),
    "email": HEADINGS["email"]
    | _phrases("""
        e mail adresse | email adresse | mailadresse | e mailadresse | adresse email | adresse électronique |
        adresse mail | dirección de correo | correo electronico | indirizzo e mail | indirizzo email |
        endereço de e mail | e mailadres | emailadres | adres e mail | adres email | имейл | е мейл | メアド |
        電子メール | 電郵 | 邮箱地址
    """),
    "language": _phrases("""
        language | preferred language | language of badge | locale | sprache | langue | idioma | lingua | língua |
        taal | język | язык | 语言 | 言語
    """),
    "tokens": frozenset(),
    "status": HEADINGS["status"]
    | _phrases("""
        attendee status | order status | ticket status | registration state | registration status | payment status |
        void status | booking status | participation status | rsvp | rsvp status | anmeldestatus | bestellstatus |
        zahlungsstatus | paid | bezahlt | payé | pagado | pagato | teilnahmestatus | statut de la commande |
        statut de l inscription | statut du participant | estado del pedido | estado de la inscripción |
        stato dell ordine | stato dell iscrizione | estado do pedido | situação | bestelstatus | stan |
        status zamówienia | статус заказа | статус участника | 订单状态 | 报名状态 | 参会状态 | 申込状況 | 参加状況 |
        出欠 | void | voided | cancelled | canceled | refunded | withdrawn | deleted | storniert | abgesagt | annulé |
        cancelado | annullato | geannuleerd | attending | will you attend | are you attending |
        will you be attending | do you attend | teilnahme | zusage | participation | presence | présence |
        asistencia | partecipazione | presença | aanwezig
    """),
    "photo": _phrases("""
        photo | photograph | portrait | foto | porträt | fotografía | fotografia | zdjęcie | фото | 照片 | 写真
    """),
}  # fmt: skip
"""Headings in small letters, their words parted by spaces. Phrases of `WHOLE_OR_FAMILY` and `WHOLE_OR_GIVEN` are among
the names."""

QUANTITY: Final = _phrases("quantity | qty | number of tickets | tickets | anzahl | quantité | cantidad | quantità")
"""How many tickets a row stands for."""

BADGE: Final = (
    "badge name tag", "name tag", "name badge", "name badges", "name tags", "badge", "badges", "nametag", "nametags",
    "lanyard", "preferred", "display", "namensschild", "namensschilder", "namensschildes", "namenskärtchen",
    "étiquette", "insigne", "credencial", "gafete", "acreditación", "escarapela", "cartellino", "cartellini", "crachá",
    "naambadge", "naamkaartje", "naambordje", "identyfikator", "identyfikatorze", "identyfikatora", "plakietce", "plakietka",
    "бейдж", "бейдже", "бейджа", "бейджик", "бейджике",
)  # fmt: skip
"""Words by which a heading says that this is to be printed; they go before all other columns."""

BADGE_SIGNS: Final = ("名札", "バッジ", "ネームカード", "胸卡", "胸牌", "名牌", "参会证")

PERSON: Final = frozenset(
    """attendee attendees participant participants delegate delegates registrant guest ticket holder ticketholder
    teilnehmer teilnehmerin teilnehmende teilnehmers asistente asistentes participante participantes partecipante
    partecipanti deelnemer deelnemers uczestnik uczestnika участник участника participant·e""".split()
)
"""Words for who comes, before what is asked of them: "Attendee name", "Ticket Company Name"."""

BUYER: Final = (
    "invoice address", "billing address", "invoice", "billing", "buyer", "buyers", "purchaser", "order", "orderer",
    "payer", "booker", "booked by", "bought by", "customer", "contact", "rechnungsadresse", "rechnung", "besteller",
    "käufer", "kunde", "kontakt", "adresse de facturation", "facturation", "acheteur", "commande", "comprador",
    "facturación", "acquirente", "fatturazione", "koper", "factuuradres", "kupujący", "zamawiający", "faktura",
    "покупатель", "покупателя", "заказчик", "плательщик",
)  # fmt: skip
"""Words for who has paid, which may be somebody else; what they head is taken only if nothing else is there."""

BUYER_SIGNS: Final = ("购买人", "订购人", "联系人", "发票", "購入者", "申込者", "請求", "連絡先")

NEVER_SIGNS: Final = (
    "ふりがな", "フリガナ", "カナ", "かな", "ローマ字", "拼音", "紧急", "緊急", "电话", "電話", "手机", "住所", "地址",
    "アレルギー", "过敏", "饮食", "同伴", "推荐人", "導師", "导师",
)  # fmt: skip
"""Signs of headings that are for something else, whatever else they say."""

JOINING: Final = frozenset("and or und oder et ou y o e i en of и или plus".split())
"""Words that make a list of what is asked."""

FILLERS: Final = (
    JOINING
    | frozenset(
        """the a an for your you please enter give write state tell us what which is are how should shall would like
        to have as it appear appears on in printed print display displayed shown we put be will want s my if
        any current main
        der die das des dem den ein eine wie lautet ihr ihre ihren ihres dein deine deinen auf bitte geben sie an gib
        welche welcher welchem soll stehen erscheinen angeben innen für heißen gehören
        le la les l d de du un une quel quelle est votre vos ton ta sur comment souhaitez vous que qu veuillez indiquer
        doit apparaître figurer
        el los las del su tu cuál cuáles es cómo debe aparecer por favor escriba indique para
        il lo i gli del della dell di da qual è tuo tua suo sua sul come deve apparire indicare
        o os as do da dos das qual é seu sua no na como deve aparecer indique
        het van uw je jouw wat hoe op de moet staan
        jakie jest twoje na jak ma brzmieć proszę podać podaj
        ваше ваша ваш ваши укажите какое какая как на для пожалуйста введите в""".split()
    )
)  # fmt: skip
"""Words of questions that say nothing of what is asked."""
