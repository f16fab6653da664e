"""Execute notebooks in place: python -m tests.notebooks [NAME ...], by default all of them.

A NAME is the beginning of a file's name, such as 06.  A notebook in which a cell fails is left as
it was.
"""

import argparse
from time import perf_counter

from tests.notebooks.execution import NOTEBOOKS, executed, write


def main() -> None:
    """Run the notebooks named on the command line, and save them in normal form."""
    parser = argparse.ArgumentParser(prog="python -m tests.notebooks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME")
    names = parser.parse_args().names
    for name in names:
        if not any(path.name.startswith(name) for path in NOTEBOOKS):
            parser.error(f"NAME must begin the name of a notebook, got {name!r}")
    for path in NOTEBOOKS:
        if not names or path.name.startswith(tuple(names)):
            began = perf_counter()
            write(executed(path), path)
            print(f"{path.name}  {perf_counter() - began:.1f} s")


if __name__ == "__main__":
    main()
