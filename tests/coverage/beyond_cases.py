"""Every record beyond the core Messages API: the requests that show it, or why none can."""

from fnmatch import fnmatchcase

from tests.coverage.beyond_batches import BATCH_CASES
from tests.coverage.beyond_features import FEATURE_CASES
from tests.coverage.beyond_http import HTTP_CASES, SIZE_CASES
from tests.coverage.beyond_media import MEDIA_CASES
from tests.coverage.beyond_platforms import PLATFORM_CASES
from tests.coverage.beyond_schema import SCHEMA_CASES
from tests.coverage.beyond_tools import TOOL_CASES
from tests.coverage.beyond_toolsets import TOOLSET_CASES
from tests.coverage.requests import Case

CASES: list[Case] = [
    *BATCH_CASES,
    *FEATURE_CASES,
    *HTTP_CASES,
    *MEDIA_CASES,
    *PLATFORM_CASES,
    *SCHEMA_CASES,
    *SIZE_CASES,
    *TOOL_CASES,
    *TOOLSET_CASES,
]

NOT_SHOWN: dict[str, str] = {
    "depends on what the account or the service has stored, or on whom it knows": """
        errcode-already-member errcode-bundle-* errcode-cannot-* errcode-claude-* errcode-cmek-* errcode-email-* errcode-environment-*
        errcode-external-* errcode-file-* errcode-invalid-config-type-change errcode-invite-* errcode-key-* errcode-org-*
        errcode-organization-* errcode-parent-* errcode-rbac-* errcode-scan-* errcode-settings-* errcode-slack-* errcode-storage-*
        errcode-thread-* errcode-user-profile-[nb]* errcode-workspace-* errcode-linked-* errcode-api-key-* errcode-compliance-*
        errcode-sandbox-* errcode-spend-* errcode-concurrent-* errcode-plugin-* errcode-skill-* errcode-heartbeat-* errcode-registration-*
        batch-delete-ended-only batch-results-ended-only batch-results-29d file-quota-1tb file-download-* file-not-found file-type-mismatch
        document-binary-formats file-too-big-for-context file-expired-in-message skill-version-* web-domains-org-subset
        web-search-disabled-org container-expired mcp-token-invalid thread-expiry thread-pinned-output-config inference-geo-workspace
        org-* agent-archived-update agent-version-conflict session-running-* session-at-cap-events thread-archive-idle work-heartbeat
        vault-credentials-20 memory-store-* memory-redact-head deployment-1000 dream-state admin-default-workspace rate-limits-model-404
        um-* wif-* rbac-group-member-duplicate invite-withdraw-state self-hosted-env-resources budget-* cpaws-federation compliance-scope
        compliance-key claude-api-key-expired cors-401 analytics-date-too-recent errcode-available-tools-limit-exceeded
        batch-user-profile-conflict""",
    "only the service knows what it had returned before": """
        errcode-compaction-content-mismatch errcode-compaction-signature-invalid errcode-compaction-tool-changes-mismatch
        errcode-compaction-too-many-tool-references web-search-encrypted-content fallback-credit-match fallback-block-position
        deployment-run-cursor spend-cursor-bound compliance-cursor* compliance-local-*-cursor* analytics-cursor-bound
        sessions-page-cursor-order session-cursor-order""",
    "shows at the service alone: load, limits of use, time, counted tokens, compiled grammars": """
        errcode-contract-* errcode-enforced-* errcode-ramp-* errcode-compaction-unavailable errcode-request-body-timeout long-requests-timeout
        spend-limit-own-400 batch-rpm-tiers count-tokens-separate-rpm file-rpm ma-rate-limits spend-rpm ratelimit-* context-window-*
        schema-too-complex""",
    "says how answers, clients or platforms look; nothing is refused": """
        image-animated-first-frame image-native-limit-tiers image-oversized-error-position streaming-required-* sdk-default-timeout error-*
        batch-fallback-credit-ignored batch-expiry-24h batch-result-types count-tokens-ignored file-name-path-stripped files-beta-not-needed
        web-fetch-url-length web-search-result-errors ptc-timeout tool-search-pattern-200 computer-members mcp-unknown-tool-config
        advisor-result-errors diagnostics-beta memory-view-full foundry-no-ratelimit-headers foundry-shape retry-* bedrock-no-batch-count
        bedrock-mantle-shape bedrock-error-shape vertex-shape google-anthropic-managed thread-replayable-codes""",
    "in dispute": "foundry-azure-hosted schema-containerparams-skills",
    "a body of an endpoint that has no schema yet": """
        schema-createuserprofile* schema-updateuserprofile* schema-managedagents* schema-publicenvironment* skill-* user-profile-* agent-*
        session-* env-* vault-* memory-path memory-content memory-precondition deployment-* dream-inputs dream-fields tunnel-* spend-set
        invite-role workspace-tags workspace-member-role service-account-name federation-* external-key-geo telemetry-* plugin-*
        managed-settings-size claude-tag-instructions errcode-invalid-metadata ma-web-*""",
    "too large to build in a test; tests/contract holds the limit": "size-batch-256mb size-files-500mb",
    "told by the case of another record": "cpaws-unsupported beta-header-bedrock-invalid fast-mode-exclusions errcode-image-dimensions-too-large",
}
"""Patterns of records that no request can show, by reason."""

OPEN: dict[str, str] = {
    "advisor-pair": "the table of pairs lacks models that are older than the documented ones",
}
"""Records of which some part is not found yet."""


def why_not(record: str) -> str | None:
    """Why no request shows that record; None: one should."""
    for reason, patterns in NOT_SHOWN.items():
        if any(fnmatchcase(record, pattern) for pattern in patterns.split()):
            return reason
    return None
