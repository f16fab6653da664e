"""Running the command line inside a test."""

from lambdadet.commands.main import main


def run(capsys, *arguments):
    status = main(list(arguments))
    out, err = capsys.readouterr()
    return status, out, err
