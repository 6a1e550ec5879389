"""The programs whose files are translated."""

from typing import Final

from why400.conversations.continue_form import ContinueForm
from why400.conversations.goose_form import GooseForm
from why400.conversations.langchain_form import LangchainForm
from why400.conversations.opencode_form import OpencodeForm
from why400.conversations.translated_store import Form

FORMS: Final[tuple[Form, ...]] = (OpencodeForm(), LangchainForm(), ContinueForm(), GooseForm())
