"""JSON as text that people read: a line for each field, integers of any length."""

from __future__ import annotations

import json
import re
from typing import Any

from termwise.arguments import digits


def json_text(document: Any) -> str:
    """Return a document as JSON: a line for each field, and for each entry of a long list.

    Integers may be of any length.

    >>> len(json_text([10**5000]))
    5003
    >>> print(json_text({"a": 1, "b": [2, 3]}))
    {
      "a": 1,
      "b": [2, 3]
    }
    """
    long: list[str] = []

    def kept(part: Any) -> Any:
        """Put a mark for every integer that Python would not write, and for the mark itself."""
        if isinstance(part, dict):
            return {key: kept(value) for key, value in part.items()}
        if isinstance(part, str) and "\0" in part:
            long.append(_line(part))
            return f"\0{len(long) - 1}"
        if isinstance(part, list | tuple):
            return [kept(value) for value in part]
        if isinstance(part, int) and abs(part) >= 10**4000:
            long.append(digits(part))
            return f"\0{len(long) - 1}"
        return part

    text = _block(kept(document))
    return re.sub(r'"\\u0000(\d+)"', lambda mark: long[int(mark[1])], text)


def _block(part: Any, margin: str = "") -> str:
    if isinstance(part, dict) and not margin:
        lines = [f"  {_line(key)}: {_block(value, '  ')}" for key, value in part.items()]
        return "{\n" + ",\n".join(lines) + "\n}"
    text = _line(part)
    if isinstance(part, list) and len(text) > 80:
        lines = [f"{margin}  {_line(value)}" for value in part]
        return "[\n" + ",\n".join(lines) + f"\n{margin}]"
    return text


def _line(part: Any) -> str:
    return json.dumps(part, ensure_ascii=False)
