"""Completions: every command, every option, asked of bash itself."""

import shutil
import subprocess

import pytest

from cylindric.commands import main as cylindric
from lambdadet.commands import main as lambdadet
from semicircular.commands import main as semicircular


def printed(capsys, wing, shell):
    with pytest.raises(SystemExit) as left:
        wing.main(["--completions", shell])
    assert left.value.code == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("wing", [cylindric, lambdadet, semicircular])
def test_every_command_is_there(capsys, wing):
    text = printed(capsys, wing, "bash")
    assert "verify) words='" in text
    assert "bashcompinit" not in text
    assert "bashcompinit" in printed(capsys, wing, "zsh")


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
def test_bash_completes(capsys):
    text = printed(capsys, cylindric, "bash")

    def asked(*words):
        line = " ".join(map(repr, words))
        ask = (
            f"COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _cylindric; echo ${{COMPREPLY[@]}}"
        )
        run = subprocess.run(["bash", "-c", text + ask], capture_output=True, text=True, check=True)
        return run.stdout.split()

    assert asked("cylindric", "ver") == ["verify"]
    assert asked("cylindric", "verify", "--ord") == ["--order"]
    assert asked("cylindric", "verify", "110", "--pr") == []
    assert asked("cylindric", "nothing", "--o") == []


def test_another_shell_is_refused(capsys):
    with pytest.raises(SystemExit) as left:
        cylindric.main(["--completions", "tcsh"])
    assert left.value.code == 2
    assert "invalid choice: 'tcsh'" in capsys.readouterr().err
