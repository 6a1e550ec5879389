"""Recordings of test suites: vcrpy, VCR (Ruby, R), go-vcr, betamax, Polly.JS, ExVCR and ReqCassette, in YAML or JSON.

All keep a list of interactions, each with a request and its response (LangChain's: a list of requests and one of responses;
Datadog's test agent: one interaction a file); they differ in how they name and wrap the parts.
"""

from __future__ import annotations

import re
from base64 import b64decode
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Any, Final, NamedTuple

import msgspec

from why400.errors import FormatError
from why400.formats.har import as_json
from why400.formats.har import recorded as har_recorded
from why400.formats.read_input import OffsetMap, Outcome
from why400.formats.recorded_call import Lines, Recorded, day_of, is_call, lines_in_json, name_of, path_of, read

_JSON_START: Final = re.compile(
    rb'(?:\xef\xbb\xbf)?\s*\{\s*(?:"(?:version|recorded_with|name|bobina)"\s*:\s*(?:\d{1,3}|"[^"\\]{0,100}")\s*,\s*){0,3}'
    rb'"(?:http_interactions|httpInteractions|interactions)"\s*:\s*\['
    rb'|(?:\xef\xbb\xbf)?\s*\[\s*\{\s*"request"\s*:\s*\{'
    rb'|(?:\xef\xbb\xbf)?\s*\{\s*"request"\s*:\s*\{\s*"(?:method|url|uri|headers)"\s*:'
)
_YAML_START: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:---[^\n]{0,80}\n|[ \t]*#[^\n]{0,400}\n|[ \t\r]*\n){0,20}"
    rb"(?:(?:version|recorded_with|name)[ \t]*:[^\n]{0,100}\n){0,3}"
    rb"(?:http_interactions|interactions|requests)[ \t]*:[ \t\r]*(?:\n[ \t\r\n]{0,40}-[ \t]|\[)"
)
_YAML_HAR: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:---[^\n]{0,80}\n)?log[ \t]*:[ \t\r]*\n[ \t]+(?:_recordingName|creator|entries|version|browser|pages)[ \t]*:"
)
_LISTS: Final = ("http_interactions", "interactions", "httpInteractions")
_WRAPPERS: Final = ("string", "base64_string")
_BOM: Final = b"\xef\xbb\xbf"


class _Body(NamedTuple):
    """A request's body and where it stands in the interaction's value; `text` is None where its bytes are not in the file as they are."""

    content: bytes | None
    keys: tuple[str, ...] = ()
    text: str | None = None


_YAML_ITEM: Final = re.compile(r"""(?m)^[ ]*-[ ]+(["']?)\w{1,64}\1[ ]*:(?=\s)""")


def recognises(data: bytes) -> bool:
    """Whether the data begins as a cassette does: with its list of interactions, in JSON or YAML."""
    return any(start.match(data) is not None for start in (_JSON_START, _YAML_START, _YAML_HAR))


def parse(data: bytes, source: str, load: object = None) -> list[Outcome]:
    """The interactions whose requests are calls of the API, and those that cannot be read. Raises FormatError where there is none, or where the file is broken."""
    del load
    named = name_of(source)
    in_json = data[:4096].lstrip(_BOM + b" \t\r\n")[:1] in (b"{", b"[")
    read_value, document = (_from_json(data, named), "") if in_json else _from_yaml(data, named)
    shift = len(_BOM) if data.startswith(_BOM) else 0
    value = _object(read_value)
    log = value.get("log")
    if isinstance(log, dict) and isinstance(log.get("entries"), list):
        entries = [_har_entry(entry, number, document, shift) for number, entry in enumerate(log["entries"]) if _is_call(entry)]
        broken = [number for number, entry in enumerate(log["entries"]) if _url(entry) is None]
        lines = _lines(data, log["entries"], "/log/entries" if in_json else None, document)
        return read(entries, "cassette", source, seen=len(log["entries"]), what="entry", lines=lines, broken=broken)
    single = isinstance(value.get("request"), dict) and isinstance(value.get("response"), dict)
    keys: tuple[str, ...] = ()
    paired: list[object] = []
    if isinstance(read_value, list):  # ExVCR has nothing around them
        interactions = read_value
    elif single:
        interactions = [value]
    elif isinstance(value.get("requests"), list) and isinstance(value.get("responses"), list):
        interactions = paired = [{"request": asked, "response": said} for asked, said in zip_longest(value["requests"], value["responses"])]
    else:
        keys = tuple(name for name in _LISTS if isinstance(value.get(name), list))[:1]
        if not keys:
            raise FormatError(f"{named}: no list of interactions in it, as the cassettes of vcrpy, VCR and go-vcr have")
        interactions = value[keys[0]]
    calls = [(number, one) for number, one in enumerate(interactions) if _is_call(one)]
    found = [(number, *_recorded(one, number)) for number, one in calls]
    if in_json:
        placed = _placed_in_json(data, [() if single else (*keys, number) for number, _, _ in found], found)
    else:
        placed = [_placed_in_yaml(one, body.text, document, shift) for _, one, body in found]
    broken = [number for number, one in enumerate(interactions) if _url(one) is None]
    above = "/requests" if interactions is paired else f"/{keys[0]}" if keys else ""
    lines = _lines(data, interactions, above if in_json else None, document)
    return read(placed, "cassette", source, seen=len(interactions), what="interaction", lines=lines, broken=broken)


def _lines(data: bytes, interactions: Sequence[object], above: str | None, document: str) -> Lines:
    """What says on which line an interaction begins: in JSON in the list at the pointer `above`, in YAML (None) as the last item above its first text that begins with a key."""

    def lines(numbers: Sequence[int]) -> Mapping[int, int]:
        if above is not None:
            return lines_in_json(data, {number: f"{above}/{number}" for number in numbers})
        items = [item.start() for item in _YAML_ITEM.finditer(document)]
        breaks = [found.start() for found in re.finditer("\n", document)]
        begins = ((number, _begin(interactions[number])) for number in numbers)
        at = {number: max(0, bisect_right(items, begin) - 1) for number, begin in begins if begin is not None and items}
        return {number: bisect_left(breaks, items[index]) + 1 for number, index in at.items()}

    return lines


def _begin(value: object) -> int | None:
    """Where the first text in a YAML value stands in its document."""
    inner = [*value, *value.values()] if isinstance(value, dict) else value if isinstance(value, list) else []
    begins = [begin for one in inner if (begin := _begin(one)) is not None]
    return min(begins, default=getattr(value, "start", None))


def _from_json(data: bytes, source: str) -> object:
    try:
        return msgspec.json.decode(data.removeprefix(_BOM))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as exc:
        raise FormatError(f"{source}: not a cassette that I can read ({exc})") from None


def _from_yaml(data: bytes, source: str) -> tuple[object, str]:
    from why400.formats.yaml_values import load as load_yaml

    try:
        document = data.removeprefix(_BOM).decode()
    except UnicodeDecodeError as exc:
        raise FormatError(f"{source}: not a cassette that I can read: byte {exc.start} is not UTF-8") from None
    return load_yaml(document, source), document


def _url(interaction: object) -> str | None:
    request = _object(_object(interaction).get("request"))
    url = request.get("uri", request.get("url"))
    return url if isinstance(url, str) else None


def _is_call(interaction: object) -> bool:
    url = _url(interaction)
    return url is not None and is_call(str(_object(_object(interaction).get("request")).get("method") or "GET"), url)


def _recorded(interaction: Mapping[str, object], number: int) -> tuple[Recorded, _Body]:
    request, response = _object(interaction.get("request")), _object(interaction.get("response"))
    url = str(request.get("uri", request.get("url")))
    body = _body(request)
    answered = _headers(response.get("headers"))
    return (
        Recorded(
            method=str(request.get("method") or "GET"),
            url=url,
            headers=tuple(_headers(request.get("headers"))),
            body=body.content or b"",
            label=f"interaction {number + 1} ({path_of(url)})",
            number=number,
            day=_day(interaction.get("recorded_at") or interaction.get("recordedAt"), answered),
            status=_status(response),
            bodiless=body.content is None,
        ),
        body,
    )


def _day(said: object, answered: list[tuple[str, str]]) -> Any:
    """When it was recorded: as the recorder says, else as the answer's `Date` does."""
    dated = (value for name, value in answered if name.lower() == "date")
    return day_of(said) or next((day for value in dated if (day := day_of(value)) is not None), None)


def _status(response: Mapping[str, object]) -> int | None:
    """`status: {code: 200}`, `status_code: 200`, `code: 200` beside `status: 200 OK`, `status: 200`."""
    status = response.get("status")
    for said in (_object(status).get("code"), response.get("status_code"), response.get("code"), status):
        if isinstance(said, int) and not isinstance(said, bool):
            return said
        if isinstance(said, str) and said[:3].isdigit():
            return int(said[:3])
    return None


def _headers(value: object) -> list[tuple[str, str]]:
    """Headers as a mapping to a text or to a list of texts."""
    pairs: list[tuple[str, str]] = []
    for name, given in _object(value).items():
        pairs += [(name, _text(one)) for one in (given if isinstance(given, list) else [given])]
    return pairs


def _text(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("latin-1")
    return "" if value is None else str(value)


def _body(request: Mapping[str, object]) -> _Body:
    """The body, in whichever of its wrappings: plain, `{encoding, string}`, base64, a pickled stream, or parsed."""
    for key in ("body", "parsed_body", "body_json"):
        value: object = request.get(key)
        keys: tuple[str, ...] = ("request", key)
        if isinstance(value, dict) and any(name in value for name in _WRAPPERS) and value.keys() <= {*_WRAPPERS, "encoding", "file"}:
            packed = value.get("base64_string")
            if isinstance(packed, str):
                return _Body(_unpacked(packed))
            value, keys = value.get("string"), (*keys, "string")
        if key == "body" and isinstance(value, dict) and value.keys() <= {"state"}:
            value = next((one for one in _list(value.get("state")) if isinstance(one, str | bytes)), None)
            keys = ()
        if isinstance(value, bytes):
            return _Body(value)
        if isinstance(value, str) and (value or (key == "body" and request.keys().isdisjoint(("parsed_body", "body_json")))):
            return _Body(value.encode("utf-8", "surrogatepass"), keys, value)
        if isinstance(value, dict | list) and value:
            return _Body(as_json(value))
    return _Body(None)


def _unpacked(text: str) -> bytes | None:
    try:
        return b64decode(text)
    except ValueError:
        return None


def _placed_in_json(data: bytes, where: list[tuple[str | int, ...]], found: list[tuple[int, Recorded, _Body]]) -> list[Recorded]:
    from why400.formats.json_string import decoded
    from why400.formats.json_text.hops import find_spans

    wanted: list[tuple[str | int, ...]] = [(*keys, *body.keys) for keys, (_, _, body) in zip(where, found, strict=True)]
    spans = find_spans(data, wanted) or [None] * len(found)
    placed = []
    for (_, one, body), span in zip(found, spans, strict=True):
        if body.text is not None and body.keys and span is not None and data[span[0]] == 0x22:
            one = msgspec.structs.replace(one, body_map=decoded(data, *span)[1], body_end=span[1] - 1, encoding="json-string")
        placed.append(one)
    return placed


class _YamlMap(OffsetMap, frozen=True, dict=True):
    """The way back into a YAML text, worked out when it is first asked for."""

    text: Any = None
    document: str = ""
    shift: int = 0

    def source(self, offset: int) -> int:
        """The offset in the source of the body's byte at `offset`; -1 where it is not to be found."""
        if "known" not in self.__dict__:
            from why400.formats.yaml_values import places

            self.__dict__["known"] = places(self.text, self.document)
        known: OffsetMap | None = self.__dict__["known"]
        at = -1 if known is None else known.source(offset)
        return at if at < 0 else at + self.shift


def _placed_in_yaml(one: Recorded, text: object, document: str, shift: int) -> Recorded:
    if not hasattr(text, "start"):
        return one
    return msgspec.structs.replace(one, body_map=_YamlMap((), (), text, document, shift))


def _har_entry(entry: Mapping[str, object], number: int, document: str, shift: int) -> Recorded:
    """An entry of a HAR that was written as YAML, as some persisters of Polly.JS do."""
    one = har_recorded(entry, number)
    text = _object(_object(entry["request"]).get("postData")).get("text") if one.encoding == "json-string" else None
    return _placed_in_yaml(msgspec.structs.replace(one, encoding="none"), text, document, shift)


def _object(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
