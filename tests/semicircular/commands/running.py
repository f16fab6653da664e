"""Running the command line inside a test."""

from semicircular.commands.main import main


def run(capsys, *arguments):
    try:
        status = main(list(arguments))
    except SystemExit as end:
        status = end.code
    out, err = capsys.readouterr()
    return status, out, err
