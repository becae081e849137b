"""Where the CPU time of `booklet make` goes: libraries and stages, in fresh processes.

Usage: python tests/benchmarks/stages.py [PROGRAM] [--runs N], with the Python of an environment that booklet is
installed in (see README.md beside this file).
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from statistics import median
from typing import Final

_HERE: Final = Path(__file__).parent
_PROGRAM: Final = _HERE.parents[1] / "program.yaml"
_COMMAND: Final = "from booklet.cli import main; main()"


def cpu(arguments: list[str]) -> tuple[float, str]:
    """The CPU time of Python with these arguments, user and system, in milliseconds, and what it printed."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    with subprocess.Popen([sys.executable, *arguments], stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout
        printed = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"python {' '.join(arguments)}: exit code {process.returncode}")
    return 1000 * (usage.ru_utime + usage.ru_stime), printed


def measure(program: Path, runs: int) -> tuple[list[float], dict[str, list[float]]]:
    """The CPU time of the command as it is, and of each row of the table, in milliseconds, run by run."""
    totals: list[float] = []
    rows: defaultdict[str, list[float]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as out:
        plain = ["-c", _COMMAND, "make", str(program), "-o", out, "--quiet"]
        for number in range(runs + 1):
            total, _ = cpu(plain)
            empty, _ = cpu(["-c", "pass"])
            _, printed = cpu([str(_HERE / "meter.py"), str(program), out])
            if number == 0:
                continue  # it may have had to compile the modules
            totals.append(total)
            rows["interpreter"].append(empty)
            for line in printed.splitlines():
                label, _, milliseconds = line.partition("\t")
                rows[label].append(float(milliseconds))
    return totals, rows


def table(totals: list[float], rows: dict[str, list[float]]) -> str:
    """The medians; the last row but one is what the others leave of the whole: the exit, and what measuring costs."""
    medians = {label: median(found) for label, found in rows.items()}
    groups = ("interpreter", "import: ", "read: ", "check", "fonts", "set: ", "draw: ", "save: ", "other")
    order = [label for group in groups for label in sorted(medians) if label.startswith(group)]
    total = median(totals)
    rest = total - sum(medians.values())
    lines = [f"{'CPU time in ms':24}{'median':>8}{'least':>8}"]
    lines += [f"{label:24}{medians[label]:8.1f}{min(rows[label]):8.1f}" for label in order]
    lines.append(f"{'exit, less measuring':24}{rest:8.1f}")
    lines.append(f"{'booklet make':24}{total:8.1f}{min(totals):8.1f}")
    return "\n".join(lines)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", nargs="?", type=Path, default=_PROGRAM)
    parser.add_argument("--runs", type=int, default=11)
    options = parser.parse_args()
    print(table(*measure(options.program, options.runs)))


if __name__ == "__main__":
    main()
