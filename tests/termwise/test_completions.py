"""Completions: every command, every option, asked of the shells themselves."""

import os
import pty
import select
import shutil
import subprocess
import time

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


START = {
    "bash": ("rc", ["bash", "--rcfile", "rc", "-i"], ""),
    "zsh": (".zshrc", ["zsh", "-d", "-i"], "autoload -U compinit && compinit -u -D\n"),
}


def typed(shell, folder, script, keys):
    """Type keys at a shell that has sourced a script, and return all that it shows."""
    file, command, first = START[shell]
    told = "cylindric() { echo \"ran <$*>\"; }\nPS1='rea''dy '\n"
    (folder / file).write_text(first + script + told)
    ours, its = pty.openpty()
    environment = {**os.environ, "ZDOTDIR": str(folder), "HOME": str(folder), "TERM": "dumb"}
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=its,
        stdout=its,
        stderr=its,
        start_new_session=True,
    )
    os.close(its)
    seen, end = "", time.monotonic() + 30
    try:
        while ">" not in seen.partition("ran <")[2] and time.monotonic() < end:
            if select.select([ours], [], [], 0.1)[0]:
                seen += os.read(ours, 4096).decode(errors="replace")
            if keys and "ready " in seen:  # before, Tab would be a letter
                os.write(ours, keys.encode())
                keys = ""
    finally:
        process.kill()
        process.wait()
        os.close(ours)
    return seen


@pytest.mark.parametrize(
    "shell",
    [
        pytest.param(
            shell, marks=pytest.mark.skipif(not shutil.which(shell), reason=f"needs {shell}")
        )
        for shell in START
    ],
)
def test_a_person_completes(capsys, tmp_path, shell):
    """Tab after ver, after --ord, and after the beginning of a file, for want of options."""
    (tmp_path / "matrix.csv").write_text("1\n")
    script = printed(capsys, cylindric, shell)
    seen = typed(shell, tmp_path, script, "cylindric ver\t11010 --ord\t8 mat\t\n")
    assert "ran <verify 11010 --order 8 matrix.csv>" in seen


def test_another_shell_is_refused(capsys):
    with pytest.raises(SystemExit) as left:
        cylindric.main(["--completions", "tcsh"])
    assert left.value.code == 2
    assert "invalid choice: 'tcsh'" in capsys.readouterr().err
