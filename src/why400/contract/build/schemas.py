"""The request schemas of the Messages API: an OpenAPI document, the SDK and the corrections, laid over each other."""

from __future__ import annotations

from why400.contract.build.emit import emit_types, reachable
from why400.contract.build.merge import Merger
from why400.contract.build.node import Json, Types
from why400.contract.build.openapi import OpenApi
from why400.contract.build.sdk import Sdk

ROOTS = {
    "messages": ("POST /v1/messages", "CreateMessageParams", "message_create_params", "MessageCreateParams"),
    "count_tokens": (
        "POST /v1/messages/count_tokens", "CountMessageTokensParams",
        "message_count_tokens_params", "MessageCountTokensParams",
    ),
    "batches": (
        "POST /v1/messages/batches", "CreateMessageBatchParams", "messages.batch_create_params", "BatchCreateParams",
    ),
    "complete": ("POST /v1/complete", "CompletionRequest", None, None),  # no longer in the SDK
}  # fmt: skip
"""By file name: the endpoint, the body's schema in the OpenAPI document, the SDK's module and class."""


def from_openapi(document: Json) -> tuple[Types, dict[str, str]]:
    """The document's types, and the name of each endpoint's root."""
    openapi = OpenApi(document)
    roots = {}
    for name, (_, schema, module, _) in ROOTS.items():
        roots[name] = openapi.root(schema)
        if module is not None:
            openapi.root(f"Beta{schema}")
    return openapi.types, roots


def lay_sdk(types: Types, roots: dict[str, str], sdk: Sdk) -> list[str]:
    """Lays what the SDK says over `types`, in place; what the two contradict each other in."""
    pairs: list[tuple[str, str]] = []
    for name, (_, _, module, cls) in ROOTS.items():
        if module is None or cls is None:
            continue
        for home, source in ((module, "sdk-stable"), (f"beta.{module}", "sdk-beta")):
            if sdk.has(home, cls):
                pairs.append((roots[name], sdk.root(home, cls, source)))
    merger = Merger(types, sdk.types)
    for ours, theirs in pairs:
        merger.pair(ours, theirs)
    for ours, theirs in pairs:
        merger.merge(ours, theirs)
    return merger.notes


def finished(types: dict[str, Json], roots: dict[str, str], generator: str, sources: Json) -> dict[str, Json]:
    """The schema of each endpoint in its finished form, by file name."""
    return {
        name: {
            "generator": generator,
            "sources": sources,
            "endpoint": endpoint,
            "root": roots[name],
            "types": reachable(roots[name], types),
        }
        for name, (endpoint, *_) in ROOTS.items()
    }


def build_schemas(document: Json, sdk: Sdk) -> tuple[dict[str, Json], dict[str, str], list[str]]:
    """The types in their finished form before corrections, the roots, and notes on contradictions."""
    types, roots = from_openapi(document)
    notes = lay_sdk(types, roots, sdk)
    return emit_types(types), roots, notes
