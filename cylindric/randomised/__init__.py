"""Randomised growth: local rules that draw a corner, and the Macdonald weight that they carry.

        outer --- right        P(inner, m -> outer),  Q(outer -> inner, m),  sizes as in `growth`
          |   m     |
        left  --- inner        psi_{left/inner} phi_{right/inner} g_m P
                                  = phi_{outer/left} psi_{outer/right} Q

    points        a point (q, t): two exact numbers, or two residues modulo a prime
    cell_weights  phi, psi and g_m = (t;q)_m/(q;q)_m at a point; both sides of the cell equation
    rules         ProbabilisticRule; INDEPENDENT, local rules at q = t, mixtures
    flows         weights that flow from objects to pairs (nu, labels), and back
    bounds        how large the rational functions of a flow can be

Cells are of `growth`, weights of `macdonald`; neither knows the other, and they meet here.  Not
here: that the weights which arrive are the right ones (`checks`).
"""
