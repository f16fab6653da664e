"""The bijection: a cylindric partition is peeled to a partition and labels on boxes.

        outer --- right        |outer| + |inner| = |left| + |right| + m
          |   m     |
        left  --- inner        c  <->  (nu, labels),  |c| = T |nu| + sum_b m_b h(b)

    local_rules   RSK, BURGE, and rules of your own: one cell
    turns         the order in which the cells of a turn are peeled
    diagrams      growth diagrams, cell by cell, by any rule
    toggles       RSK on whole batches
    few_corners   the same for profiles of few corners and many turns
    bijection     decompose and compose
    tableaux      the planar case: RSK of a matrix
    last_passage  the largest part, read off the labels

Imports objects only.  Not here: that a rule is one, and that peeling is a bijection (`checks`).
"""
