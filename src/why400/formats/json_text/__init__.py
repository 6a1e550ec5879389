"""JSON as the user's own bytes: places in it, faults in it and their mends, and how the API words them.

Nothing here knows what a request means; the rules over JSON syntax are built on `examine` and `api_message`.
"""

from why400.formats.json_text.api_wording import api_message
from why400.formats.json_text.duplicates import duplicate_keys
from why400.formats.json_text.faults import KINDS, MAX_REPAIRS, Edit, Examined, Fault, apply_edits
from why400.formats.json_text.positions import LineIndex, Span, locate
from why400.formats.json_text.repair import examine

__all__ = [
    "KINDS",
    "MAX_REPAIRS",
    "Edit",
    "Examined",
    "Fault",
    "LineIndex",
    "Span",
    "api_message",
    "apply_edits",
    "duplicate_keys",
    "examine",
    "locate",
]
