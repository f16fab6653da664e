"""Objects as JSON and back: one mechanism for every public type, strict on reading.

A document is a JSON object that says what it is,

    {"format": "termwise", "version": 1, "type": "cylindric.Profile", "word": "110"}

and holds the parts of which the type's constructor makes the object again, so that a reader has
every guarantee of the constructor.  Inside, a value is

    an integer, a text, true, false, null    as it is; integers of any length, and no floats
    a tuple                                  a list
    a Fraction                               {"type": "fraction", "value": "3/7"}
    a mapping                                {"type": "mapping", "items": [[key, value], ..]}
    an object of ours                        {"type": "wing.Name", its parts}

Nothing is evaluated and nothing unpickled: a type is looked up among those that were written for
this, by its name.  A document may hold more than the parts, such as the verdict of a comparison;
what it holds is compared with what the object says.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from fractions import Fraction
from typing import Any, ClassVar, NoReturn, Self

from flint import fmpz

from termwise.arguments import brief, digits, require_integer, shown
from termwise.doors import door
from termwise.exact import as_number
from termwise.json_text import json_text
from termwise.writing import field_repr

VERSION = 1
MOST_CHARACTERS = 10**8
MOST_DIGITS = 10**6
DEEPEST = 40
HEAD = {"format": "termwise", "version": VERSION}
WINGS = ("termwise", "cylindric", "lambdadet", "semicircular")

TYPES: dict[str, type[Storable]] = {}
"""Every type that can be read, by its tag; a class enters itself when it is made."""


class Storable:
    """A type whose objects can be written as JSON and read back.

    A dataclass is its fields; another class says in PARTS and `_parts` what it is made of.
    """

    __slots__ = ()

    PARTS: ClassVar[tuple[str, ...]] = ()
    """The names of the parts; by default those of a dataclass."""

    def __init_subclass__(cls, **given: Any) -> None:
        super().__init_subclass__(**given)
        if cls.__repr__ is object.__repr__:
            cls.__repr__ = field_repr  # type: ignore[method-assign]  # integers of any length
        TYPES[tag_of(cls)] = cls

    def to_json(self) -> str:
        """Return the object as JSON; `from_json` reads it back."""
        return to_json(self)

    @classmethod
    @door
    def from_json(cls, text: str, *, limit: int = MOST_CHARACTERS) -> Self:
        """Read an object of this type that `to_json` wrote.

        Args:
            text: the JSON.
            limit: refuse a text of more characters than this.

        Raises:
            ValueError: the text is none (the message says what is wrong).
        """
        value = _read(text, f"the JSON of {_article(cls.__name__)}", limit)
        if not isinstance(value, cls):
            raise ValueError(
                f"text must be the JSON of {_article(cls.__name__)}, "
                f"got {_article(type(value).__name__)}"
            )
        return value

    @classmethod
    def _names(cls) -> tuple[str, ...]:
        kind: Any = cls
        made_of = fields(kind) if is_dataclass(kind) else ()
        named = tuple(field.name for field in made_of if field.init)
        return cls.PARTS or named

    def _parts(self) -> dict[str, Any]:
        """Return what the constructor needs to make the object again."""
        return {name: getattr(self, name) for name in self._names()}

    def _derived(self) -> dict[str, Any]:
        """Return what a reader of the document likes to see besides; it is compared when read."""
        return {}

    @classmethod
    def _of_parts(cls, parts: dict[str, Any]) -> Self:
        return cls(**parts)


def tag_of(kind: type) -> str:
    """Return the name of a type in documents: its wing and its own.

    >>> from termwise import Comparison
    >>> tag_of(Comparison)
    'termwise.Comparison'
    """
    return f"{kind.__module__.partition('.')[0]}.{kind.__name__.lstrip('_')}"


def to_json(value: Any) -> str:
    """Return a value as JSON: any object of ours, or an exact number, text, tuple or mapping.

    Raises:
        TypeError: a value of another type, such as a float or a function.

    >>> print(to_json((1, "z")))
    {
      "format": "termwise",
      "version": 1,
      "value": [1, "z"]
    }
    """
    document = _document(value)
    whole = document if isinstance(value, Storable) else {"value": document}
    return json_text({**HEAD, **whole})


@door
def from_json(text: str, *, limit: int = MOST_CHARACTERS) -> Any:
    """Read what `to_json` wrote, of whatever type; that of a wing is known once it is imported.

    Args:
        text: the JSON.
        limit: refuse a text of more characters than this.

    Raises:
        ValueError: the text is none (the message says what is wrong).

    >>> from_json(to_json({(1, 2): Fraction(1, 3)}))
    {(1, 2): Fraction(1, 3)}
    >>> from_json('{"format": "termwise", "version": 1, "value": 0.5}')
    Traceback (most recent call last):
    ValueError: text must be JSON of termwise: numbers must be exact, got 0.5
    """
    return _read(text, "JSON of termwise", limit)


def _document(value: Any, depth: int = 0) -> Any:
    """Return a value as what JSON can hold."""
    # Exact types first: a comparison has many integers, a polynomial almost nothing else.
    if value is None or isinstance(value, bool | str) or type(value) is int:
        return value
    if depth > DEEPEST:
        raise ValueError(f"value must be nested {DEEPEST} deep at most")
    if isinstance(value, Storable):
        said = {**value._parts(), **value._derived()}
        return {
            "type": tag_of(type(value)),
            **{k: _document(v, depth + 1) for k, v in said.items()},
        }
    if isinstance(value, tuple | list):
        return [_document(part, depth + 1) for part in value]
    if isinstance(value, Mapping):
        return {
            "type": "mapping",
            "items": [
                [_document(key, depth + 2), _document(part, depth + 2)]
                for key, part in value.items()
            ],
        }
    if isinstance(value, Fraction):
        return {
            "type": "fraction",
            "value": f"{digits(value.numerator)}/{digits(value.denominator)}",
        }
    number = as_number(value)  # numpy's, FLINT's or sympy's
    if number is None:
        raise TypeError(f"value must be one that JSON is defined for, got {shown(value)}")
    return _document(number)


def storable_or_text(value: Any) -> Any:
    """Return a value if it can be written as it is, else its text.

    >>> storable_or_text({1: 2}), storable_or_text(0.5)
    ({1: 2}, '0.5')
    """
    try:
        _document(value)
    except TypeError:
        return str(value)
    return value


def _read(text: str, what: str, limit: int) -> Any:
    """Return the value of a whole document, or raise the one error that names what it is not."""
    if len(text) > require_integer("limit", limit, 1):
        raise ValueError(
            f"text must be {what} of at most {limit} characters, got {len(text)}: pass a larger "
            "limit"
        )
    try:
        document = json.loads(
            text,
            object_pairs_hook=_fields,
            parse_int=_integer,
            parse_float=_refuse_number,
            parse_constant=_refuse_number,
        )
        return _value_of_document(document)
    except json.JSONDecodeError as error:
        raise ValueError(f"text must be {what}: {error}, got {shown(text)}") from None
    except RecursionError:
        raise ValueError(f"text must be {what}: it is nested too deeply") from None
    except (
        TypeError,
        ValueError,
        LookupError,
        ArithmeticError,
        AttributeError,
        NotImplementedError,
    ) as error:
        raise ValueError(f"text must be {what}: {brief(error)}") from None


def _value_of_document(document: Any) -> Any:
    if not isinstance(document, dict):
        raise ValueError(f"a document must be an object, got {shown(document)}")
    for name, value in HEAD.items():
        if document.get(name) != value or isinstance(document[name], bool):
            raise ValueError(f"{name} must be {value!r}, got {shown(document.get(name))}")
    body = {name: part for name, part in document.items() if name not in HEAD}
    if "type" not in body:
        if set(body) != {"value"}:
            raise ValueError(f"a document must have a type or a value, got {shown(sorted(body))}")
        return _value(body["value"], 0)
    return _value(body, 0)


def _value(part: Any, depth: int) -> Any:
    if depth > DEEPEST:
        raise RecursionError
    if isinstance(part, list):
        return tuple(_value(inner, depth + 1) for inner in part)
    if not isinstance(part, dict):
        return part
    given = {name: inner for name, inner in part.items() if name != "type"}
    tag = part.get("type")
    if tag == "fraction":
        return _fraction(given)
    if tag == "mapping":
        return _mapping(given, depth)
    return _object(tag, given, depth)


def _object(tag: Any, given: dict[str, Any], depth: int) -> Storable:
    """Make an object by its constructor, and compare whatever else is said of it."""
    kind = _type_of(tag)
    names = kind._names()
    if missing := [name for name in names if name not in given]:
        raise ValueError(f"{tag} must have {', '.join(missing)}")
    made = kind._of_parts({name: _value(given[name], depth + 1) for name in names})
    parts, derived = made._parts(), made._derived()
    _require_names(tag, given, (*names, *derived), exactly=False)
    for name in names:  # a constructor may take true for 1, and an empty text for an empty list
        said = _document(parts[name])
        if isinstance(said, list) != isinstance(given[name], list) or _words(said) != _words(
            given[name]
        ):
            raise ValueError(f"{name} must be {shown(said)}, got {shown(given[name])}")
    for name in (name for name in given if name not in names):
        if json_text(said := _document(derived[name])) != json_text(given[name]):  # 1 is not true
            raise ValueError(f"{name} must be {shown(said)}, got {shown(given[name])}")
    return made


def _words(part: Any) -> int:
    """Return how many texts, truth values and mappings a part has, objects in it aside."""
    if isinstance(part, list):
        return sum(map(_words, part))
    if isinstance(part, dict):
        return 1 + _words(part.get("items")) if part.get("type") == "mapping" else 0
    return int(isinstance(part, str | bool))


def _type_of(tag: Any) -> type[Storable]:
    if not isinstance(tag, str):
        raise ValueError(f"type must be a text such as 'termwise.Claim', got {shown(tag)}")
    wing = tag.partition(".")[0]
    if tag not in TYPES and wing in WINGS and wing in sys.modules:
        for name in sys.modules[wing].__all__:  # a door imports a name when it is asked for
            getattr(sys.modules[wing], name)
    if tag not in TYPES:
        hint = f": import {wing} first" if wing in WINGS and wing not in sys.modules else ""
        raise ValueError(f"type must be one that is known, got {shown(tag)}{hint}")
    return TYPES[tag]


def _fraction(given: dict[str, Any]) -> Fraction:
    _require_names("fraction", given, ("value",))
    match = re.fullmatch(r"(-?\d+)/(0*[1-9]\d*)", str(given["value"]), re.ASCII)
    if not match:
        raise ValueError(f"a fraction must be like '3/7', got {shown(given['value'])}")
    return Fraction(_integer(match[1]), _integer(match[2]))


def _mapping(given: dict[str, Any], depth: int) -> dict[Any, Any]:
    _require_names("mapping", given, ("items",))
    made: dict[Any, Any] = {}
    for item in _require_pairs(given["items"]):
        key, value = (_value(inner, depth + 2) for inner in item)
        if key in made:
            raise ValueError(f"a mapping must have every key once, got {shown(key)} twice")
        made[key] = value
    return made


def _require_pairs(items: Any) -> Iterable[list[Any]]:
    if not isinstance(items, list):
        raise TypeError(f"items must be a list of pairs, got {shown(items)}")
    for item in items:
        if not isinstance(item, list) or len(item) != 2:
            raise ValueError(f"items must be pairs [key, value], got {shown(item)}")
        yield item


def _require_names(
    what: str, given: dict[str, Any], names: Iterable[str], *, exactly: bool = True
) -> None:
    known = set(names)
    if unknown := sorted(given.keys() - known):
        raise ValueError(f"{what} must have no {shown(unknown[0])}")
    if exactly and (missing := sorted(known - given.keys())):
        raise ValueError(f"{what} must have {missing[0]}")


def _fields(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"a field must be given once, got {shown(twice)} twice")
    return made


def _integer(text: str) -> int:
    if len(text) > MOST_DIGITS:
        raise ValueError(f"integers must have at most {MOST_DIGITS} digits, got {len(text)}")
    return int(fmpz(text))  # Python's own stop at 4300 digits


def _refuse_number(text: str) -> NoReturn:
    raise ValueError(f"numbers must be exact, got {text}")


def _article(name: str) -> str:
    return f"{'an' if name[0] in 'AEIOU' else 'a'} {name}"
