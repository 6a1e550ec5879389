"""Headers, betas of endpoints, query parameters, addresses, sizes: what stands outside the body."""

import gzip

import orjson

from tests.coverage.requests import DAY, HEADERS, PLAIN, Case, Json, bad, over_http
from why400 import Request

API = "https://api.anthropic.com"
MA = "managed-agents-2026-04-01"
ADMIN = {"x-api-key": "sk-ant-" + "admin01-" + "x" * 20}
BODY = orjson.dumps(PLAIN)


def get(record: str, path: str, at: str, *, level: str = "warning", beta: str | None = None, method: str = "GET", raw: bytes = b"",
        message: str | None = None, key: dict[str, str] | None = None) -> Case:  # fmt: skip
    """A request to another endpoint, with the betas that it needs."""
    sent = {**HEADERS, **(key or {}), **({"anthropic-beta": beta} if beta else {})}
    return Case(record, Request(method, API + path, sent, raw), level, (at,), message, None, {"as_of": DAY})


def wrong(record: str, path: str, name: str, level: str = "warning", beta: str | None = None, message: str | None = None) -> Case:
    """A query that is refused for one parameter."""
    return get(record, path, f"query {name}", level=level, beta=beta, message=message)


def many(name: str, count: int, prefix: str) -> str:
    """A list in the query."""
    return "&".join(f"{name}={prefix}{n}" for n in range(count))


ANALYTICS = "/v1/organizations/analytics"
COST = "analytics-usage-cost-2026-08-24"
NEEDS: dict[str, tuple[str, str]] = {
    "dreaming-2026-04-21": ("GET", "/v1/dreams"),
    COST: ("GET", f"{ANALYTICS}/cost?starting_at=2026-10-01T00:00:00Z"),
    "ce-claude-code-managed-settings-2026-10-06": ("GET", "/v1/organizations/claude_code/managed_settings/configuration"),
    "experimental-claude-tag-2026-10-21": ("GET", "/v1/organizations/claude_tag/bundles"),
    "ce-plugins-2026-09-01": ("GET", "/v1/organizations/plugins"),
    "telemetry-destinations-2026-08-11": ("GET", "/v1/organizations/telemetry_destinations"),
    "admin-user-sign-out-2026-10-08": ("POST", "/v1/organizations/users/user_1/sign_out"),
    "webhooks-2026-10-07": ("GET", "/v1/organizations/webhooks"),
    "mcp-tunnels-2026-06-22": ("GET", "/v1/tunnels"),
    "spend-limit-reads-2026-09-26": ("GET", "/v1/organizations/spend_limits"),
    "user-profiles-2026-08-18": ("POST", "/v1/user_profiles/uprof_1/enrollment_url"),
}
LIMITS: list[tuple[str, str, str | None]] = [
    ("query-limit-100-20", "/v1/agents?limit=101", MA),
    ("query-version-1", "/v1/agents/agent_1?version=0", MA),
    ("query-limit-1000-20", "/v1/deployment_runs?limit=1001", MA),
    ("query-limit-1-100-20", "/v1/dreams?limit=0", "dreaming-2026-04-21"),
    ("query-block_ms-1-999", "/v1/environments/env_1/work/poll?block_ms=1000", MA),
    ("work-poll", "/v1/environments/env_1/work/poll?block_ms=0", MA),
    ("query-limit-1-1000-20", "/v1/messages/batches?limit=1001", None),
    ("query-limit-1-1000-20", "/v1/models?limit=0", None),
    ("query-limit-1-1000-100", f"{ANALYTICS}/skills?date=2026-10-01&limit=1001", None),
    ("query-limit-1-1000", "/v1/organizations/rate_limits?limit=1001", None),
    ("query-limit-100", "/v1/organizations/webhooks?limit=101", "webhooks-2026-10-07"),
    ("query-limit-1000", "/v1/sessions/sesn_1/resources?limit=1001", MA),
    ("admin-usage-limit", "/v1/organizations/usage_report/messages?starting_at=2026-10-01T00:00:00Z&bucket_width=1d&limit=32", None),
    ("admin-usage-limit", "/v1/organizations/usage_report/messages?starting_at=2026-10-01T00:00:00Z&bucket_width=1h&limit=169", None),
    ("analytics-legacy-limit", f"{ANALYTICS}/cost_report?starting_at=2026-10-01T00:00:00Z&bucket_width=1m&limit=257", None),
]
LISTS: list[tuple[str, str, str]] = [
    ("query-ids-100", f"/v1/files?{many('ids[]', 101, 'file_')}", "ids[]"),
    ("file-list-ids", f"/v1/files?{many('ids[]', 101, 'file_')}", "ids[]"),
    ("admin-id-lists-100", f"/v1/organizations/workspaces?{many('ids[]', 101, 'wrkspc_')}", "ids[]"),
    ("query-lifecycle-3", f"/v1/models?{many('lifecycle[]', 4, 'x')}", "lifecycle[]"),
    ("query-filter-100", f"{ANALYTICS}/skills?date=2026-10-01&{many('filter[]', 101, 'model:')}", "filter[]"),
    ("query-group_by-100", f"{ANALYTICS}/skills?date=2026-10-01&{many('group_by[]', 101, 'g')}", "group_by[]"),
    ("analytics-group-unsupported", f"{ANALYTICS}/skills?date=2026-10-01&{many('group_by[]', 101, 'g')}", "group_by[]"),
    ("query-group_by-5", f"{ANALYTICS}/usage?starting_at=2026-10-01T00:00:00Z&{many('group_by[]', 6, 'g')}", "group_by[]"),
    ("analytics-group-by-5", f"{ANALYTICS}/cost?starting_at=2026-10-01T00:00:00Z&{many('group_by[]', 6, 'g')}", "group_by[]"),
    ("query-user_ids-100", f"/v1/organizations/spend_limits/effective?{many('user_ids[]', 101, 'user_')}", "user_ids[]"),
    ("query-workspace_ids-100", f"/v1/organizations/telemetry_destinations?{many('workspace_ids[]', 101, 'wrkspc_')}", "workspace_ids[]"),
]
STAMP = "The `created_at.gte` parameter contains an invalid timestamp format. Timestamps must be provided in RFC 3339 format e.g., " \
    '"2024-03-01T00:00:00Z". Got "2024-01-01".'  # fmt: skip
LOCAL = "/v1/compliance/apps/sessions/local"
CHATS = "/v1/compliance/apps/chats"

HTTP_CASES: list[Case] = [
    over_http(
        "anthropic-version-required",
        "header anthropic-version",
        "anthropic-version: header is required",
        headers={"anthropic-version": None},
    ),
    over_http(
        "anthropic-version-required",
        "header anthropic-version",
        'anthropic-version: "2026-01-01" is not a valid version',
        headers={"anthropic-version": "2026-01-01"},
    ),
    over_http(
        "beta-header-unknown",
        "header anthropic-beta",
        level="warning",
        headers={"anthropic-beta": "no-such-thing-2026-01-05"},
        message="Unexpected value(s) `no-such-thing-2026-01-05` for the `anthropic-beta` header. Please consult our documentation at "
        "platform.claude.com/docs or try again without the header.",
    ),
    over_http("beta-header-unknown", "header anthropic-beta", level="warning", headers={"anthropic-beta": "fine,,"}),
    over_http("encoding-gzip-accepted", "header content-encoding", level="warning", headers={"content-encoding": "br"}),
    over_http(
        "errcode-request-body-encoding-unsupported", "header content-encoding", level="warning", headers={"content-encoding": "zstd"}
    ),
    over_http("errcode-request-body-encoding-invalid", "header content-encoding", level="warning", headers={"content-encoding": "gzip"}),
    over_http(
        "errcode-request-body-encoding-invalid",
        "header content-encoding",
        level="warning",
        headers={"content-encoding": "gzip"},
        raw=gzip.compress(BODY)[:12] + b"xx" * 9,
    ),
    get(
        "errcode-unsupported-charset",
        "/v1/organizations/plugins",
        "header content-type",
        method="POST",
        raw=b"--b--",
        key={"content-type": "multipart/form-data; boundary=b; charset=utf-16"},
        beta="ce-plugins-2026-09-01",
    ),
    over_http(
        "toolset-legacy-streaming-beta",
        "header anthropic-beta",
        headers={"anthropic-beta": "fine-grained-tool-streaming-2025-05-14"},
        raw=orjson.dumps({**PLAIN, "tools": [{"type": "computer_toolset_20260801"}]}),
    ),
    over_http(
        "errcode-user-profile-required",
        "header anthropic-user-profile-id",
        headers={"anthropic-beta": "user-profiles-2026-08-18"},
        level="warning",
        raw=orjson.dumps({**PLAIN, "billing_policy": {"bill_to": "user_profile"}}),
    ),
    over_http("workspace-header-match", "header anthropic-workspace-id", level="warning", headers={"anthropic-workspace-id": "team"}),
    over_http("workspace-user-profile", "header anthropic-user-profile-id", level="warning", headers={"anthropic-user-profile-id": "joe"}),
    over_http(
        "cpaws-workspace-header",
        "header anthropic-workspace-id",
        level="warning",
        url="https://aws-external-anthropic.us-east-1.api.aws/v1/messages",
    ),
    over_http("batch-user-profile-conflict", "", level="none", headers={"anthropic-user-profile-id": "uprof_1"}),
    get("ma-beta", "/v1/agents", "header anthropic-beta", level="error"),
    get("ma-beta", "/v1/sessions/sesn_1/threads", "header anthropic-beta", level="error"),
    get("memory-beta-exclusive", "/v1/memory_stores", "header anthropic-beta", level="error", beta=f"agent-memory-2026-07-22,{MA}"),
    get("memory-beta-exclusive", "/v1/memory_stores", "header anthropic-beta"),
    get("routine-fire-beta", "/v1/claude_code/routines/trig_1/fire", "header anthropic-beta", level="error", method="POST", raw=b"{}"),
    get("dream-beta", "/v1/dreams", "header anthropic-beta"),
    get("webhook-org", "/v1/organizations/webhooks", "header anthropic-beta"),
    get("plugin-create", "/v1/organizations/plugins", "header anthropic-beta", method="POST"),
    *[get(f"beta-required-{beta}", path, "header anthropic-beta", method=method) for beta, (method, path) in NEEDS.items()],
    *[wrong(record, path, path.rpartition("&")[2].rpartition("?")[2].partition("=")[0], "error", beta) for record, path, beta in LIMITS],
    *[
        wrong(
            record,
            path,
            name,
            "error" if record.startswith(("query-ids", "file")) else "warning",
            COST if path.startswith((f"{ANALYTICS}/cost?", f"{ANALYTICS}/usage?")) else None,
        )
        for record, path, name in LISTS
    ],
    wrong("file-list-ids", "/v1/files?ids[]=file_1&limit=5", "limit", "error"),
    wrong("models-lifecycle", "/v1/models?lifecycle[]=old", "lifecycle[]"),
    wrong("skill-list-source", "/v1/skills?source=mine", "source"),
    wrong("memory-list-depth", "/v1/memory_stores/memstore_1/memories?depth=2", "depth", beta="agent-memory-2026-07-22"),
    wrong("memory-list-prefix", "/v1/memory_stores/memstore_1/memories?path_prefix=/notes", "path_prefix", beta="agent-memory-2026-07-22"),
    wrong("deployment-list-status", "/v1/deployments?status=stopped", "status", beta=MA),
    wrong("deployment-list-status", "/v1/deployments?status=active&include_archived=true", "include_archived", beta=MA),
    wrong("session-event-deltas", "/v1/sessions/sesn_1/events/stream?event_deltas[]=user.message", "event_deltas[]", "error", MA),
    wrong("admin-usage-params", "/v1/organizations/usage_report/messages", "starting_at", "error"),
    wrong(
        "admin-usage-params",
        "/v1/organizations/usage_report/messages?starting_at=2026-10-01T00:00:00Z&bucket_width=1w",
        "bucket_width",
        "error",
    ),
    wrong("admin-cost-params", "/v1/organizations/cost_report?starting_at=2026-10-01T00:00:00Z&bucket_width=1h", "bucket_width", "error"),
    wrong("admin-cost-params", "/v1/organizations/cost_report", "starting_at", "error"),
    wrong("admin-cc-usage", "/v1/organizations/usage_report/claude_code", "starting_at", "error"),
    wrong("admin-cc-usage", "/v1/organizations/usage_report/claude_code?starting_at=2026-10-01T00:00:00Z", "starting_at", "error"),
    wrong("analytics-range-31d", f"{ANALYTICS}/cost", "starting_at", beta=COST),
    wrong(
        "analytics-range-31d", f"{ANALYTICS}/cost?starting_at=2026-08-01T00:00:00Z&ending_at=2026-10-01T00:00:00Z", "ending_at", beta=COST
    ),
    wrong("analytics-range-31d", f"{ANALYTICS}/cost?starting_at=2025-12-01T00:00:00Z", "starting_at", beta=COST),
    wrong(
        "analytics-deleted-users",
        f"{ANALYTICS}/cost?starting_at=2026-10-01T00:00:00Z&exclude_deleted_users=true",
        "exclude_deleted_users",
        beta=COST,
    ),
    wrong("analytics-date-or-range", f"{ANALYTICS}/skills", "date"),
    wrong("analytics-date-or-range", f"{ANALYTICS}/skills?ending_date=2026-10-01", "ending_date"),
    wrong("analytics-date-or-range", f"{ANALYTICS}/skills?date=2026-10-01&starting_date=2026-10-01", "starting_date"),
    wrong("compliance-timestamp", "/v1/compliance/activities?created_at.gte=2024-01-01", "created_at.gte", "error", message=STAMP),
    wrong(
        "compliance-time-order",
        f"{LOCAL}?created_at.gte=2026-10-02T00:00:00Z&created_at.lt=2026-10-01T00:00:00Z",
        "created_at.lt",
        "error",
        message="created_at.lt must be strictly after created_at.gte.",
    ),
    wrong(
        "compliance-local-sessions-time-order",
        f"{LOCAL}?created_at.gte=2026-10-02T00:00:00Z&created_at.lt=2026-10-02T00:00:00Z",
        "created_at.lt",
        "error",
        message="created_at.lt must be strictly after created_at.gte.",
    ),
    wrong(
        "compliance-limit",
        "/v1/compliance/activities?limit=1500",
        "limit",
        "error",
        message="The limit parameter must be between 1 and 1000, inclusive. Got 1500.",
    ),
    wrong("compliance-max-bytes", f"{LOCAL}/clls_1/messages?tool_result_max_bytes=0", "tool_result_max_bytes", "error"),
    wrong(
        "compliance-activity-filters",
        "/v1/compliance/activities?activity_types[]=account_deleted&exclude_activity_types[]=account_deleted",
        "exclude_activity_types[]",
        "error",
    ),
    wrong("compliance-user-filter-order", f"{CHATS}?user_ids[]=user_1&order_by=updated_at", "order_by", "error"),
    wrong("compliance-user-filter-order", f"{CHATS}?before_id=claude_chat_1", "before_id", "error"),
    get("file-immutable", "/v1/files/file_1", "method", method="PUT", raw=b"{}"),
    over_http(
        "admin-key",
        "header x-api-key",
        level="warning",
        method="GET",
        raw=b"",
        url=f"{API}/v1/organizations/users",
        headers={"x-api-key": "sk-ant-" + "api03-" + "x" * 20},
    ),
    get(
        "file-name-length",
        "/v1/files",
        "",
        method="POST",
        raw=b'--b\r\nContent-Disposition: form-data; name="file"; filename="' + b"a" * 256 + b'"\r\n\r\nx\r\n--b--',
        key={"content-type": "multipart/form-data; boundary=b"},
    ),
    get(
        "file-name-chars",
        "/v1/files",
        "",
        level="error",
        method="POST",
        raw=b'--b\r\nContent-Disposition: form-data; name="file"; filename="a?b.txt"\r\n\r\nx\r\n--b--',
        key={"content-type": "multipart/form-data; boundary=b"},
    ),
    get(
        "file-expires-in-seconds",
        "/v1/files",
        "",
        method="POST",
        raw=b'--b\r\nContent-Disposition: form-data; name="expires_in_seconds"\r\n\r\n60\r\n--b--',
        key={"content-type": "multipart/form-data; boundary=b"},
    ),
]

BIG: Json = {**PLAIN, "system": "a" * 33_600_000}
SIZE_CASES: list[Case] = [
    Case(
        "size-messages-32mb",
        Request("POST", f"{API}/v1/messages", HEADERS, orjson.dumps(BIG)),
        "error",
        ("",),
        "Request exceeds the maximum size",
        413,
        {"as_of": DAY},
    ),
    Case(
        "size-managed-agents-32mb",
        Request("POST", f"{API}/v1/agents", {**HEADERS, "anthropic-beta": MA}, orjson.dumps(BIG)),
        "error",
        ("",),
        None,
        413,
        {"as_of": DAY},
    ),
    Case(
        "errcode-request-body-too-large-after-decoding",
        Request("POST", f"{API}/v1/messages", {**HEADERS, "content-encoding": "gzip"}, gzip.compress(orjson.dumps(BIG), 1)),
        "error",
        ("",),
        None,
        413,
        {"as_of": DAY},
    ),
    Case("size-bedrock-20mb", orjson.dumps({**PLAIN, "system": "a" * 21_000_000}), "error", ("",), None, 413, {"platform": "bedrock"}),  # type: ignore[arg-type]  # bytes are a request too
    Case("size-vertex-30mb", orjson.dumps({**PLAIN, "system": "a" * 31_500_000}), "error", ("",), None, 413, {"platform": "vertex"}),  # type: ignore[arg-type]  # likewise
    bad("size-cpaws-same", "", None, system="a" * 33_600_000, platform="aws"),
]
