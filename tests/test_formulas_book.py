"""A booklet with formulas wherever a program's texts are printed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from booklet.crew.crew import can_work
from booklet.editions import EDITIONS
from booklet.make import SetBook, set_book, write_edition
from tests.reading import page_texts, read_links, read_outline, read_tags
from tests.setting import lines_of, outside_frame, outside_paper
from tests.text.formula_samples import DISPLAYED, INLINE

_ENOUGH = 80
"""So many abstracts are enough for copies of the process to share here."""

FailedRules = Callable[[Iterable[Path], Iterable[str]], list[str]]

HEAD = r"""
event:
  title: Workshop on $\mathbb{R}^d$
  language: en-GB
  timezone: Europe/London
  summary: All about $\alpha$ and $5 fees.
venue:
  name: Hall
  address: [London, United Kingdom]
speakers:
  Ann Other:
    bio: Ann likes $x^2$.
days:
  - date: 2026-06-01
    sessions:
      - time: 9:00-9:45
        talk: The $L^p$-theory of \(\alpha\)-stable processes
        speaker: Ann Other
        note: Needs $\sqrt{2}$.
        abstract: |
          It costs $5 and $10, or US$5. x_i stays.

"""


def program(*paragraphs: str) -> str:
    return HEAD + "\n\n".join("          " + paragraph for paragraph in paragraphs) + "\n"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("formulas") / "program.yaml"
    inline = "; ".join(f"${source}$" for source in INLINE)
    path.write_text(program(inline, *[f"We have $${source}$$ for $n$." for source in DISPLAYED]), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def done(path: Path) -> SetBook:
    return set_book(path)


@pytest.fixture(scope="module")
def screen(done: SetBook) -> bytes:
    return write_edition(done, EDITIONS["screen"])[0]


def test_sixty_formulas_are_set_without_a_fault(done: SetBook) -> None:
    assert [fault.what for fault in done.faults if "formula" in fault.what or "fit" in fault.what] == []
    assert outside_frame(done, lines_of(done)) == []
    assert outside_paper(done, lines_of(done)) == []


def test_the_screen_edition_conforms(screen: bytes, tmp_path: Path, verapdf: FailedRules) -> None:
    path = tmp_path / "screen.pdf"
    path.write_bytes(screen)

    assert verapdf([path], ["ua1", "2a"]) == []


def test_each_formula_is_tagged_with_its_source(screen: bytes) -> None:
    tags = [tag for tag in read_tags(screen).walk() if tag.role == "Formula"]
    sources = [tag.alt for tag in tags]

    assert [source for source in INLINE if source not in sources] == []
    assert [source for source in DISPLAYED if source not in sources] == []
    assert r"\alpha" in sources
    assert "L^p" in sources
    assert next(tag.text() for tag in tags if tag.alt == r"O(n\log n)") == "O(nlogn)"
    assert next(tag.text() for tag in tags if tag.alt == r"\mathbb{Z}/p\mathbb{Z}") == "ℤ/pℤ"


def test_formulas_can_be_read_and_prices_too(screen: bytes) -> None:
    text = " ".join(" ".join(page_texts(screen)).split())

    assert "It costs $5 and $10, or US$5. x_i stays." in text
    assert "rank(" in text
    assert "∇" in text
    assert "$\\" not in text


def test_bookmarks_links_and_the_title_say_formulas_in_plain_text(done: SetBook, screen: bytes) -> None:
    titles = [mark.title for mark in read_outline(screen)]

    assert done.book.title == "Workshop on ℝ^d"
    assert "Ann Other: The L^p-theory of α-stable processes" in titles
    assert not any("$" in link.says or "\\" in link.says for link in read_links(screen))


def test_the_same_program_has_the_same_bytes(path: Path, screen: bytes) -> None:
    assert write_edition(set_book(path), EDITIONS["screen"])[0] == screen


def test_faults_name_the_command_and_the_place(tmp_path: Path) -> None:
    path = tmp_path / "program.yaml"
    path.write_text(
        program(r"We take $\foo{x}+1$ and $\frac{a$", "and \\[ \\begin{tikzcd} A\n          B \\end{tikzcd} \\]."),
        encoding="utf-8",
    )

    faults = [fault for fault in set_book(path).faults if "formula" in fault.what]

    assert [(fault.what, str(fault.where).rpartition("/")[2]) for fault in faults] == [
        (r"a formula cannot be set: \foo is not known, in '\\foo{x}+1'", "program.yaml:23:20"),
        (r"a formula cannot be set: a brace is not closed, in '\\frac{a'", "program.yaml:23:36"),
        (
            r"a formula cannot be set: \begin{tikzcd} is not known, in '\\begin{tikzcd} A B \\end{tikzcd}'",
            "program.yaml:25:18",
        ),
    ]


def test_a_program_without_formulas_imports_no_library_of_them(tmp_path: Path) -> None:
    path = tmp_path / "program.yaml"
    path.write_text(
        "event: {title: Day, language: en-GB, timezone: Europe/London}\nvenue: {name: Hall}\ndays:\n"
        "  - date: 2026-06-01\n    sessions:\n      - {time: '9:00-9:45', talk: It costs $5 and $10, speaker: Ann}\n",
        encoding="utf-8",
    )
    code = (
        "import sys; from pathlib import Path; from booklet.make import set_book; set_book(Path(sys.argv[1]));"
        "print(sorted({name.partition('.')[0] for name in sys.modules} & {'ziamath', 'ziafont', 'latex2mathml'}))"
    )
    found = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)

    assert found.stdout.strip() == "[]"


@pytest.mark.skipif(not can_work(), reason="this system cannot copy processes, and needs no test of it")
def test_a_crew_sets_formulas_with_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("booklet.make.LARGE", _ENOUGH)
    lines = [HEAD.partition("days:")[0], "days:", "  - date: 2026-06-01", "    sessions:", "      - time: 9:00-18:00"]
    lines += ["        session: All", "        talks:"]
    samples = [*INLINE, *DISPLAYED]
    for number in range(_ENOUGH):
        source = samples[number % len(samples)]
        known = r"$\foo$" if number == _ENOUGH // 2 else f"$$x_{{{number}}}={source}$$"
        lines += [
            f"          - talk: On $x_{{{number}}}$",
            f"            speaker: Ann {chr(65 + number % 26)}{number}y",
        ]
        lines += ["            abstract: |", f"              We have \\({source}\\) and {known}."]
    path = tmp_path / "program.yaml"
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")

    one, two = (set_book(path, workers=workers) for workers in (1, 2))

    assert two.crew is not None
    assert one.faults == two.faults
    assert [fault.what for fault in two.faults if "formula" in fault.what] == [
        r"a formula cannot be set: \foo is not known, in '\\foo'"
    ]
    screen = EDITIONS["screen"]
    assert write_edition(one, screen)[0] == write_edition(two, screen, last=True)[0]
