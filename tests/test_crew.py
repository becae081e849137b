from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from booklet.crew.crew import Crew, LostError, can_work, shared_out
from booklet.layout.elements import Element, packed, unpacked, walk
from booklet.layout.galley import Slice
from booklet.make import make, set_book
from booklet.progress import Silent
from booklet.text.typesetter import Typesetter
from tests.benchmarks.meeting import make_meeting, program_of
from tests.books import FROM_THE_RIGHT

pytestmark = pytest.mark.skipif(not can_work(), reason="this system cannot copy processes, and needs no test of it")


ENOUGH: Final = 60
"""So many abstracts are several pages for each of three workers, and are set in a sixth of the time."""


@pytest.fixture(scope="module", autouse=True)
def sooner() -> Iterator[None]:
    """A crew is called for fewer abstracts than it pays for, and the book is made ready for one from there on."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("booklet.make.LARGE", ENOUGH)
        yield


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A program just large enough for a crew that is called sooner."""
    path = tmp_path_factory.mktemp("large") / "program.yaml"
    path.write_text("".join(f"{line}\n" for line in program_of(make_meeting(ENOUGH))), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def alone(large: Path) -> list[bytes]:
    """The files of one process."""
    made, _ = make(large, large.parent / "alone", editions=["screen", "print"], workers=1)
    return [one.path.read_bytes() for one in made]


@pytest.mark.parametrize("workers", [2, 3])
def test_any_number_of_workers_makes_the_same_files(workers: int, large: Path, alone: list[bytes]) -> None:
    made, _ = make(large, large.parent / f"{workers}", editions=["screen", "print"], workers=workers)

    assert [one.path.read_bytes() for one in made] == alone


def test_crew_sets_the_abstracts_of_a_large_program(large: Path) -> None:
    done = set_book(large, workers=2)

    assert done.crew is not None
    done.crew.close()


def test_program_that_is_read_from_right_to_left_has_no_crew(large: Path) -> None:
    path = large.with_name("turned.yaml")
    text = large.read_text(encoding="utf-8")
    path.write_text(text.replace("language: en-US", f"language: {FROM_THE_RIGHT}"), encoding="utf-8")

    done = set_book(path, workers=2)

    assert (done.book.rtl, done.crew) == (True, None)


def test_small_program_has_no_crew(tmp_path: Path) -> None:
    path = tmp_path / "program.yaml"
    path.write_text("".join(f"{line}\n" for line in program_of(make_meeting(ENOUGH - 1))), encoding="utf-8")

    assert set_book(path, workers=2).crew is None


def test_crew_whose_copy_fails_is_lost(em_square: Typesetter) -> None:
    def fails(branch: Element) -> list[Slice]:
        raise ValueError(branch)

    crew = Crew([fails, fails], [1, 1], 2, em_square)

    with pytest.raises(LostError):
        crew.gather()
    crew.close()


def test_crew_that_needs_an_unforeseen_code_is_lost(em_square: Typesetter) -> None:
    def shapes(_: Element) -> list[Slice]:
        em_square.faces["em"].shape("new")
        return []

    crew = Crew([shapes], [1], 1, em_square)

    with pytest.raises(LostError):
        crew.gather()
    crew.close()


class Killer(Silent):
    """Ends all copies of this process when writing begins, and counts them; checks beside the tests are no copies."""

    killed = 0

    def stage(self, what: str, total: int = 0, *, until: float = 0.0) -> None:  # noqa: ARG002
        if what.startswith("Writing"):
            for child in Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split():
                if Path(f"/proc/{child}/cmdline").read_bytes() == Path("/proc/self/cmdline").read_bytes():
                    os.kill(int(child), signal.SIGKILL)
                    self.killed += 1


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="children are found in /proc, which only Linux has")
def test_copies_that_end_while_pages_are_drawn_change_nothing(large: Path, alone: list[bytes]) -> None:
    killer = Killer()

    killed, _ = make(large, large.parent / "killed", editions=["screen"], progress=killer, workers=2)

    assert killer.killed == 2
    assert killed[0].path.read_bytes() == alone[0]


def test_jobs_are_shared_out_in_order_and_by_weight() -> None:
    shares = shared_out([5, 1, 1, 1, 1, 1, 5], 3)

    assert [number for share in shares for number in share] == list(range(7))
    assert [len(share) for share in shares] == [1, 5, 1]


def test_more_workers_than_jobs_leave_some_idle() -> None:
    assert [number for share in shared_out([1, 1], 4) for number in share] == [0, 1]


def test_packed_elements_come_back_as_they_were() -> None:
    root = Element("Sect")
    table = root.add("Table")
    head = table.add("TR").add("TH")
    head.scope, head.span = "Row", (2, 1)
    root.add("Figure", alt="a map", language="de").add("Span")

    copy = Element("Sect")
    elements = unpacked(packed(root), copy)

    assert packed(copy) == packed(root)
    assert [element.role for element in elements] == [element.role for element in walk(root)]


def test_scripts_code_and_accents_of_tex_are_foreseen(tmp_path: Path) -> None:
    marked = r"""abstract: H~2~O x^2^ n^α+1^ `a -- b` {\"o}\H{o} 5'10" \textsuperscript{th} """
    lines = [line.replace("abstract: ", marked) for line in program_of(make_meeting(ENOUGH))]
    path = tmp_path / "program.yaml"
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")

    done = set_book(path, workers=2)

    assert done.crew is not None
    done.crew.close()


def test_emoji_and_accents_are_foreseen(tmp_path: Path) -> None:
    lines = [line.replace("abstract: ", "abstract: ✔︎ x̂ 👍🏽 ∪𝚎 é ") for line in program_of(make_meeting(ENOUGH))]
    path = tmp_path / "program.yaml"
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")

    done = set_book(path, workers=2)

    assert done.crew is not None
    done.crew.close()
