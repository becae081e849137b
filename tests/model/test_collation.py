from __future__ import annotations

import random

import pytest

from booklet.model.collation import collate, initial
from booklet.model.people import display_sorted, family_name, sort_key
from booklet.model.program import Profile

ORDERS = [
    ("en", "Åberg Cæsar Czar Łoś Lzz Müller Mu\u0308ller Mumm Obregón O'Brien Ørsted Oz Öz"),
    ("de", "Arp Äsop Azur Mueller Muller Müller Mumm Weisr Weiß Weissa"),
    ("sv", "Oberg Wall Xi Übel Yng Zorn Åberg Ärlig Æsir Öberg Ørsted Östlund"),
    ("fi", "Ohtonen Zorn Åberg Äijö Öhman"),
    ("da", "Abel Zahle Ærø Øst Aagaard Åkjær Århus"),
    ("nb", "Abel Zahle Ærø Øst Ås Aasen"),
    ("is", "Azz Ásta Bjarni Dzz Ðór Einar Zoë Þóra Æsa Örn"),
    ("es", "Nandu Nzaa Ñandú Oa"),
    ("cs", "Cihla Cyz Čapek Dchy Hzz Chalupa Ivan Rzz Řeháč Szz Šíma"),
    ("sk", "Azz Ära Hzz Chmel Ivan Ozz Ôsmy"),
    ("pl", "Azz Ąb Czz Ćma Lis Lzz Łoś Mak Zzz Źr Żak"),
    ("hu", "Czz Csaba Dzz Dzsó Gzz Gyula Lzz Lyka Ozz Öcsi Sütő Szabó Zzz Zsolt"),
    ("hr", "Czz Čačić Ćosić Dzz Džaja Đurić Lzz Ljubić Nzz Njegoš"),
    ("ro", "Azz Ăla Âna Izz Îna Szz Ștefan Tzz Țepeș"),
    ("et", "Szz Šein Zorn Žukov Tamm Wiik Õun Äär Öpik Ülo"),
    ("lv", "Ibse Yder Izak Kzz Ķere Lzz Ļaviņš"),
    ("tr", "Czz Çelik Gzz Ğu Hzz Irmak Işık İnan İzz Szz Şen Uzz Ünal"),
    ("vi", "Anz Ăn Ấm Ân Dzz Đặng Đinh"),
    ("cy", "Czz Charles Dzz Ddu Lzz Llew"),
    ("uk", "Гзз Ґалаґан Дума Езз Єва Жук Изз Іва Їжак Йосип"),
    ("sr", "Дзз Ђорђе Ева Лзз Љуба Тзз Ћира"),
    ("ru", "Езз Ёлк Елкин Жук Smith Zorn"),
    ("el", "Αβγό Άγιος Ωμέγα Abel"),
    ("en", "Zorn Παπάς Жук 王 김"),
    ("ar", "أحمد الأندلسي بدوي الراوي السوسي عمر ياسر Smith"),
    ("he", "אלון בן־דוד ח׳ורי כהן לוי מזרחי תמיר Smith"),
    ("ja", "あおき アダム いとう がとう かとう きゃらい ささき ぱく 王 Smith"),
    ("zh-Hans", "顾若溪 韩知远 李小满 刘白 陆清和 吕布 欧阳晚晴 任平 沈其渊 Smith 曾晓棠 郑一 卓玛"),
    ("zh-Hant-TW", "Smith 李 王 陳"),
]
"""Names in the order of a language, as Unicode's CLDR has it."""


@pytest.mark.parametrize(("language", "names"), ORDERS, ids=[language for language, _ in ORDERS])
def test_names_sort_as_their_language_does(language: str, names: str) -> None:
    expected = names.split()
    shuffled = expected[:]
    random.Random(1).shuffle(shuffled)

    shuffled.sort(key=lambda name: (collate(name, language), expected.index(name)))

    assert shuffled == expected


@pytest.mark.parametrize(
    ("language", "same"),
    [
        ("en", ("Müller", "MULLER")),
        ("en", ("O’Brien", "OBrien")),
        ("en", ("Muñoz-Ewald", "Munoz Ewald")),
        ("sv", ("Übel", "Ybel")),
        ("da", ("Aagaard", "Ågaard")),
        ("de", ("Groß", "Gross")),
        ("vi", ("Nguyễn", "Nguyên")),
        ("en", ("D. E.", "d e")),
    ],
)
def test_what_only_looks_different_is_equal(language: str, same: tuple[str, str]) -> None:
    first, second = same
    assert collate(first, language) == collate(second, language)


@pytest.mark.parametrize(
    ("language", "name", "head"),
    [
        ("en", "Öberg", "O"),
        ("sv", "Öberg", "Ö"),
        ("cs", "Chalupa", "Ch"),
        ("cs", "Čapek", "Č"),
        ("da", "Aagaard", "Å"),
        ("tr", "Irmak", "I"),
        ("tr", "İnan", "İ"),
        ("hu", "Dzsó", "Dzs"),
        ("en", "Þóra", "T"),
        ("en", "Жук", "Ж"),
        ("en", "Άγιος", "Α"),
        ("ru", "Smith", "S"),
        ("en", "김", "ㄱ"),
        ("en", "ბერიძე", "ბ"),
        ("en", "3Blue1Brown", "0–9"),
        ("en", "!!!", "#"),
        ("en", "\ue000", "#"),
    ],
)
def test_initial_is_the_letter_that_one_looks_under(language: str, name: str, head: str) -> None:
    assert initial(collate(name, language), language) == head


@pytest.mark.parametrize(
    ("language", "name", "shown"),
    [
        ("en", "Ludwig van Beethoven", "van Beethoven, Ludwig"),
        ("de", "Ludwig van Beethoven", "Beethoven, Ludwig van"),
        ("nl", "Jan van der Berg", "Berg, Jan van der"),
        ("nl-BE", "Jan van der Berg", "van der Berg, Jan"),
        ("es", "Juan de la Cruz", "Cruz, Juan de la"),
        ("es", "José Ortega y Gasset", "Ortega y Gasset, José"),
        ("fr", "Jean de La Fontaine", "La Fontaine, Jean de"),
        ("fr", "Kees van Dongen", "van Dongen, Kees"),
    ],
)
def test_particles_stand_where_the_language_has_them(language: str, name: str, shown: str) -> None:
    assert display_sorted(name, language=language) == shown
    family = collate(shown.split(",", maxsplit=1)[0], language)
    assert sort_key(name, language=language)[0] == family


@pytest.mark.parametrize(
    ("language", "names", "heads"),
    [
        ("ja", "あおき がとう ゔぁいす ぱく やまだ ろう をだ 王 Smith", "あ か あ は や ら わ 漢字 S"),
        ("zh-CN", "曾晓棠 欧阳晚晴 单田 吕布 Smith", "Z O S L S"),
        ("ar", "الأندلسي إيمان السوسي ال", "ا ا س ا"),
        ("he", "אלון ח׳ורי", "א ח"),
        ("ru", "Ёлкин Йогов Щукина", "Е Й Щ"),
    ],
)
def test_heads_of_an_index_are_those_of_the_language(language: str, names: str, heads: str) -> None:
    assert [initial(collate(name, language), language) for name in names.split()] == heads.split()


@pytest.mark.parametrize(
    ("language", "name", "shown"),
    [
        ("ja", "朝倉 千尋", "朝倉 千尋"),
        ("ja", "エマ・カートライト", "エマ・カートライト"),
        ("zh", "欧阳晚晴", "欧阳晚晴"),
        ("en", "김 철수", "김 철수"),
        ("ar", "مريم الأندلسي", "الأندلسي، مريم"),
        ("ar", "هشام بن داود", "بن داود، هشام"),
        ("he", "דוד בן גוריון", "בן גוריון, דוד"),
        ("ru", "Игорь Станиславович Ельцов", "Ельцов, Игорь Станиславович"),
    ],
)
def test_names_of_other_scripts_are_shown_as_their_readers_expect(language: str, name: str, shown: str) -> None:
    assert display_sorted(name, language=language) == shown


def test_name_with_a_reading_is_sorted_by_it_and_printed_as_it_is_given() -> None:
    profile = Profile("朝倉 千尋", sort_as="あさくら ちひろ")

    assert display_sorted("朝倉 千尋", profile, language="ja") == "朝倉 千尋"
    assert family_name("朝倉 千尋", profile) == "朝倉 千尋"
    assert initial(sort_key("朝倉 千尋", profile, language="ja")[0], "ja") == "あ"
