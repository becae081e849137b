from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from booklet.text.clusters import clusters


@given(st.text())
def test_clusters_lose_nothing(text: str) -> None:
    assert "".join(clusters(text)) == text


@given(st.text())
def test_only_the_first_cluster_may_begin_with_a_mark(text: str) -> None:
    assert not any(unicodedata.combining(cluster[0]) for cluster in clusters(text)[1:])


def test_joined_emoji_are_one_cluster() -> None:
    assert clusters("👩🏽‍🔬!") == ["👩🏽‍🔬", "!"]


def test_vowels_of_devanagari_stay_with_their_letters() -> None:
    assert clusters("हिन्दी") == ["हि", "न्", "दी"]
