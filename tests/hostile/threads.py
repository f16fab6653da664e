"""Work in threads that are interrupted as often as can be."""

import sys
import threading


def in_threads(work, arguments):
    """Call the function with each of the arguments, in as many threads, and wait for all."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        threads = [threading.Thread(target=work, args=(argument,)) for argument in arguments]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(interval)
