"""Citations in LangChain's standard form, as `_convert_annotation_from_v1` of langchain_anthropic 1.7.10 reads them."""

from why400.formats.conversation_translated import Node, Taken
from why400.formats.json_text.positions import escape_token

_KINDS = (
    ("start_char_index", "char_location", "document_title"),
    ("search_result_index", "search_result_location", "title"),
    ("start_block_index", "content_block_location", "document_title"),
    ("start_page_number", "page_location", "document_title"),
)
"""The member of the extras that tells the kind, the kind, and what it calls the title."""
Members = dict[str, Node]


def from_annotations(node: Node) -> Node:
    """The citations of a text; as they stand where they are no list of objects."""
    if not isinstance(node, Taken) or not isinstance(node.value, list) or not all(isinstance(one, dict) for one in node.value):
        return node
    return [_sent(_from_annotation(f"{node.pointer}/{number}", one)) for number, one in enumerate(node.value)]


def _sent(made: Members) -> Members:
    """Without the ids of files that they do not have."""
    return {key: value for key, value in made.items() if key != "file_id" or not isinstance(value, Taken) or value.value is not None}


def _from_annotation(at: str, one: dict[str, object]) -> Members:
    inner = one.get("value")
    if one.get("type") == "non_standard_annotation" and isinstance(inner, dict):
        return _taken(f"{at}/value", inner)
    given = one.get("extras")
    extras = given if isinstance(given, dict) else {}
    own = _taken(at, one)
    if one.get("type") != "citation":
        return own
    more = _taken(f"{at}/extras", extras)
    cited: Members = {"cited_text": own["cited_text"]} if one.get("cited_text") else {}
    if "url" in one:
        made = {**cited, "type": "web_search_result_location", "url": own["url"]} | ({"title": own["title"]} if "title" in one else {})
        return more | made
    for mark, kind, title in _KINDS:
        if mark in extras:
            named = "title" in one if kind == "content_block_location" else bool(one.get("title"))
            made = {"type": kind, **cited} | ({title: own["title"]} if named else {})
            return more | made if kind == "content_block_location" else made | more
    return own


def _taken(at: str, members: dict[str, object]) -> Members:
    return {key: Taken(f"{at}/{escape_token(key)}", value, removable=True) for key, value in members.items()}
