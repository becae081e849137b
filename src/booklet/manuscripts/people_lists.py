"""What agendas and exports say of people, behind one door: names, lists, affiliations, bylines and co-authors."""

from __future__ import annotations

from booklet.manuscripts.affiliations import is_affiliation
from booklet.manuscripts.byline_words import LEADING_WORDS
from booklet.manuscripts.bylines import Byline, split_by
from booklet.manuscripts.joint_work import joint_with
from booklet.manuscripts.names import is_name, name_score, nobody
from booklet.manuscripts.rosters import read_people

__all__ = [
    "LEADING_WORDS",
    "Byline",
    "is_affiliation",
    "is_name",
    "joint_with",
    "name_score",
    "nobody",
    "read_people",
    "split_by",
]
