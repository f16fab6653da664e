"""A journal as CSV or as JSON lines, every unit in its order."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from termwise.arguments import shown
from termwise.sweeps.journal import Entry, Journal

COLUMNS = Entry._fields[:-1]
"""The columns of CSV: all but the whole comparison."""


def export(journal: Journal, path: str | os.PathLike[str]) -> None:
    """Write a journal to a file, as its suffix says: .csv, or .jsonl with whole comparisons.

    The file stands there when it is whole, and not before.

    Raises:
        ValueError: another suffix.
        OSError: the file cannot be written.
    """
    writers = {".csv": _write_csv, ".jsonl": _write_json_lines}
    path = Path(path)
    if path.suffix not in writers:
        raise ValueError(f"file must end in .csv or .jsonl, got {shown(str(path))}")
    with _replaced(path) as file:
        writers[path.suffix](journal, file)


@contextmanager
def _replaced(path: Path) -> Iterator[TextIO]:
    if not path.parent.is_dir():
        raise FileNotFoundError(2, "no such folder", str(path))
    part = path.with_name(f"{path.name}.part")
    try:
        with open(part, "w", encoding="utf-8", newline="") as file:
            yield file
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)


def _write_csv(journal: Journal, file: TextIO) -> None:
    rows = csv.writer(file)
    rows.writerow(COLUMNS)
    rows.writerows(entry[:-1] for entry in journal)


def _write_json_lines(journal: Journal, file: TextIO) -> None:
    for entry in journal:
        document = {"unit": entry.unit, **entry._asdict()}
        del document["key"]
        document["whole"] = None if entry.whole is None else json.loads(entry.whole)
        file.write(json.dumps(document, ensure_ascii=False) + "\n")
