"""The figures in a file, and all that is made of them: the table of the README, the plot.

    {"runs": [{"number": 1, "date": .., "versions": {..}, "machine": {..}}, ..],
     "rows": {"layers": {"what": .., "goal": .., "measured": .., "run": 1}, ..},
     "growth": {"growth_of_layers": {"points": [[200, 0.01], ..], "exponent": 2.1, ..}, ..}}

A row is that of the last run that measured it; a run that no row is left of is forgotten.
"""

from __future__ import annotations

import json
import os
import platform
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
FIGURES = HERE / "figures.json"
README = HERE / "README.md"
PLOT = HERE.parents[1] / "docs" / "_static" / "growth.svg"

BEGIN, END = "<!-- figures: begin -->\n", "<!-- figures: end -->\n"

PACKAGES = ("cylindric", "python-flint", "numpy", "sympy", "networkx", "passagemath-combinat")


def read(path: Path) -> dict[str, Any]:
    """Return the figures of a file, none if there is no file."""
    if not path.exists():
        return {"runs": [], "rows": {}, "growth": {}}
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def write(path: Path, figures: dict[str, Any]) -> None:
    """Write figures, the rows in the order in which they are given."""
    text = json.dumps(figures, indent=1, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")


def this_run(number: int) -> dict[str, Any]:
    """Return date, versions and machine of a run."""
    versions = {"python": platform.python_version()}
    for package in PACKAGES:
        try:
            versions[package] = version(package)
        except PackageNotFoundError:
            continue
    return {
        "number": number,
        "date": datetime.now(UTC).date().isoformat(),
        "versions": versions,
        "machine": {
            "system": f"{platform.system()} {platform.machine()}",
            "cores": os.cpu_count(),
            "load": round(os.getloadavg()[0], 1),
        },
    }


def table(figures: dict[str, Any]) -> str:
    """Return the table, and below it the runs that its figures are from."""
    lines = ["| what | goal | measured | run |", "|---|---|---|---|"]
    for row in figures["rows"].values():
        goal, what = (_signs(row[name]) for name in ("goal", "what"))
        lines.append(f"| {what} | {goal} | {_signs(row['measured'])} | {row['run']} |")
    lines += ["", *(_described(run) for run in figures["runs"])]
    return "\n".join(lines) + "\n"


def _signs(text: str) -> str:
    return text.replace("<=", "≤").replace(">=", "≥").replace("|", "\\|")


def _described(run: dict[str, Any]) -> str:
    if "note" in run:
        return f"- run {run['number']}: {run['note']}"
    machine = run["machine"]
    versions = ", ".join(f"{name} {number}" for name, number in run["versions"].items())
    return (
        f"- run {run['number']}, {run['date']}: {machine['cores']} cores, {machine['system']}, "
        f"load {machine['load']} when it began; {versions}"
    )


def written_into(text: str, figures: dict[str, Any]) -> str:
    """Return the README with its table made again."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return before + BEGIN + table(figures) + END + after


def draw(figures: dict[str, Any], path: Path) -> None:
    """Draw the growth, each against its smallest size, with the expected slopes."""
    import matplotlib

    matplotlib.use("svg")
    import matplotlib.pyplot as plt

    growth = figures["growth"]
    with plt.rc_context({"svg.hashsalt": "growth", "svg.fonttype": "none"}):
        rows = (len(growth) + 3) // 4
        figure, places = plt.subplots(rows, 4, figsize=(12, 3 * rows), layout="constrained")
        for place, entry in zip(places.flat, growth.values(), strict=False):
            sizes, times = zip(*entry["points"], strict=True)
            place.loglog(sizes, times, "o-", color="#1f5fa8")
            if entry["expected"] is not None:
                line = [times[-1] * (x / sizes[-1]) ** entry["expected"] for x in sizes]
                place.loglog(sizes, line, "--", color="#888888")
            place.set_title(f"{entry['what']}\nexponent {entry['exponent']:.2f}", fontsize=8)
            place.set_xlabel(entry["variable"], fontsize=8)
            place.tick_params(which="both", labelsize=7)
        for place in list(places.flat)[len(growth) :]:
            place.axis("off")
        figure.supylabel("processor seconds; dashed: the expected slope", fontsize=8)
        figure.savefig(path, metadata={"Date": None})
        plt.close(figure)
