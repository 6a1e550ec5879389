"""Rules: one file is one way to be rejected. The names a rule's author needs; `docs/adding-a-rule.md` shows how."""

from why400.rules.batch import Batch, Pointer
from why400.rules.call import Call, is_scrubbed
from why400.rules.circumstances import Context
from why400.rules.conversation import Conversation, Turn
from why400.rules.hit import (
    Also,
    ApiPath,
    Body,
    Edit,
    Header,
    Hit,
    Hits,
    Method,
    Query,
    UrlPath,
    index_of,
    message_path,
    plain_path,
    tagged_path,
)
from why400.rules.json_fault import JsonFault
from why400.rules.registry import all_rules
from why400.rules.rule import Rule, rule
from why400.rules.says import Says
from why400.rules.violation import MISSING, Violation

__all__ = [
    "MISSING",
    "Also",
    "ApiPath",
    "Batch",
    "Body",
    "Call",
    "Context",
    "Conversation",
    "Edit",
    "Header",
    "Hit",
    "Hits",
    "JsonFault",
    "Method",
    "Pointer",
    "Query",
    "Rule",
    "Says",
    "Turn",
    "UrlPath",
    "Violation",
    "all_rules",
    "index_of",
    "is_scrubbed",
    "message_path",
    "plain_path",
    "rule",
    "tagged_path",
]
