"""Vectors as JSON and back."""

import json

from hypothesis import given

from semicircular import strategies as some
from semicircular.certificates.documents import vector_document, vector_of


@given(some.vectors(12))
def test_round_trip(x):
    assert vector_of("x", json.loads(json.dumps(vector_document(x)))) == x
