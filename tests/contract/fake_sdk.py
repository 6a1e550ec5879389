"""A tiny SDK in the form of the official one, made for tests; `write` lays it into a folder, with changes."""

from pathlib import Path
from textwrap import dedent

FILES = {
    "_version.py": '__title__ = "anthropic"\n__version__ = "3.0.0"  # x-release-please-version\n',
    "_types.py": """
        class Omit: ...
        class NotGiven: ...
        class SequenceNotStr: ...
        omit = Omit()
        """,
    "types/__init__.py": "from .text_block_param import TextBlockParam as TextBlockParam\n",
    "types/anthropic_beta_param.py": """
        from typing import Union
        from typing_extensions import Literal, TypeAlias
        AnthropicBetaParam: TypeAlias = Union[str, Literal["files-api-2025-04-14", "things-2027-01-01"]]
        """,
    "types/model_param.py": """
        from typing import Union
        from typing_extensions import Literal, TypeAlias
        ModelParam: TypeAlias = Union[Literal["claude-opus-5", "claude-opus-9"], str]
        """,
    "types/text_block_param.py": """
        from __future__ import annotations
        from typing import Optional
        from typing_extensions import Literal, Required, TypedDict
        class TextBlockParam(TypedDict, total=False):
            text: Required[str]
            type: Required[Literal["text"]]
            mood: Optional[Literal["calm", "loud"]]
        """,
    "types/answer.py": "from .._models import BaseModel\nclass Answer(BaseModel):\n    id: str\n",
    "_models.py": "import pydantic\nclass BaseModel(pydantic.BaseModel): ...\n",
    "types/message_create_params.py": """
        from __future__ import annotations
        from typing import Dict, Iterable, Union
        from typing_extensions import Annotated, Literal, Required, TypeAlias, TypedDict
        from .answer import Answer
        from .model_param import ModelParam
        from .text_block_param import TextBlockParam
        from .anthropic_beta_param import AnthropicBetaParam

        _Reserved = TypedDict("_Reserved", {"from": Required[int]}, total=False)

        class SoundBlockParam(_Reserved, total=False):
            type: Required[Literal["sound"]]

        class MessageParam(TypedDict, total=False):
            content: Required[Union[str, Iterable[Union[TextBlockParam, SoundBlockParam, Answer]]]]
            role: Required[Literal["user", "assistant"]]

        class MessageCreateParamsBase(TypedDict, total=False):
            max_tokens: Required[int]
            messages: Required[Iterable[MessageParam]]
            model: Required[ModelParam]
            echo: "Dict[str, bool]"
            betas: Annotated[Iterable[AnthropicBetaParam], PropertyInfo(alias="anthropic-beta")]

        class MessageCreateParamsNonStreaming(MessageCreateParamsBase, total=False):
            stream: Literal[False]

        class MessageCreateParamsStreaming(MessageCreateParamsBase):
            stream: Required[Literal[True]]

        MessageCreateParams = Union[MessageCreateParamsNonStreaming, MessageCreateParamsStreaming]
        """,
    "types/thing_create_params.py": """
        from __future__ import annotations
        from typing_extensions import Literal, Required, TypedDict
        class ThingCreateParams(TypedDict, total=False):
            thing_id: str
            size: Required[int]
            colour: Literal["red", "green"]
        """,
    "resources/__init__.py": "",
    "resources/beta/things.py": """
        from __future__ import annotations
        from typing import Dict, List, Optional
        from typing_extensions import Literal
        from ..._types import Omit, omit
        from ...types import thing_create_params
        class Things(SyncAPIResource):
            def create(self, *, name: str, labels: Dict[str, str] | Omit = omit, note: Optional[str] | Omit = omit,
                       order: Literal["asc", "desc"] | Omit = omit, betas: List[str] | Omit = omit) -> Thing:
                extra_headers = {"anthropic-beta": "things-2027-01-01", **(extra_headers or {})}
                return self._post(
                    "/v1/things",
                    body={"name": name, "labels": labels, "note": note},
                    options=make_request_options(query={"order": order}),
                )
            def resize(self, thing_id: str, *, size: int, colour: Literal["red", "green"] | Omit = omit) -> Thing:
                return self._post(
                    f"/v1/things/{thing_id}?beta=true",
                    body=maybe_transform({"size": size, "colour": colour}, thing_create_params.ThingCreateParams),
                    options=make_request_options(),
                )
            @overload
            def upload(self, *, file: bytes) -> Thing: ...
            def upload(self, *, file: bytes) -> Thing:
                return self._post("/v1/things/upload", body=body, files=files, options=make_request_options())
            def list(self, *, ids: List[str] | Omit = omit) -> Page:
                return self._get_api_list(path_template("/v1/things"), options=make_request_options(query={"ids": ids}))
        class AsyncThings(AsyncAPIResource):
            async def create(self, *, name: str) -> Thing:
                return await self._post("/v1/never", body={"name": name}, options=make_request_options())
        """,
    "resources/messages/messages.py": 'DEPRECATED_MODELS = {"claude-opus-5": "June 1st, 2099", "claude-2.1": "July 21st, 2025"}\n',
}


def write(folder: Path, **changes: str | None) -> Path:
    """The SDK's folder `anthropic` below `folder`. A change is named by path with `__` for `/`, and replaces a file; None leaves it out."""
    package = folder / "anthropic"
    files = {**FILES, **{name.replace("__", "/") + ".py": text for name, text in changes.items()}}
    for name, text in files.items():
        if text is not None:
            path = package / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dedent(text))
    return package


def edited(name: str, *edits: tuple[str, str]) -> str:
    """One of the files with words replaced; each has to be there."""
    text = FILES[name]
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    return text
