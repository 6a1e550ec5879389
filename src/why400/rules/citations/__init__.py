"""Citations of documents and search results."""

from collections.abc import Iterator

from why400.contract.views.blocks import DocumentBlock, SearchResultBlock
from why400.rules import Conversation, Edit

Citable = DocumentBlock | SearchResultBlock


def citable(talk: Conversation) -> Iterator[Citable]:
    """The documents, then the search results: in messages and in results of tools."""
    yield from talk.everywhere(DocumentBlock)
    yield from talk.everywhere(SearchResultBlock)


def enabled(block: Citable) -> bool:
    """Whether the block may be cited."""
    return block.citations is not None and block.citations.enabled is True


def enable(block: Citable) -> Edit:
    """The edit that lets the block be cited."""
    if block.citations is None:
        return Edit.add(block, "citations", {"enabled": True})
    if block.citations.enabled is None:
        return Edit.add(block.citations, "enabled", True)
    return Edit.replace((block.citations, "enabled"), True)
