"""Recorded requests with their answers: a compact copy of the shared cassettes, and those themselves where they are at hand."""

import base64
import json
import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path

import why400
from why400 import Finding, Request
from why400.contract import models

HERE = Path(__file__).parent
COPY = HERE / "exchanges.jsonl.xz"
SHARED = HERE.parents[2] / "shared/cassettes"
LARGEST_COPIED = 40_000


@dataclass(frozen=True)
class Exchange:
    """One recorded request and what was answered."""

    id: str
    platform: str
    request: Request
    status: int
    message: str | None
    recorded: str

    @property
    def bodies_only(self) -> bool:
        """Whether the recording dropped the headers that say how the request was sent."""
        return self.request.header("anthropic-version") is None

    @property
    def as_of(self) -> date:
        """The day of the recording; where it is not known, one on which its model was served."""
        if self.recorded:
            try:
                return date.fromisoformat(self.recorded[:10])
            except ValueError:
                return parsedate_to_datetime(self.recorded).date()
        try:
            name = json.loads(self.request.body).get("model")
        except (ValueError, AttributeError):
            name = None
        model = models.find(name) if isinstance(name, str) else None
        return model.retired - timedelta(days=61) if model is not None and model.retired is not None else date(2026, 8, 31)

    def check(self) -> list[Finding]:
        """The findings in it, as of its day."""
        if self.bodies_only:
            endpoint = f"{self.request.method} {self.request.url.partition('.com')[2].partition('?')[0]}"
            return why400.check(self.request.body, endpoint=endpoint, platform=self.platform, as_of=self.as_of)
        return why400.check(self.request, platform=self.platform, as_of=self.as_of)


def compact(row: dict) -> dict:
    """What of a cassette's line is kept."""
    try:
        answer = json.loads(row["response_body"])
        message = answer["error"]["message"] if "error" in answer else answer.get("message")
    except (ValueError, KeyError, TypeError, AttributeError):
        message = None
    return {
        "id": f"{row['repo'].partition('/')[2]}/{row['path']}#{row['n']}",
        "platform": row["platform"],
        "method": row["method"],
        "url": row["url"],
        "headers": row["request_headers"],
        "body": row["request_body"] or "",
        "status": row["status"],
        "message": message if row["status"] >= 300 else None,
        "recorded": row["recorded"],
    }


def exchange(row: dict) -> Exchange:
    """The exchange of a compact row."""
    return Exchange(
        id=row["id"],
        platform=row["platform"],
        request=Request(row["method"], row["url"], row["headers"], row["body"].encode("utf-8", "surrogatepass")),
        status=row["status"],
        message=row["message"],
        recorded=row["recorded"],
    )


def copied() -> Iterator[Exchange]:
    """The committed exchanges."""
    for line in lzma.decompress(COPY.read_bytes()).split(b"\n"):
        yield exchange(json.loads(line))


def shared() -> Iterator[Exchange]:
    """All of them, from the shared folder."""
    for path in sorted(SHARED.glob("*.jsonl")):
        for line in filter(None, path.read_text().split("\n")):
            yield exchange(compact(json.loads(line)))


def is_messages(one: Exchange) -> bool:
    """Whether the body is one that the contract has a schema for."""
    path = one.request.url.partition("?")[0]
    return path.endswith(("/v1/messages", "/v1/messages/count_tokens", "/v1/messages/batches", "/v1/complete", ":rawPredict", "/invoke"))


def decoded_count_tokens(one: Exchange) -> bytes | None:
    """The Messages body inside a Bedrock count-tokens request, or None."""
    try:
        return base64.b64decode(json.loads(one.request.body)["input"]["invokeModel"]["body"])
    except (ValueError, KeyError, TypeError):
        return None


def main() -> None:
    """Copies the smaller ones from the shared folder: `python -m tests.recordings.exchanges`."""
    rows = [compact(json.loads(line)) for path in sorted(SHARED.glob("*.jsonl")) for line in path.read_text().split("\n") if line]
    kept = [json.dumps(row, ensure_ascii=False) for row in rows if len(row["body"]) <= LARGEST_COPIED]
    COPY.write_bytes(lzma.compress("\n".join(kept).encode("utf-8", "surrogatepass"), preset=9))
    print(len(kept), "of", len(rows), "exchanges,", COPY.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
