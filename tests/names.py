"""Forty names that are hard to print, and a program in which each of them speaks."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

NAMES: Final[tuple[str, ...]] = (
    "Zoe\u0308 Mu\u0308ller",  # decomposed
    "İbrahim Işık",
    "Ἀλέξανδρος Ῥῆγας",
    "김민준",
    "胡玮文",
    "歐陽詢",
    "さくら カタカナ",
    "محمد بن سلمان",
    "لُبْنَى",
    "שרה בן־דוד",
    "שָׂרָה לֵוִי",
    "علی‌رضا",  # with a zero width non-joiner
    "ڈاکٹر عائشہ",
    "श्रीकृष्ण क्षत्रिय",
    "জ্যোতি",
    "தமிழ்ச்செல்வி",
    "മലയാളം",
    "ශ්‍රී",  # with a zero width joiner
    "ชื่อ น้ำผึ้ง",
    "សុខា",
    "အောင်",
    "ሰላም",
    "Արամ Խաչատրյան",
    "გიორგი",
    "Nguyễn Thị Ánh",
    "Nguye\u0302\u0303n Thi\u0323 A\u0301nh",
    "Ọláyẹ̀mí Adéọlá",
    "ʻAkahi Kaleo",
    "Suharto",
    "Robin 🦊",
    "<dev>",
    "Ben & Jerry",
    "Бого Їжакевич",
    "Þórður Łukasz",
    "Dvořák Ħal",
    "ˈdʒɒn",
    "Steffi Off",
    "O’Brien",
    "Müller-Lüdenscheid",
    "Jean-Luc D’Œuvre",
)

_EAST_ASIAN: Final = re.compile("[\u3040-\u9fff\uac00-\ud7ff]")


def is_vendored(name: str) -> bool:
    """Whether the fonts of the project have all of a name: those of East Asia must be on the machine."""
    return not _EAST_ASIAN.search(name)


def write_names(path: Path, names: tuple[str, ...]) -> None:
    """Write a program in which each speaks for ten minutes, and is named four times in all."""
    lines = [
        "event: {title: Hard names, language: en-US, timezone: UTC}",
        "days:",
        "  - date: 2026-05-01",
        "    sessions:",
    ]
    for number, name in enumerate(names):
        (start, first), (end, last) = divmod(480 + 10 * number, 60), divmod(490 + 10 * number, 60)
        lines += [
            f"      - time: {start:02}:{first:02}-{end:02}:{last:02}",
            f'        talk: "Talk {number + 1}: {name}"',
            f'        speaker: "{name}"',
            "        abstract: |",
            f"          What {name} says, and ({name}) again.",
        ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
