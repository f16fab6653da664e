"""Vectors as JSON: integers over one denominator, words as lists of letters; and back."""

from __future__ import annotations

import json
from typing import Any

from semicircular.objects.vectors import Vector
from semicircular.objects.words import require_word
from termwise.arguments import require_integer, shown
from termwise.exact import Exact
from termwise.reading import exact_text


def vector_document(x: Vector) -> dict[str, Any]:
    """Return a vector as what JSON can hold.

    >>> vector_document(Vector({"12": 1}) / 3)
    {'denominator': 3, 'numerators': [[[1, 2], 1]]}
    """
    numerators = x.numerators
    return {
        "denominator": x.denominator,
        "numerators": [[list(word), numerators[word]] for word in x],
    }


def vector_of(name: str, document: Any) -> Vector:
    """Return the vector of a document.

    Raises:
        TypeError, ValueError, KeyError: it is none.
    """
    if not isinstance(document, dict):
        raise TypeError(f"{name} must be an object, got {shown(document)}")
    below = require_integer(f"{name}.denominator", document["denominator"], 1)
    terms: dict[Any, int] = {}
    for pair in document["numerators"]:
        if not isinstance(pair, list) or len(pair) != 2:
            raise ValueError(f"{name} must have pairs [word, integer], got {shown(pair)}")
        word = require_word(f"{name}.word", pair[0])
        if word in terms:
            raise ValueError(f"{name} must have every word once, got {shown(word)} twice")
        terms[word] = require_integer(f"{name}.numerator", pair[1])
    return Vector.over(terms, below)


def exact_of(name: str, document: dict[str, Any]) -> Exact:
    """Return the exact number of a field, an integer or a text such as "3/7"."""
    return exact_text(name, document[name])


def read(text: str, what: str) -> dict[str, Any]:
    """Return the fields of a JSON object.

    Raises:
        ValueError: the text is none.

    >>> read("[1]", "a certificate")
    Traceback (most recent call last):
    ValueError: text must be a certificate in JSON, got [1]
    """
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"text must be {what} in JSON: {shown(str(error))}") from None
    if not isinstance(document, dict):
        raise ValueError(f"text must be {what} in JSON, got {shown(document)}")
    return document
