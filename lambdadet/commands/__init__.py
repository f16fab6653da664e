"""The command line `lambdadet`: one file a command.

Bad input is a ValueError or an OSError, said in one line with exit status 2; anything else is a
bug.  What the commands have in common with the other wing is `termwise.commands` and
`termwise.reading`.  Nobody imports this room.

In order: options (shared), verify, expand, asm, det, draw, main (the parser).
"""
