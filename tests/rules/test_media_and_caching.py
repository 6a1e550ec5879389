"""What the pages' examples do not reach in the families media and caching: paths, dates, limits, marks."""

import base64
import struct
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import why400
from why400 import Finding
from why400.media import base64_fault
from why400.rules.media import unreachable_host
from why400.rules.media.base64_invalid import cleaned_text
from why400.rules.media.image_above_native_size import fitting

SHORT: dict[str, Any] = {"type": "ephemeral"}
LONG: dict[str, Any] = {"type": "ephemeral", "ttl": "1h"}


def png(width: int = 10, height: int = 10) -> str:
    head = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + struct.pack(">II", width, height) + b"\x08\x02\0\0\0"
    return base64.b64encode(head).decode()


def image(data: str, media_type: str = "image/png") -> dict[str, Any]:
    return {"type": "image", "source": {"type": "base64", "media_type": media_type, "data": data}}


def text(mark: dict[str, Any] | None = None, said: str = "a") -> dict[str, Any]:
    return {"type": "text", "text": said, **({"cache_control": mark} if mark else {})}


def request(*content: dict[str, Any], **members: Any) -> dict[str, Any]:
    return {"model": "claude-opus-5-5", "max_tokens": 9, "messages": [{"role": "user", "content": list(content)}], **members}


def found(body: dict[str, Any], as_of: str = "2026-11-24", **options: Any) -> list[Finding]:
    return why400.check(body, **{"betas": (), "api_version": "2023-06-01", "as_of": as_of, **options})


def in_tool_result(*content: dict[str, Any]) -> dict[str, Any]:
    return {
        "model": "claude-opus-5-5",
        "max_tokens": 9,
        "tools": [{"name": "f", "input_schema": {"type": "object"}}],
        "messages": [
            {"role": "user", "content": "go"},
            {"role": "assistant", "content": [{"type": "tool_use", "id": "t", "name": "f", "input": {}}]},
            {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "t", "content": list(content)}]},
        ],
    }


NESTED = "messages.2.content.0.tool_result.content.0.image.source.base64"
NOW = f"{NESTED}: The image was specified using the image/jpeg media type, but the image appears to be a image/png image"
BEFORE = f"{NESTED}.data: Image does not match the provided media type image/jpeg"


@pytest.mark.parametrize(("as_of", "words"), [("2026-11", NOW), ("2025-10", BEFORE)])
def test_type_mismatch_is_worded_for_the_day_and_seen_in_results(as_of: str, words: str) -> None:
    assert [one.api_error.message for one in found(in_tool_result(image(png(), "image/jpeg")), as_of)] == [words]


def test_type_mismatch_was_accepted_until_2025_and_only_warns_for_models_of_that_time() -> None:
    body = request(image(png(), "image/jpeg"))
    assert found(body, "2024-07") == []
    old = found({**body, "model": "claude-3-5-sonnet-20240620"}, "2025-08")
    assert "error" not in [one.severity for one in old if one.rule == "image-media-type-mismatch"]


@pytest.mark.parametrize(("size", "fitted"), [((1920, 1080), (1456, 819)), ((1191, 1684), (924, 1307)), ((4000, 4000), (1092, 1092))])
def test_native_size_is_what_the_api_named(size: tuple[int, int], fitted: tuple[int, int]) -> None:
    assert fitting(*size, "") == fitted


@given(st.integers(1, 20_000), st.integers(1, 20_000))
def test_fitted_size_fits_and_stays(width: int, height: int) -> None:
    once = fitting(width, height, "")
    assert fitting(*once, "") == once
    assert max(once) <= 1568


@pytest.mark.parametrize(("count", "refused"), [(20, False), (21, True)])
def test_side_limit_is_lower_where_images_are_many(count: int, refused: bool) -> None:
    rules = {one.rule for one in found(request(*[image(png(2001, 5))] * count))}
    assert rules == ({"image-too-many-pixels"} if refused else set())


@pytest.mark.parametrize(
    ("model", "platform", "count", "severity"),
    [
        ("claude-haiku-4-5", "anthropic", 101, "error"),
        ("claude-haiku-4-5", "anthropic", 100, None),
        ("claude-opus-5-5", "anthropic", 600, None),
        ("claude-opus-5-5", "anthropic", 601, "error"),
        ("claude-haiku-4-5", "bedrock", 101, "warning"),
        ("claude-of-tomorrow", "anthropic", 101, "warning"),
    ],
)
def test_count_of_images(model: str, platform: str, count: int, severity: str | None) -> None:
    findings = found(request(*[image(png())] * count, model=model), platform=platform)
    assert [one.severity for one in findings if one.rule == "media-count-exceeded"] == ([severity] if severity else [])


@given(st.binary(min_size=1, max_size=60), st.sampled_from(["", "data:image/png;base64,"]), st.booleans(), st.booleans(), st.booleans())
def test_cleaned_text_stands_for_the_same_bytes(raw: bytes, prefix: str, broken: bool, safe: bool, bare: bool) -> None:
    plain = base64.b64encode(raw).decode()
    given_text = plain.replace("+", "-").replace("/", "_") if safe else plain
    given_text = given_text.rstrip("=") if bare else given_text
    given_text = "\n".join(given_text[i : i + 8] for i in range(0, len(given_text), 8)) if broken else given_text
    given_text = prefix + given_text
    assert cleaned_text(given_text, base64_fault(given_text)) == plain


@pytest.mark.parametrize("url", ["http://localhost/a", "https://10.1.2.3/a", "https://[::1]/a", "https://a.invalid/b", "https://nas.local"])
def test_hosts_that_nobody_outside_reaches(url: str) -> None:
    assert unreachable_host(url) is not None


@pytest.mark.parametrize("url", ["https://example.com/a", "https://8.8.8.8/a", "https://a.testing.org", "", "no url", "https://[bad"])
def test_hosts_that_may_be_reached(url: str) -> None:
    assert unreachable_host(url) is None


@pytest.mark.parametrize("count", range(1, 9))
def test_marks_beyond_four_are_counted_everywhere_and_taken_away(count: int) -> None:
    marks = [SHORT] * count + [None] * (8 - count)
    body = in_tool_result(text(marks[0]), text(marks[1]))
    body["system"] = [text(marks[2]), text(marks[3])]
    body["messages"][0]["content"] = [text(marks[4]), text(marks[5]), text(marks[6]), text(marks[7])]
    findings = found(body)
    if count <= 4:
        assert findings == []
        return
    words = f"A maximum of 4 blocks with cache_control may be provided. Found {count}."
    assert [one.api_error.message for one in findings] == [words]
    fixed = why400.fix(body, betas=(), api_version="2023-06-01", as_of="2026-11-24")
    assert fixed.remaining == []
    assert fixed.request.body.count(b"ephemeral") == 4


def test_hour_after_five_minutes_names_its_place() -> None:
    words = "messages.0.content.1.cache_control.ttl: a ttl='1h' cache_control block must not come after a ttl='5m' cache_control block"
    findings = found(request(text(SHORT), text(LONG)))
    assert [one.rule for one in findings] == ["cache-ttl-order"]
    assert (findings[0].api_error.message or "").startswith(words)
    assert found(request(text(LONG), text(SHORT))) == []
