"""Run the command line as `python -m semicircular`."""

import sys

from semicircular.commands.main import main

if __name__ == "__main__":
    sys.exit(main())
