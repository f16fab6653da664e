"""FLINT's working precision is set in one place, by one thread at a time."""

import re
from pathlib import Path

from flint import arb, ctx

from termwise.precision import working_precision
from tests.hostile.threads import in_threads

ROOT = Path(__file__).parent.parent.parent


def test_threads_have_the_precision_they_asked_for():
    before, wrong = ctx.prec, []

    def work(bits):
        for _ in range(300):
            with working_precision(bits):
                root = arb(2).sqrt()
                with working_precision(2 * bits):
                    longer = arb(2).sqrt()
            if root.rel_accuracy_bits() < bits - 4 or longer.rel_accuracy_bits() < 2 * bits - 4:
                wrong.append(bits)

    in_threads(work, range(64, 513, 64))
    assert not wrong
    assert ctx.prec == before


def test_nothing_else_touches_the_context():
    imports = re.compile(r"from flint\S* import (\([^)]*\)|.*)|^import flint", re.MULTILINE)
    found = set()
    for wing in ("termwise", "cylindric", "lambdadet", "semicircular"):
        for path in (ROOT / wing).rglob("*.py"):
            for names in imports.findall(path.read_text()):
                if not names or {"ctx", "*"} & set(re.split(r"\W+", names)):
                    found.add(path.relative_to(ROOT).as_posix())
    assert found == {"termwise/precision.py"}
