from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pikepdf


def test_failed_rules_of_a_bare_file_name_file_flavour_and_clause(
    tmp_path: Path, verapdf: Callable[[Iterable[Path], Iterable[str]], list[str]]
) -> None:
    file = tmp_path / "bare.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(file)

    failures = [line.split("\t")[:3] for line in verapdf([file], ["ua1"])]

    assert [str(file), "ua1", "7.1-11"] in failures
    assert {flavour for _, flavour, _ in failures} == {"ua1"}
