"""The command line `cylindric`: one file a command, or a few that belong together.

    options  profiles, orders, partitions and rules on a command line
    verify   verify, recheck
    series   series
    objects  decompose, weight, enumerate
    sample   sample
    draw     draw
    main     the parser, and `main`

The manners (one line for bad input, exit status) are those of `termwise.commands`.
"""
