"""Run the command line as `python -m cylindric`."""

import sys

from cylindric.commands.main import main

if __name__ == "__main__":
    sys.exit(main())
