"""From a hit's place to what a person and the API call it: pointer, printed path, rank in the order of reporting."""

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec import Struct

from why400.check.schema import CompiledSchema
from why400.check.trail import Keys, NodePlaces
from why400.rules import ApiPath, Body, Header, Hit, Method, Pointer, Query, UrlPath, Violation


def pointer_of(keys: Sequence[str | int]) -> str:
    """The JSON pointer (RFC 6901) of the keys."""
    return "".join([f"/{key}" if isinstance(key, int) else "/" + key.replace("~", "~0").replace("/", "~1") for key in keys])


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a hit is."""

    where: str
    name: str | None = None
    keys: Keys | None = None


class Places:
    """Looks up the places of one request's nodes."""

    def __init__(self, schema: CompiledSchema | None, body: object, places: NodePlaces | dict[int, Keys], prefix: Keys = ()) -> None:
        self.schema, self.body, self.prefix = schema, body, prefix
        self.places = places if isinstance(places, NodePlaces) else NodePlaces()
        self._positions: dict[int, dict[str, int]] = {}
        self._found: tuple[Keys, tuple[str, tuple[object, ...]]] | None = None
        self._pointer: tuple[Keys, str] = ((), pointer_of(prefix))

    def keys(self, place: object) -> Keys | None:
        """The keys from the root of the body, or None for a node that is not in it."""
        if isinstance(place, Violation):
            return place.pointer
        if isinstance(place, Pointer):
            return place.keys
        if isinstance(place, Struct):
            return self.places.keys(place)
        if isinstance(place, tuple) and place:
            base = self.keys(place[0])
            return None if base is None else (*base, *(key for key in place[1:] if isinstance(key, str | int)))
        return None

    def from_root(self, keys: Keys | None) -> Keys | None:
        """The keys from the root of the whole body, of which this may be a part (an item of a batch)."""
        return (*self.prefix, *keys) if self.prefix and keys is not None else keys

    def pointer(self, keys: Keys) -> str:
        """The JSON pointer from the root of the whole body."""
        if self._pointer[0] is not keys:  # a finding and its edits ask for one place
            self._pointer = keys, pointer_of((*self.prefix, *keys))
        return self._pointer[1]

    def value(self, keys: Keys) -> object:
        """What stands there in the body; None where nothing does."""
        found = self.body
        for key in keys:
            if isinstance(found, dict):
                found = found.get(key)
            elif isinstance(found, list) and isinstance(key, int) and key < len(found):
                found = found[key]
            else:
                return None
        return found

    def spot(self, place: object) -> Spot:
        """What part of the request the place is in, and where there."""
        if isinstance(place, Header):
            return Spot("header", place.name)
        if isinstance(place, Query):
            return Spot("query", place.name)
        if isinstance(place, UrlPath):
            return Spot("path")
        if isinstance(place, Method):
            return Spot("method")
        if isinstance(place, Body):
            return Spot("body", None, ())
        return Spot("body", None, self.keys(place))

    def printed(self, keys: Keys) -> str:
        """The place as the API prints it, tags included."""
        return self._looked_up(keys)[0] if self.schema else ".".join(str(key) for key in keys)

    def order(self, keys: Keys) -> tuple[object, ...]:
        """The place's rank in the order of reporting."""
        return self._looked_up(keys)[1] if self.schema else tuple(keys)

    def _looked_up(self, keys: Keys) -> tuple[str, tuple[object, ...]]:
        assert self.schema is not None
        if self._found is None or self._found[0] != keys:  # path and rank of one place are asked for one behind the other
            self._found = keys, self.schema.printed(self.body, keys, self._positions)
        return self._found[1]

    def resolve(self, value: object) -> object:
        """A slot's value: paths looked up, anything else as it is."""
        if not isinstance(value, ApiPath):
            return value
        base = self.keys(value.node)
        if base is None:
            return None
        keys = (*base, *value.keys)
        if value.form == "tagged":
            return self.printed(keys) + value.tail
        if value.form == "message":
            return ".".join(str(key) for key in keys[:2])
        if value.form == "index":
            return next((key for key in reversed(keys) if isinstance(key, int)), None)
        return ".".join(str(key) for key in keys)

    def path(self, hit: Hit) -> str | None:
        """The path as the API prints it for this hit."""
        if isinstance(hit.path, str):
            return hit.path
        if hit.path is not None:
            found = self.resolve(hit.path)
            return None if found is None else str(found)
        if isinstance(hit.place, Violation):
            return hit.place.path
        keys = self.spot(hit.place).keys
        return self.printed(keys) if keys else None
