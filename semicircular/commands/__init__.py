"""The command line `semicircular`: one file a command.

Bad input is a ValueError or an OSError, said in one line with exit status 2; anything else is a
bug.  What the commands have in common with the other wings is `termwise.commands`.  Nobody imports
this room.

In order: options (shared), matrix, certify, check, verify, ranks, picture, main (the parser).
"""
