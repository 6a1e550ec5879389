"""A body that is no JSON: its faults, and the value that it was meant to be."""

import orjson

from why400.rules import JsonFault


def read_json(body: bytes) -> tuple[list[JsonFault], object, bool]:
    """The body's value with no faults, or what `json_faults` says: where it is no JSON, or a string that holds JSON."""
    try:
        value = orjson.loads(body)
    except orjson.JSONDecodeError:
        value = ""  # and not from here on: the error holds a copy of the body
    return json_faults(body) if isinstance(value, str) else ([], value, False)


def json_faults(body: bytes) -> tuple[list[JsonFault], object, bool]:
    """The faults of syntax in order, the repaired value (None where there is none), and whether the rest was left unchecked."""
    from why400.formats.json_text.api_wording import api_message  # sound JSON needs neither
    from why400.formats.json_text.repair import examine

    sentence, derived = api_message(body) or (None, True)
    examined = examine(body)
    faults = [
        JsonFault(
            kind=fault.kind,
            start=fault.offset,
            end=max(fault.end, fault.offset),
            sentence=sentence if index == 0 else None,
            derived=derived,
            found=body[fault.offset : min(fault.end, fault.offset + 40)].decode("utf-8", "replace"),
            edits=tuple((edit.start, edit.end, edit.text) for edit in fault.edits),
            certain=fault.certain,
        )
        for index, fault in enumerate(examined.faults)
    ]
    if not faults and not examined.parsed:
        faults = [JsonFault("not-json", 0, min(len(body), 1), sentence, derived, body[:40].decode("utf-8", "replace"), (), False)]
    return faults, examined.value, examined.truncated_check
