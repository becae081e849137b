"""What formulas cost: a thousand distinct ones laid out once, and shown again in other sizes and inks.

    python -m tests.benchmarks.formulas

Prints CPU seconds; reading the libraries and the font is counted apart.
"""

from __future__ import annotations

import time
from itertools import count, islice

from booklet.design.concert import CONCERT
from booklet.layout.marks import Ink
from booklet.text.formulas import Formulas
from booklet.text.styles import Span, Style
from tests.text.formula_samples import DISPLAYED, INLINE

MANY = 1000


def samples(wanted: int) -> list[str]:
    """Distinct formulas, as many as wanted: the samples with numbers added."""
    kinds = [*INLINE, *DISPLAYED]
    return list(islice((f"{source}+{number}" for number in count() for source in kinds), wanted))


def main() -> None:
    """Measure and print."""
    formulas = Formulas(CONCERT.shelf())
    started = time.process_time()
    formulas.formula("x", display=False)
    print(f"libraries and font        {time.process_time() - started:6.2f} s")
    sources = samples(MANY)
    for pass_, size in (("first", 9.4), ("second", 9.4), ("third, other size", 8.2)):
        started = time.process_time()
        style = Style("serif", size, Ink(0, 0, 0))
        for source in sources:
            for span in formulas.expanded((Span(f"${source}$", style),)):
                formulas.part(span, 0, -1)
        print(f"{MANY} formulas, {pass_:<18}{time.process_time() - started:5.2f} s")


if __name__ == "__main__":
    main()
