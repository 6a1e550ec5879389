"""Runs a page's example: merged over a plain valid request, with the options that its fence names."""

import copy

import orjson

import why400
from tests.measured.cases import _written_out as written_out  # `$repeat` means the same in both
from why400 import Finding, Request
from why400.check.fix import Fixed
from why400.formats import raw_http
from why400.rules.page import Example

PLAIN: dict[str, object] = {"model": "claude-sonnet-5", "max_tokens": 4096, "messages": [{"role": "user", "content": "Hello"}]}
PLAIN_BATCH: dict[str, object] = {"requests": [{"custom_id": "a", "params": PLAIN}]}
DAY = "2026-11-24"


def options_of(example: Example) -> dict[str, object]:
    """The check's options; betas are none unless the example names them."""
    options: dict[str, object] = {"as_of": DAY, "api_version": "2023-06-01", "betas": ()}
    options.update((name, value) for name, value in example.options.items() if name != "charset")
    if isinstance(options["betas"], str):
        options["betas"] = options["betas"].split(",")
    if example.kind == "http":
        options = {name: value for name, value in options.items() if name in example.options or name == "as_of"}
    if options.get("betas") == ["unknown"]:
        options["betas"] = None
    if options.get("api_version") == "unknown":
        options["api_version"] = None
    return options


def request_of(example: Example) -> bytes | Request:
    """The request that the example stands for."""
    if example.kind == "http":
        return raw_http.parse(example.text.encode(), "example")[0].request
    if example.kind == "body":
        return example.text.rstrip("\n").encode(example.options.get("charset", "utf-8"))
    assert example.kind == "json", example.kind
    given = written_out(orjson.loads(example.text))
    if padding := given.pop("$pad", 0):  # so many characters of text, for limits that no page can show
        given["messages"] = [{"role": "user", "content": "x" * padding}]
    if padding := given.pop("$pad_image", 0):  # likewise, so many characters of base64
        source = {"type": "base64", "media_type": "image/gif", "data": "R0lGODlhAQABAAAAADs" + "A" * (padding - 19)}
        given["messages"] = [{"role": "user", "content": [{"type": "image", "source": source}]}]
    endpoint = example.options.get("endpoint", "")
    body = copy.deepcopy(PLAIN_BATCH if "batches" in endpoint else PLAIN)
    if "count_tokens" in endpoint:
        del body["max_tokens"]
    if "complete" in endpoint:
        body = {"model": "claude-2.1", "prompt": "\n\nHuman: Hello\n\nAssistant:", "max_tokens_to_sample": 16}
    for name in given.pop("$delete", []):
        del body[name]
    if "model" in example.options:
        body["model"] = example.options["model"]
    body.update(given)
    return orjson.dumps(body)


def check_example(example: Example) -> list[Finding]:
    """The findings in the example."""
    options = {name: value for name, value in options_of(example).items() if name != "model"}
    return why400.check(request_of(example), **options)  # type: ignore[arg-type]  # names and values are the page's


def fix_example(example: Example, *, unsafe: bool) -> Fixed:
    """The example, mended."""
    options = {name: value for name, value in options_of(example).items() if name != "model"}
    return why400.fix(request_of(example), unsafe=unsafe, **options)  # type: ignore[arg-type]  # likewise
