"""Only some of the search results may be cited.

## What happens
Citations are enabled on one search result of the request and not on another; or they are off while the web search tool is declared.

## Why the API refuses it
All search results of a request share one setting, and beside web search it has to be on. Without `citations` they are off. Usual ways
there: tools that build their results in different code.

## Example
```json
{"messages": [{"role": "user", "content": [
  {"type": "search_result", "source": "a", "title": "A", "content": [{"type": "text", "text": "One"}], "citations": {"enabled": true}},
  {"type": "search_result", "source": "b", "title": "B", "content": [{"type": "text", "text": "Two"}]}]}]}
```

## Use instead
```json
{"messages": [{"role": "user", "content": [
  {"type": "search_result", "source": "a", "title": "A", "content": [{"type": "text", "text": "One"}], "citations": {"enabled": true}},
  {"type": "search_result", "source": "b", "title": "B", "content": [{"type": "text", "text": "Two"}], "citations": {"enabled": true}}]}]}
```

## Fix
Enables them on the others too. Unsafe: answers will cite those as well.
"""

from collections.abc import Iterator

from why400.contract.views.blocks import SearchResultBlock
from why400.rules import Conversation, Edit, Hit, Hits, rule
from why400.rules.citations import enable, enabled


@rule(
    status=400,
    error="invalid_request_error",
    evidence="documented",
    side="request",
    retry="never",
    phase="conversation",
    needs="search_result nested:search_result",
    order=61,
    source="rules-messages citations-search-results-uniform rules-beyond search-result-citations-uniform search-result-with-web-search",
    cause="citations are off on {off} of {all} search results{why}",
    mend="enable citations on all search results",
)
def search_result_citations_not_uniform(talk: Conversation) -> Hits:
    results = list(talk.everywhere(SearchResultBlock))
    off = [one for one in results if not enabled(one)]
    if not off:
        return
    searches = any(str(getattr(tool, "type", None) or "").startswith("web_search_") for tool in talk.tools)
    if len(off) < len(results) or searches:
        mixed = len(off) < len(results)
        yield Hit(
            off[0],
            off=len(off),
            all=len(results),
            why="" if mixed else ", and web search wants them on",
            keep=off,
            label="citations are off here",
        )


@search_result_citations_not_uniform.mends(safe=False)
def enable_all(hit: Hit) -> Iterator[Edit]:
    """Enables citations on the search results without."""
    for block in hit.keep:
        yield enable(block)
