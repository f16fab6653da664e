"""The manners of a command line: one line for bad input, help that teaches, four exit codes.

The status is 0 when it is done or the sides agree, 1 when a term differs, 2 for bad input and for
what is too large (said in one line), 3 for a bug (the traceback is printed).
"""

from __future__ import annotations

import argparse
import codecs
import os
import re
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import AbstractContextManager, nullcontext
from difflib import get_close_matches
from typing import Any, NoReturn

from termwise.arguments import brief, shown
from termwise.claims import Claim
from termwise.comparison import Comparison
from termwise.completions import SHELLS, Completions
from termwise.formats import to_json
from termwise.release import __version__
from termwise.report import to_rich, to_text

SPELLED = "termwise.spelled"

SPELLINGS = {
    "∅": "{}",
    "≺": "<",
    "≻": ">",
    "≠": "!=",
    "✓": "ok",
    "·": ".",
    "…": "..",
    "–": "-",
    "λ": "lambda",
    "μ": "mu",
}
"""What is printed where the output is not in Unicode."""


class Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line."""

    def add_version(self) -> None:
        """Add --version, of this distribution, and --completions."""
        self.add_argument("--version", action="version", version=f"{self.prog} {__version__}")
        self.add_argument(
            "--completions",
            action=Completions,
            choices=SHELLS,
            metavar="SHELL",
            help=f"print completions for {' or '.join(SHELLS)}, to be sourced",
        )

    def error(self, message: str) -> NoReturn:
        """Print the message, with what may have been meant, and leave with status 2."""
        if message.endswith("required: COMMAND"):
            message = f"a command is missing: see {self.prog} --help"
        meant = _meant(message) or _meant_option(message, self._all_options())
        self.exit(2, f"{self.prog}: error: {_one_line(message)}{meant}\n")

    def _all_options(self) -> dict[str, list[str]]:
        """Return the long options, and which commands have them: none, if they come before."""
        found: dict[str, list[str]] = {o: [] for o in self._option_string_actions}
        for action in self._actions:
            if isinstance(action, argparse._SubParsersAction):
                for name, parser in action.choices.items():
                    for option in parser._option_string_actions:
                        found.setdefault(option, []).append(name)
        return {option: names for option, names in found.items() if option.startswith("--")}


def _meant(message: str) -> str:
    """Return a question if what was given is nearly one of the choices.

    >>> _meant("argument COMMAND: invalid choice: 'verfy' (choose from 'verify', 'series')")
    '; did you mean verify?'
    """
    found = re.search(r"invalid choice: '([^']*)' \(choose from (.*)\)", message)
    if found is None:
        return ""
    choices = re.findall(r"[\w-]+", found[2])
    nearest = get_close_matches(found[1].lower(), choices, n=1)
    return f"; did you mean {nearest[0]}?" if nearest else ""


def _meant_option(message: str, options: Mapping[str, Sequence[str]]) -> str:
    """Say whose an option is, or ask whether one that is nearly the same was meant.

    >>> _meant_option("unrecognized arguments: --oder 3", {"--order": ["verify"]})
    '; did you mean --order?'
    >>> _meant_option("unrecognized arguments: --order 3", {"--order": ["verify", "series"]})
    '; --order is an option of verify, series: write it after that command'
    """
    found = re.match(r"unrecognized arguments: .*?(--[\w-]+)", message)
    if found and options.get(found[1]):
        names = ", ".join(options[found[1]])
        return f"; {found[1]} is an option of {names}: write it after that command"
    nearest = get_close_matches(found[1].lower(), options, n=1) if found else []
    return f"; did you mean {nearest[0]}?" if nearest else ""


def add_command(
    commands: Any, name: str, run: Callable[[argparse.Namespace], int], says: str, examples: str
) -> argparse.ArgumentParser:
    """Add a command to the subparsers: what runs it, what it does in a line, examples of use."""
    parser: argparse.ArgumentParser = commands.add_parser(
        name,
        help=says,
        description=says[0].upper() + says[1:] + ".",
        epilog="examples:\n  " + examples.replace("\n", "\n  "),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    return parser


def run_command(
    parser: argparse.ArgumentParser,
    arguments: Sequence[str] | None,
    *,
    bad_input: tuple[type[Exception], ...] = (ValueError,),
) -> int:
    """Parse the arguments, run the command they name, and return the exit status.

    Args:
        parser: its commands are made by `add_command`.
        arguments: None for those of the process.
        bad_input: the exceptions by which a command refuses its input.
    """
    name, options = parser.prog, argparse.Namespace()
    longest = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(0)  # an exact number is read and printed however long it is
    for stream in (sys.stdout, sys.stderr):
        unicode = (getattr(stream, "encoding", None) or "utf8").lower().startswith("utf")
        if not unicode and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=SPELLED)
    try:
        options = parser.parse_args(arguments)
        name = f"{parser.prog} {options.command}"
        status: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except bad_input as error:
        message = _one_line(_in_words(error))
        if "force" in options:
            for advice in ("limit=", "a larger limit"):
                message = message.replace(f"pass {advice}", f"pass --force, or in Python {advice}")
        print(f"{name}: error: {message}", file=sys.stderr)
        return 2
    except (MemoryError, RecursionError, OverflowError) as error:
        print(f"{name}: error: too large: {type(error).__name__}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(f"{name}: interrupted", file=sys.stderr)
        return 130
    except Exception:  # a bug; any other status would be taken for an answer
        traceback.print_exc()
        return 3
    finally:
        sys.set_int_max_str_digits(longest)
    return status


def _in_words(error: Exception) -> str:
    """Return what an exception says, of a file its name and what is wrong with it.

    >>> _in_words(FileNotFoundError(2, "No such file or directory", "walks.npz"))
    'walks.npz: no such file or directory'
    """
    if isinstance(error, UnicodeDecodeError):
        byte = error.object[error.start]
        return f"a file must be text in UTF-8, got the byte {byte:#x} at place {error.start}"
    if isinstance(error, OSError) and error.strerror:
        where = f"{error.filename}: " if error.filename else ""
        return where + error.strerror[0].lower() + error.strerror[1:]
    return str(error)


def _one_line(message: str) -> str:
    """Return a message as one line, what was given in it being cut where it is long."""
    words = (word if len(word) <= 80 else f"{word[:77]}..." for word in message.split())
    line = " ".join(words)
    return line if len(line) <= 500 else f"{line[:497]}..."


def _spelled(error: UnicodeError) -> tuple[str, int]:
    """Spell what the terminal cannot show."""
    assert isinstance(error, UnicodeEncodeError)
    text = error.object[error.start : error.end]
    return "".join(SPELLINGS.get(letter, "?") for letter in text), error.end


codecs.register_error(SPELLED, _spelled)


def show(comparison: Comparison | Claim, *, as_json: bool, most: int | None = None) -> int:
    """Print a comparison, as a rich table in a terminal, or a claim; return the exit status.

    Args:
        comparison: the comparison, or the claim.
        as_json: print JSON, with every term.
        most: show about so many terms on a screen of 80 columns; by default all, in full.
    """
    if isinstance(comparison, Claim):
        print(to_json(comparison) if as_json else comparison)
        return 0 if comparison.holds else 1
    if as_json:
        print(to_json(comparison))
    elif sys.stdout.isatty():
        from rich.console import Console

        Console().print(to_rich(comparison, most=most))
    elif most is None:
        print(to_text(comparison, width=80, whole=True))
    else:
        print(to_text(comparison, most=most, width=80))
    return 0 if comparison.agrees else 1


def at_least(least: int) -> Callable[[str], int]:
    """Return a type for an option: an integer of at least this value.

    >>> at_least(1)("7")
    7
    """

    def read(text: str) -> int:
        try:
            value = int(text)
        except ValueError:
            raise argparse.ArgumentTypeError(f"must be an integer, got {shown(text)}") from None
        if value < least:
            raise argparse.ArgumentTypeError(f"must be at least {least}, got {brief(value)}")
        return value

    return read


MAX_JOBS = 64
"""How many processes may share the work."""


def add_jobs(parser: argparse.ArgumentParser) -> None:
    """Add --jobs, how many processes share the work."""
    parser.add_argument(
        "--jobs", type=_jobs, default=1, metavar="K", help="share the work among K processes"
    )


def _jobs(text: str) -> int:
    jobs = at_least(1)(text)
    if jobs > MAX_JOBS:
        raise argparse.ArgumentTypeError(f"must be at most {MAX_JOBS}, got {brief(jobs)}")
    return jobs


def pool_of(jobs: int) -> AbstractContextManager[Executor | None]:
    """Return a pool of so many processes, to be closed after use; None is this one alone.

    >>> with pool_of(1) as executor:
    ...     print(executor)
    None
    """
    if jobs == 1:
        return nullcontext()
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(jobs)
