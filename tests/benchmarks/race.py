"""Booklet against Typst and a naive Platypus, on the same meeting, cold, one after the other: wall time and memory.

Usage: python -m tests.benchmarks.race [COUNT …] [--peers PYTHON] [--runs N] [--only NAME …] (see README.md beside this
file). Each is a fresh process that reads its own form of the meeting and writes a whole PDF: ours a tagged screen
edition. Memory is the largest sum, over all processes, of what each has for itself and its share of what they have
together (PSS), looked at twenty times a second. Without `--peers` only booklet runs, with one process and with two, and
their files are compared.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple

from tests.benchmarks.meeting import Meeting, make_meeting, program_of
from tests.benchmarks.typst_peer import FONTS, SOURCE, data_of

_HERE: Final = Path(__file__).parent
_PERIOD: Final = 0.05
_COMMAND: Final = "from booklet.cli import main; main()"
_TOO_MUCH: Final = 21 * 1024**3
"""Bytes of address space that a peer may take: more would end this machine, not only the race."""


class Run(NamedTuple):
    """How long a command took, in seconds of wall and of CPU, and its memory in MiB; `failed` tells how it ended."""

    wall: float
    cpu: float
    memory: float
    failed: int


def run(command: list[str], folder: Path) -> Run:
    """Run a command in a folder."""
    started = time.perf_counter()
    before = os.times()
    limit = ["prlimit", f"--as={_TOO_MUCH}"] if Path("/usr/bin/prlimit").exists() else []
    process = subprocess.Popen([*limit, *command], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    most = 0.0
    while process.poll() is None:
        most = max(most, sum(_memory(one) for one in _tree(process.pid)))
        time.sleep(_PERIOD)
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Run(time.perf_counter() - started, cpu, most / 1024, process.returncode)


def _tree(root: int) -> Iterator[int]:
    """A process and all that it has started."""
    yield root
    try:
        children = Path(f"/proc/{root}/task/{root}/children").read_text().split()
    except OSError:
        return
    for child in children:
        yield from _tree(int(child))


def _memory(process: int) -> float:
    """The proportional set size of a process in KiB."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((float(line.split()[1]) for line in lines if line.startswith("Pss:")), 0.0)


def commands(meeting: Meeting, folder: Path, peers: str) -> dict[str, list[str]]:
    """Write the meeting in every form; what makes a PDF of each."""
    (folder / "program.yaml").write_text("".join(f"{line}\n" for line in program_of(meeting)), encoding="utf-8")
    ours = [sys.executable, "-c", _COMMAND, "make", "program.yaml", "--quiet", "-e", "screen", "-o"]
    found = {
        "booklet, 1 process": [*ours, "one", "--workers", "1"],
        "booklet, 2 workers": [*ours, "two", "--workers", "2"],
    }
    if peers:
        (folder / "meeting.json").write_text(data_of(meeting), encoding="utf-8")
        (folder / "meeting.typ").write_text(SOURCE, encoding="utf-8")
        fonts = str(FONTS)
        found["typst"] = [peers, str(_HERE / "typst_run.py"), "meeting.typ", "typst.pdf", fonts]
        found["platypus"] = [peers, str(_HERE / "platypus_run.py"), "meeting.json", "platypus.pdf", fonts]
    return found


def race(count: int, options: argparse.Namespace) -> Iterator[str]:
    """The lines of a table for a number of abstracts."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        chosen = commands(make_meeting(count), folder, options.peers)
        if options.only:
            chosen = {name: command for name, command in chosen.items() if any(map(name.startswith, options.only))}
        medians: dict[str, Run] = {}
        for label, command in chosen.items():
            runs = [run(command, folder) for _ in range(options.runs)]
            medians[label] = Run(*(median(values) for values in zip(*runs, strict=True)))
        yield f"{count} abstracts{'wall s':>21}{'CPU s':>9}{'MiB':>9}{'of Typst':>18}"
        peer = medians.get("typst")
        for label, one in medians.items():
            ratio = ""
            if peer and not peer.failed and label != "typst":
                ratio = f"{one.wall / peer.wall:8.2f} wall {one.memory / peer.memory:6.2f} memory"
            ended = "" if not one.failed else f"   failed: exit code {one.failed:.0f}"
            yield f"  {label:20}{one.wall:14.2f}{one.cpu:9.2f}{one.memory:9.0f}{ratio}{ended}"
        files = [folder / which / "program-screen.pdf" for which in ("one", "two")]
        if all(file.exists() for file in files):
            same = len({sha256(file.read_bytes()).digest() for file in files}) == 1
            size = files[0].stat().st_size / 1024**2
            yield f"  one process and two workers: {'the same bytes' if same else 'DIFFERENT BYTES'}, {size:.1f} MiB"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("counts", nargs="*", type=int, default=[14, 500, 5000])
    parser.add_argument("--peers", default="", help="a Python that has typst and reportlab")
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--only", nargs="*", default=[], help="names to run, such as booklet typst")
    options = parser.parse_args()
    for count in options.counts:
        for line in race(count, options):
            print(line, flush=True)


if __name__ == "__main__":
    main()
