"""From what the caller gives (bytes, text, dict or Request, and options) to a Call with its circumstances."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import lru_cache

import orjson
from msgspec import Struct
from msgspec.structs import replace

from why400.contract import models, platforms, versions
from why400.errors import UsageError
from why400.model import Request, split_url
from why400.rules import Call, Context, is_scrubbed

DEFAULT_ENDPOINT = "POST /v1/messages"
DEFAULT_VERSION = "2023-06-01"
PLATFORMS = ("anthropic", "bedrock", "vertex", "foundry", "aws")


class Options(Struct, frozen=True):
    """What the caller says of the circumstances; None: not said."""

    endpoint: str | None = None
    platform: str | None = None
    api_version: str | None = None
    betas: frozenset[str] | None = None
    model: str | None = None
    as_of: date | None = None


def make_options(
    *,
    endpoint: str | None,
    platform: str | None,
    api_version: str | None,
    betas: Iterable[str] | None,
    model: str | None,
    as_of: date | str | None,
) -> Options:
    """The options, checked. Raises UsageError for a value that cannot be."""
    if isinstance(betas, str):
        betas = betas.split(",")
    sent = None if betas is None else frozenset(beta.strip() for beta in betas if beta.strip())
    return _checked_options(endpoint, platform, api_version, sent, model, as_of)


@lru_cache(maxsize=64)
def _checked_options(
    endpoint: str | None,
    platform: str | None,
    api_version: str | None,
    betas: frozenset[str] | None,
    model: str | None,
    as_of: date | str | None,
) -> Options:
    if platform is not None and platform not in PLATFORMS:
        from difflib import get_close_matches  # here: only a mistake needs it

        near = get_close_matches(platform, PLATFORMS, 1)
        raise UsageError(f"unknown platform {platform!r}{f' (did you mean {near[0]}?)' if near else ''}: one of {', '.join(PLATFORMS)}")
    return Options(
        endpoint=_endpoint(endpoint) if endpoint is not None else None,
        platform=platform,
        api_version=api_version,
        betas=betas,
        model=model,
        as_of=_day(as_of) if as_of is not None else None,
    )


def _endpoint(text: str) -> str:
    method, _, path = text.strip().partition(" ")
    if not path:
        method, path = "POST", method
    if not path.startswith("/"):
        raise UsageError(f"endpoint {text!r} is not of the form 'POST /v1/messages'")
    return f"{method.upper()} {path.strip()}"


def _day(given: date | str) -> date:
    if isinstance(given, date):
        return given
    parts = given.strip().split("-")
    try:
        if len(parts) == 2:
            year, month = int(parts[0]), int(parts[1])
            return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return date.fromisoformat(given.strip())
    except ValueError:
        raise UsageError(f"as-of date {given!r} is neither YYYY-MM-DD nor YYYY-MM") from None


class Subject(Struct, frozen=True):
    """One request to check, made whole."""

    call: Call
    value: object
    """The body's value where it was given as one; None where it has to be parsed."""
    parsed: bool


def make_subject(given: object, options: Options) -> Subject:
    """The request with its circumstances. Raises UsageError where it is nothing that can be a request."""
    value: object = None
    parsed = False
    if isinstance(given, Request):
        request = given
        bare = False
    else:
        bare = True
        if isinstance(given, bytes | bytearray | memoryview):
            body = bytes(given)
        elif isinstance(given, str):
            body = given.encode("utf-8", "surrogatepass")
        elif isinstance(given, Mapping):
            value, parsed = dict(given), True
            try:
                body = orjson.dumps(value)
            except TypeError as exc:
                raise UsageError(f"the request dict holds what JSON cannot: {exc}") from None
        else:
            raise UsageError(f"a request is bytes, str, dict or why400.Request, not {type(given).__name__}")
        request = Request(body=body)
        if options.endpoint is not None:
            method, _, path = options.endpoint.partition(" ")
            request = Request(method, f"https://api.anthropic.com{path}", (), body)
    return Subject(Call(request, _context(request, options, bare)), value, parsed)


def _context(request: Request, options: Options, bare: bool) -> Context:
    day = options.as_of or date.today()
    return _bare_context(request.method, request.url, options, day) if bare else _full_context(request, options, day, bare=False)


@lru_cache(maxsize=64)
def _bare_context(method: str, url: str, options: Options, day: date) -> Context:
    return _full_context(Request(method, url), options, day, bare=True)


def _full_context(request: Request, options: Options, day: date, *, bare: bool) -> Context:
    url = split_url(request.url)
    if options.endpoint is not None:
        method, _, path = options.endpoint.partition(" ")
    else:
        method, path = request.method.upper(), url.path
    served = platforms.of_host(url.netloc)
    platform = options.platform or (served or "anthropic")
    version = options.api_version
    known = version is not None
    if version is None:
        header = request.header("anthropic-version")
        known = header is not None and not is_scrubbed(header)
        version = header if known and header is not None else DEFAULT_VERSION
    betas = options.betas
    if betas is None and not bare:
        given = request.all_headers("anthropic-beta")
        if given and not any(is_scrubbed(value) for value in given):
            betas = frozenset(beta.strip() for value in given for beta in value.split(",") if beta.strip())
        elif not given and not _scrubbed_altogether(request):
            betas = frozenset()
    return Context(
        endpoint=f"{method} {path.partition('?')[0]}",
        platform=platform,
        api_version=version.strip() if versions.find(version.strip()) is not None else DEFAULT_VERSION,
        version_known=known,
        betas=betas,
        on=day,
        model_id=options.model,
        model=models.find(options.model, platform) if options.model else None,
        bare=bare,
    )


def _scrubbed_altogether(request: Request) -> bool:
    """Whether the recording dropped the headers that every request has: then an absent one proves nothing."""
    return request.header("anthropic-version") is None


def with_model(context: Context, model_id: object) -> Context:
    """The circumstances with the model that the body names, unless an option has named one."""
    if context.model_id is not None or not isinstance(model_id, str):
        return context
    return _named(context, model_id)


@lru_cache(maxsize=256)
def _named(context: Context, model_id: str) -> Context:
    return replace(context, model_id=model_id, model=models.find(model_id, context.platform))
