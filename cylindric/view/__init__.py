"""Surfaces that one can turn with the mouse: three-dimensional, in JupyterLab and as a web page.

    mesh     the lozenges of `drawing.surface` round the cylinder, with relief
    scene    a mesh, its colours and its labels as a script reads them
    surface  view_surface: the View, which shows itself and saves itself
    widget   the View as a widget, by anywidget
    assets   surface.js, which shows a scene; the page around it; three.js, which draws

`assets/three.min.js` is three.js 0.187.0 (MIT licence, `assets/LICENSE.three.txt`), as much of it
as `assets/three_entry.js` names; this file also says how it was made.  Pages hold all of it, and
fetch nothing.  Still pictures are of `drawing`; this folder imports their geometry and colours.
"""
