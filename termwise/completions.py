"""Completions of the commands for bash and zsh, made of their parsers."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

SHELLS = ("bash", "zsh")


class Completions(argparse.Action):
    """The option --completions SHELL: print a script to be sourced, and leave."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,
    ) -> None:
        """Print the script."""
        print(script(parser, str(values)), end="")
        parser.exit()


def script(parser: argparse.ArgumentParser, shell: str) -> str:
    """Return what to source: the commands first, then the options of the command; else files."""
    commands = _commands(parser)
    name = parser.prog.replace("-", "_")
    cases = "\n".join(
        f"        {command}) words='{' '.join(_options(each))}' ;;"
        for command, each in commands.items()
    )
    top = " ".join([*commands, *_options(parser)])
    zsh = "autoload -U +X bashcompinit && bashcompinit\n" if shell == "zsh" else ""
    return f"""# {parser.prog}: source this, or write it where {shell} looks for completions
{zsh}_{name}() {{
    local words
    case "${{COMP_WORDS[1]}}" in
{cases}
        *) words='' ;;
    esac
    [ "$COMP_CWORD" -eq 1 ] && words='{top}'
    COMPREPLY=($(compgen -W "$words" -- "${{COMP_WORDS[COMP_CWORD]}}"))
}}
complete -o default -F _{name} {parser.prog}
"""


def _commands(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    return {}


def _options(parser: argparse.ArgumentParser) -> list[str]:
    return sorted(option for option in parser._option_string_actions if option.startswith("--"))
