"""The models: what each accepts, when it was there, and under which names."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

import msgspec

from why400.contract._facts import Evidence, section

_OWN_CALENDAR = ("bedrock", "vertex")  # retirement dates of the Claude API do not bind these
_REGION = re.compile(r"^(?:[a-z]{2,6}(?:-gov)?\.)?anthropic\.", re.ASCII)
_REVISION = re.compile(r"-v\d+(?::\d+)?(?::\d+k)?$", re.ASCII)
_DATED = re.compile(r"-(?:20\d{6}|latest)$", re.ASCII)
_LONGEST_ID = 256


class Model(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """What is known of one model. None: not known, or not sure enough to refuse anything by it (then see `presumed`)."""

    id: str
    """The id that the API prints in its sentences: dated, for models that have dated ids."""
    family: str
    """opus | sonnet | haiku | fable | mythos | instant | claude"""
    aliases: tuple[str, ...] = ()
    bedrock: tuple[str, ...] = ()
    """Ids seen on Amazon Bedrock, without region prefixes."""
    vertex: tuple[str, ...] = ()
    """Ids seen on Google Cloud."""
    context_window: int | None = None
    """Tokens."""
    max_output: int | None = None
    """Highest `max_tokens`."""
    max_output_batch: int | None = None
    """The same in batch items under the beta output-300k-2026-03-24."""
    thinking: tuple[str, ...] | None = None
    """Values of `thinking.type` that are accepted."""
    thinking_refused: tuple[str, ...] = ()
    thinking_off_max_effort: str | None = None
    """Highest effort that goes with thinking `disabled` or `between_tools`; None: any that the model has."""
    thinking_default: str | None = None
    """always on | on | off"""
    efforts: tuple[str, ...] | None = None
    """Effort levels in rising order; empty: the parameter itself is refused."""
    effort_default: str | None = None
    prefill: bool | None = None
    """Whether the last message may be an assistant's unfinished text."""
    sampling: str | None = None
    """Under API version 2023-06-01: any | one-of (temperature or top_p, not both) | default-only."""
    top_p_default: float | None = None
    """The one `top_p` that a default-only model takes, where it is known."""
    forced_tool_choice: bool | None = None
    """Whether `tool_choice` any or tool is accepted."""
    system_messages: bool | None = None
    """Whether messages of role system are accepted."""
    tool_changes: bool | None = None
    """tool_addition and tool_removal blocks."""
    message_effort: bool | None = None
    """`output_config.effort` on a system message."""
    compaction_edit: bool | None = None
    """The context edit compact_20260112."""
    block_binding_checked: bool | None = None
    """Whether thinking blocks are checked against the history before them, when that is asked for."""
    task_budget: bool | None = None
    fast_mode: str | None = None
    """`speed`: yes | beta (needs its header, for any value) | ignored | no"""
    fast_mode_beta_until: date | None = None
    """Before this day the header was needed."""
    fast_mode_ends: date | None = None
    """From this day fast mode is refused."""
    inference_geo: bool | None = None
    structured_outputs: bool | None = None
    """output_config.format"""
    programmatic_tools: bool | None = None
    """`allowed_callers` with code execution."""
    image_input: bool | None = None
    pdf_input: bool | None = None
    min_cacheable_tokens: int | None = None
    """A shorter prefix is silently not cached."""
    data_retention_required: bool | None = None
    gated: bool | None = None
    """Only for admitted organizations; others get 404."""
    released: date | None = None
    deprecated: date | None = None
    retired: date | None = None
    """First day on which requests fail on Anthropic-operated platforms; may lie ahead."""
    retires_not_before: date | None = None
    replacement: str | None = None
    """The model to move to."""
    tools: dict[str, bool] = {}
    """Dated tool types that are known to be accepted (True) or refused (False)."""
    tools_kept: dict[str, tuple[str, ...]] = {}
    """Platforms on which a refusal of `tools` does not hold."""
    presumed: dict[str, object] = {}
    """Values that are inferred or disputed: good for a warning, never for an error."""

    @property
    def printed_id(self) -> str:
        """The id in the API's own sentences, whichever alias was sent."""
        return self.id

    @property
    def max_images(self) -> int | None:
        """Images (and PDF pages) per request: 100 below a context of a million tokens, else 600."""
        return None if self.context_window is None else 600 if self.context_window >= 1_000_000 else 100

    def retired_on(self, day: date, platform: str = "anthropic") -> bool:
        """Whether the model is known to be gone on that day; always False on platforms with a calendar of their own."""
        return self.retired is not None and day >= self.retired and platform not in _OWN_CALENDAR

    def deprecated_on(self, day: date) -> bool:
        """Whether its retirement had been announced by that day."""
        return self.deprecated is not None and day >= self.deprecated

    def takes_thinking(self, kind: str) -> bool | None:
        """Whether `thinking.type` may be this; None: not known."""
        if kind in self.thinking_refused:
            return False
        return True if self.thinking is not None and kind in self.thinking else None

    def takes_effort(self, level: str) -> bool | None:
        """Whether `output_config.effort` may be this; None: not known."""
        return None if self.efforts is None else level in self.efforts

    def takes_tool(self, tool_type: str, platform: str = "anthropic") -> bool | None:
        """Whether a dated tool type is accepted; None: not known."""
        if platform in self.tools_kept.get(tool_type, ()):
            return True
        return self.tools.get(tool_type)

    def needs_fast_mode_beta(self, day: date) -> bool | None:
        """Whether `speed` needs its beta header on that day; None: not known."""
        if self.fast_mode is None:
            return None
        return self.fast_mode == "beta" or (self.fast_mode_beta_until is not None and day < self.fast_mode_beta_until)


@cache
def known() -> tuple[Model, ...]:
    """All models, the lines in their makers' order, the newest of a line first, the retired ones last."""
    return section("models", tuple[Model, ...])


@cache
def evidence() -> dict[str, dict[str, Evidence]]:
    """Where each value of each model is said: model id, then attribute."""
    return section("models_evidence", dict[str, dict[str, Evidence]])


@cache
def _index() -> dict[str, Model]:
    """Ids and aliases of the Claude API."""
    return {name: model for model in known() for name in (model.id, *model.aliases)}


@cache
def _seen_elsewhere() -> dict[str, Model]:
    return {name: model for model in known() for name in (*model.bedrock, *model.vertex)}


def platform_of(model_id: str) -> str | None:
    """The platform whose form an id has ("bedrock", "vertex"); None: the plain form, or no form known."""
    if model_id.startswith("arn:aws") or "anthropic.claude" in model_id:
        return "bedrock"
    return "vertex" if model_id.startswith("claude-") and "@" in model_id else None


def _plain(model_id: str) -> Iterable[str]:
    """What an id of another platform may be called on the Claude API, the likeliest first."""
    name = model_id.rpartition("/")[2]
    if prefix := _REGION.match(name):
        yield name[prefix.end() - len("anthropic.") :]
        name = name[prefix.end() :]
    yield name
    base, at, version = name.partition("@")
    if at:
        yield f"{base.removesuffix('-v2')}-{version}"
        yield base
    yield _REVISION.sub("", name)


def find(model_id: str, platform: str = "anthropic") -> Model | None:
    """The model that an id or alias names on a platform; None: not known.

    On Bedrock and Google Cloud region prefixes, revisions, `@date` and ARNs are seen through; elsewhere ids are exact.
    """
    if (model := _index().get(model_id)) is not None:
        return model
    if platform not in _OWN_CALENDAR or len(model_id) > 8 * _LONGEST_ID:
        return None
    for name in _plain(model_id):
        if (model := _seen_elsewhere().get(name) or _index().get(name)) is not None:
            return model
    return None


def nearest(model_id: str, on: date | None = None) -> str | None:
    """The known id that was probably meant; with a day, one that is still served then. None: nothing is near."""
    if len(model_id) > _LONGEST_ID:
        return None
    name = _nearest_name(model_id)
    if name is None or on is None:
        return name
    model = _index()[name]
    return model.replacement if model.retired_on(on) else name


def _nearest_name(model_id: str) -> str | None:
    index = _index()
    for name in _plain(model_id.strip()):
        model = _seen_elsewhere().get(name) or _seen_elsewhere().get(f"anthropic.{name}")
        if name in index or model is not None:
            return name if name in index else model.id if model is not None else None
    spelled = re.sub(r"[\[:@].*", "", list(_plain(model_id.strip().lower()))[-1], flags=re.DOTALL)
    spelled = re.sub(r"[^a-z0-9]+", "-", spelled).strip("-")
    for name in (spelled, _DATED.sub("", spelled)):
        if name in index:
            return name
        words = name.split("-")
        words = sorted(words if "claude" in words else ["claude", *words])
        for whole in (True, False):
            for candidate in index:
                if sorted((candidate if whole else _DATED.sub("", candidate)).split("-")) == words:
                    return candidate
    words = [word for word in spelled.split("-") if word not in ("claude", "latest")]
    if len(words) == 1:
        for model in known():
            if model.family == words[0] and model.family != "claude" and not model.gated and model.retired is None:
                return model.id
    from difflib import get_close_matches  # here: it costs milliseconds, and few runs need it

    near = get_close_matches(spelled, index, n=1, cutoff=0.78)
    return near[0] if near else None
