"""Run the command line as `python -m lambdadet`."""

import sys

from lambdadet.commands.main import main

if __name__ == "__main__":
    sys.exit(main())
