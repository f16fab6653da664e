"""Hostile calls of everything public, each in a process that may die of it.

A call may return; or raise, on purpose and in one line.  Anything else is a failure: an exception
from inside, a message of several lines, a process that dies, a call that does not end, an argument
that has changed.
"""

import contextlib
import faulthandler
import inspect
import linecache
import operator
import os
import resource
import select
import signal
import sys
import tempfile
import time
import traceback
from itertools import islice
from pathlib import Path
from random import Random

import cylindric
import lambdadet
import semicircular
import termwise
from lambdadet import InexactDivision, NotDecided, NoValue
from termwise.sweeps.journal import JournalError
from tests.hostile.pools import ABSURD, GOOD, INSTANCES

ROOT = Path(__file__).parent.parent.parent
WINGS = ("cylindric", "lambdadet", "semicircular", "termwise")
HOUSE = tuple(str(ROOT / wing) for wing in WINGS)
HERE = __file__

SECONDS = 5  # of the processor, so that a busy machine changes nothing
MEMORY = 3 * 10**9
MESSAGE = 400

ALLOWED = (
    TypeError,
    ValueError,
    IndexError,
    ZeroDivisionError,
    AttributeError,
    InexactDivision,
    NoValue,
    NotDecided,
    JournalError,
)
# As they say: 300 rows, 810 056 terms, 130 000 nodes, 200 polynomials and more.
LONGER = {"lambdadet.random_asm", "lambdadet.robbins_rumsey", "lambdadet.aztec_diamond"} | {
    f"INSTANCES[{at}].{method}"
    for at, thing in enumerate(INSTANCES)
    if isinstance(thing, cylindric.Uncoupled | cylindric.Level)
    for method in ("numerators", "check", "prepare", "layers", "P", "H", "Q", "polynomials")
}
OPERATORS = [
    operator.add,
    operator.sub,
    operator.mul,
    operator.truediv,
    operator.pow,
    operator.eq,
    operator.lt,
    operator.getitem,
    operator.contains,
]
UNARY = [str, repr, hash, len, bool, list, operator.neg]
FUNCTIONS = {"function", "progress", "forward", "backward", "draw", "property"}
QUIET = {"explore", "run"}  # one needs a notebook, the other runs what it is given


class Hang(BaseException):
    """A call that does not end."""


def targets():
    """Return what can be called: (name, function, whether Python itself may refuse it)."""
    found = []
    for house in (cylindric, lambdadet, semicircular, termwise):
        for name in house.__all__:
            thing = getattr(house, name)
            error = inspect.isclass(thing) and issubclass(thing, Exception)
            rule = isinstance(thing, cylindric.LocalRule)
            if callable(thing) and name not in QUIET and not error and not rule:
                found.append((f"{house.__name__}.{name}", thing, False))
            if inspect.isclass(thing):
                for method, raw in vars(thing).items():
                    if isinstance(raw, classmethod) and not method.startswith("_"):
                        found.append((f"{name}.{method}", getattr(thing, method), False))
    for at, thing in enumerate(INSTANCES):
        kind = type(thing)
        for method in sorted({m for k in kind.__mro__[:-1] for m in vars(k)}):
            raw = inspect.getattr_static(kind, method)
            own = getattr(raw, "__module__", "") or ""
            if method.startswith("_") or isinstance(raw, classmethod):
                continue
            if inspect.isfunction(raw) and own.startswith(WINGS):
                found.append((f"INSTANCES[{at}].{method}", getattr(thing, method), False))
        for function in OPERATORS:
            label = f"{function.__name__}(INSTANCES[{at}], .)"
            found.append((label, _first(function, thing), True))
        for function in UNARY:
            found.append((f"{function.__name__}(INSTANCES[{at}])", _first(function, thing), True))
    return found


def _first(function, thing):
    if function in UNARY:
        return lambda: function(thing)
    return lambda other: function(thing, other)


TARGETS = targets()


def plan(seed, number):
    """Return the number-th call: its name, the function, its arguments."""
    random = Random(f"{seed}:{number}")
    name, function, loose = random.choice(TARGETS)
    given, named = [], {}
    try:
        parameters = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):
        parameters = ()
    hostile = random.random() < 0.8
    for parameter in parameters:
        if parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD):
            continue
        optional = parameter.default is not parameter.empty
        if optional and random.random() < 0.7:
            continue
        good = GOOD.get(parameter.name, ABSURD)
        value = random.choice(ABSURD if hostile and random.random() < 0.35 else good)
        if parameter.name in FUNCTIONS and callable(value):
            value = good[0]  # what another function raises is its own affair
        if parameter.kind is parameter.KEYWORD_ONLY or optional or named:
            named[parameter.name] = value
        else:
            given.append(value)
    return name, function, given, named, loose


def line(name, given, named):
    """Write a call as one would type it."""
    arguments = [_short(value) for value in given]
    arguments += [f"{key}={_short(value)}" for key, value in named.items()]
    return f"{name}({', '.join(arguments)})"


def _short(value):
    if value is None or isinstance(value, str):
        return repr(value)
    try:
        text = repr(value)
    except ValueError:
        return f"<{type(value).__name__}, long>"
    return text if len(text) < 120 else text[:117] + "..."


def verdict(name, function, given, named, loose):
    """Make a call, and return what is wrong with what it did, or None."""
    before = _short((given, named))
    try:
        answer = function(*given, **named)
        if hasattr(answer, "__next__"):
            list(islice(answer, 20))
        if type(answer).__module__.startswith(WINGS):
            repr(answer)
    except Hang:
        return None if name in LONGER else f"did not end within {SECONDS} s"
    except MemoryError:
        return None if loose else "MemoryError"  # a tuple times 2^31 is Python's own
    except Exception as error:
        wrong = _wrong(error, loose)
        if wrong:
            return wrong
    if _short((given, named)) != before:
        return "an argument has changed"
    return None


def _wrong(error, loose):
    frames = traceback.extract_tb(error.__traceback__)
    last = frames[-1]
    message = str(error)
    kind = type(error).__name__
    if loose and not last.filename.startswith(HOUSE):
        return None  # Python's own refusal, such as of an operand
    if isinstance(error, AttributeError) and "attribute" in message and last.filename == HERE:
        return None
    where = f"{Path(last.filename).name}:{last.lineno}"
    if not isinstance(error, ALLOWED) or isinstance(error, AttributeError):
        return f"{kind} at {where}: {message[:100]}"
    source = linecache.getline(last.filename, last.lineno).strip()
    if not last.filename.startswith(HOUSE) or not source.startswith("raise"):
        return f"{kind} from inside, {where}: {message[:100]}"
    if "\n" in message or len(message) > MESSAGE or not message:
        return f"{kind} at {where}: not a message of one line: {message[:100]!r}"
    return None


def run(seed, first, last, make=plan, judge=verdict, write=line):
    """Make the calls first .. last - 1; yield (number, call, what is wrong with it)."""
    number = first
    while number < last:
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reader)
            _child(writer, seed, number, last, make, judge)
        os.close(writer)
        begun, buffer, dead = number, b"", None
        while dead is None:
            ready, _, _ = select.select([reader], [], [], 6 * SECONDS)
            if not ready:
                os.kill(child, signal.SIGKILL)
                dead = f"did not end within {6 * SECONDS} s, nor could it be interrupted"
                break
            data = os.read(reader, 65536)
            if not data:
                break
            *lines, buffer = (buffer + data).split(b"\n")
            for text in lines:
                begun, _, said = text.decode().partition(" ")
                begun = int(begun)
                if said:
                    yield begun, write(*_call(make, seed, begun)), said
        os.close(reader)
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status) and dead is None:
            dead = f"the process died of {signal.Signals(os.WTERMSIG(status)).name}"
        if dead is None and begun >= last - 1:
            return
        if dead is not None:
            yield begun, write(*_call(make, seed, begun)), dead
        number = begun + 1


def _call(make, seed, number):
    name, _, given, named, _ = make(seed, number)
    return name, given, named


def _child(writer, seed, first, last, make, judge):
    """Make calls until one kills this process; say the number of each before and after it."""

    def stop(*_):
        raise Hang

    faulthandler.disable()  # pytest's would tell of every death
    signal.signal(signal.SIGPROF, stop)
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY + 2 * 10**9, resource.RLIM_INFINITY))
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.dup2(silent, 2)
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for number in range(first, last):
            os.write(writer, f"{number} \n".encode())
            call = make(seed, number)
            signal.setitimer(signal.ITIMER_PROF, SECONDS)
            said = None
            try:
                said = judge(*call)
            except Hang:
                said = f"did not end within {SECONDS} s"
            finally:
                with contextlib.suppress(Hang):
                    signal.setitimer(signal.ITIMER_PROF, 0)
            if said:
                said = " ".join(said.split())
                os.write(writer, f"{number} {said}\n".encode("utf-8", "replace"))
    os._exit(0)


def main():
    """Make many calls: python -m tests.hostile.calls NUMBER [SEED [FIRST]]."""
    number, seed, first = (
        int(a) for a in (*sys.argv[1:], *("1000", "1", "0")[len(sys.argv) - 1 :])
    )
    started, wrong = time.time(), 0
    for at, call, said in run(seed, first, first + number):
        wrong += 1
        print(f"{seed}:{at}  {call}\n    {said}", flush=True)
    print(f"{number} calls, {wrong} wrong, {time.time() - started:.0f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
