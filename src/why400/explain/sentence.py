"""How sentences of the API and of its platforms begin: what tells a bare message from prose.

`OPENINGS` are the first words of observed messages (ids `dev-NNN` of the corpus in tests/corpus); `PATHED` is the
general shape `path: sentence`. They find where a message begins where no envelope says so. They explain nothing:
that is the rules' work, and a rule's own knowledge can be handed in as `recognises`.
"""

import re
from collections.abc import Callable

Recognises = Callable[[str], bool]

_SEGMENT = r"(?:\.{1,3}[A-Za-z0-9_$*{}<>-]+|\[\d+\])"
# Top-level members of the API's requests: only they may begin a path without an index.
_FIELD = (
    r"(?:messages|system|tools|tool_choice|model|max_tokens(?:_to_sample)?|metadata|thinking|temperature|top_[pk]|stop_sequences|stream"
    r"|output_config|output_format|response_format|container(?:_id)?|context_management|mcp_servers|betas?|requests|configurations|service_tier"
    r"|inference_geo|cache_control|fallbacks|speed|prompt|diagnostics|block_binding|reasoning|task_budget|clear_at|user_profile_id|custom_id|files?(?:\[\])?"
    r"|anthropic-[a-z-]+|x-api-key|files\[\])"
)
_PREDICATE = (
    r"(?:Input (?:should|tag|does|must)|Extra inputs|Field required|String should|List should|Array should|Dictionary should|Value error|Unable to"
    r"|must |may |can(?:not| only)|should |range: |all |user |system |text |final |roles? |role |the |at least|too many|image |duplicate|Invalid |invalid "
    r"|Expected |Unexpected |unexpected |For '|The |When |This |A |An |Each |\d+ > \d+|Property |JSON |Tool |tool|thinking|Tools|Found|String |Number |None |No |cannot|extra|does|is |use |set |not |Image|Circular|Enum|Schema|Grammar|custom_id|Empty|Only|only|Container|Country|if |If |no |user_id|claude|opus|sonnet|haiku|header|content|block|each|Document|PDF|File|Unsupported|Could|Source|source|Base64|URL|Cannot|media|skills|found|multiple|"
    r"`[\w.]+`[ ,]|(?!null|true|false|none)[a-z][\w`.-]*\s)"
)
PATHED = re.compile(
    rf"(?<![A-Za-z_./$-])(?<!\d\.)(?:(?:{_FIELD}{_SEGMENT}+|[a-z][a-z_]+{_SEGMENT}*\.\d+{_SEGMENT}*):\s+(?=[A-Za-z`'\"])"
    rf"|(?:(?<![A-Za-z] ){_FIELD}|[a-z][a-z_]+(?:\.[a-z0-9_]+)+):\s+(?={_PREDICATE}))"
)
# Predicates that only the API's validation prints: with them, any path counts.
STRICT = re.compile(
    rf"(?<![A-Za-z_./$-])(?<!\d\.)(?:[a-z_][\w-]*(?:\[\])?{_SEGMENT}*|[A-Z]\w+{_SEGMENT}+): (?:Input should be|Input tag '|Input does not match|Extra inputs are not permitted|Field required|String should|List should|Value error|Unable to infer|must be one of|range: )"
)

OPENINGS = re.compile(
    r"""(?:"thinking\.type\.|'\w+' and '\w+' cannot|'[^'\n]{1,80}' (?:does not support|cannot be used as|blocks? (?:is|are) not permitted|blocks are)"""
    r"|`[\w.]+`(?: and `\w+`)? (?:is|may|must|cannot|blocks|strategy|can|requires|ids|tool)"
    r"|(?:An?|a|the|The) `\w+` block|…`\w+` requires|(?:A|a) maximum of \d|API key is invalid|Access denied|Access to|At least one |CORS requests|Cannot delete|Circular reference"
    r"|Connection error while communicating with MCP|Could not (?:process|resolve|parse)|Error while (?:download|fetch)|Extra usage is required|Extra inputs are not permitted|Failed to parse JSON"
    r"|Fast mode is|File is not|For '\w+' type|Grammar compilation|In progress batches|Input is too long|Input should be|Input tag '|Internal server error"
    r"|Invalid (?:OAuth|`|auth|base64|bearer|model|request|schema|signature|thinking|tool|x-api|URL)|Invocation of model ID|MCP server '|Malformed input"
    r"|Message Batch |Model access is denied|Model use case|ModelProviderData is|Number of (?:concurrent|request|output|input)|OAuth (?:access|authentication|token)"
    r"|Organization Policy|Output blocked|Outbound web|Overloaded|Prefilling assistant|Project `|Publisher [Mm]odel|Quota exceeded|Rate limited|Refresh token|Repeated 529"
    r"|Request (?:exceeds|not allowed|size exceeds|too large)|Requested API|Requests which|Resource exhausted|Schema(?:s)? (?:is|contains)|Server is|Session token|Skill cannot|Streaming is (?:required|strongly)"
    r"|The (?:API deployment|PDF|URL|compiled|document|file|folder|image|long context|maximum tokens|model returned|number|provided|request body|requested|server|system encountered|value at|json schema|security token|tool)"
    r"|Thinking may|Third-party apps|This (?:API key|URL|credential|model|organization|request|endpoint|feature|account|authentication)|To turn thinking|Token counting|Too (?:many|much)|Tool (?:'|reference|names?|use)|Unable to (?:download|process|fetch)"
    r"|Unexpected (?:value|role)|Unsupported|Usage credits|User: arn|You (?:have|don't|do not|must)|You're out|Your (?:API|credit|account|organization)|all (?:content|messages)|anthropic-[a-z-]+(?::| is)|block_binding|cache_control cannot"
    r"|code_execution|container_id|countTokens is|data retention|files\[\]|image dimensions|image exceeds|inference_geo is|input length and|invalid (?:beta|x-api)"
    r"|[Pp]rompt (?:is|must)|role 'system'|roles must|server_tool|source tool|text content|thinking (?:blocks|is)|too many|output_config\.\w+ (?:'|requires)|tool_(?:addition|choice|use|result)(?:/\w+|\.\w+)? "
    r"|top_[pk] (?:is|cannot|must)|temperature (?:is|may|must)|unexpected `|unknown variant|upstream connect|x-a(?:nthropic|pi)-|\d+ validation error|claude-[\w.-]+ (?:does|is)|[\w.-]+ does not support|[\w.-]+ is not available)"
)
# Words that make a sentence one: without one of them an opening proves nothing.
VERBS = re.compile(
    r"\b(?:should|must|may|can(?:not|'t)?|is|are|not|was|were|has|have|does|did|do|exceed(?:s|ed|ing)?|appears?|contain|send|much|many|would|required|requires?|found|denied|invalid|disabled|limited|overloaded|blocked|error|timed|Error|encountered|Overloaded|Found|contains|supports?|expected|Cannot|Could|only|retry|Retry|use|Use|provide|Provide|consult|try|wait|violated|reached|Unexpected|Unsupported|Invalid|reduce|accepted|range|needs?)\b|n't|n’t"
)


_PATH_BEFORE = re.compile(rf"(?<![\w./$-])(?:[a-z_]+{_SEGMENT}+|(?<![A-Za-z] ){_FIELD}):[ ]?$")


def with_path(text: str, at: int, low: int) -> int:
    """The offset of the path that stands right before a sentence, or the sentence's own."""
    found = _PATH_BEFORE.search(text, max(low, at - 160), at)
    return at if found is None else found.start()


_PATH_ONLY = re.compile(rf"(?:[a-z_]+{_SEGMENT}+|{_FIELD}):\s*")


def is_path(text: str) -> bool:
    """Whether the text is nothing but a path with its colon."""
    return _PATH_ONLY.fullmatch(text) is not None


def opens_at(text: str, at: int) -> bool:
    """Whether an observed message could begin at this offset."""
    return (
        OPENINGS.match(text, at) is not None or PATHED.match(text, at) is not None or STRICT.match(text, at) is not None
    )


def is_known(message: str, recognises: Recognises | None) -> bool:
    """Whether the message is in the API's words: by the rules where given, else by its opening."""
    if recognises is not None and recognises(message):
        return True
    return opens_at(message, 0) and VERBS.search(message) is not None
