fetch("https://api.anthropic.com/v1/messages", {
  "headers": {
    "accept": "*/*",
    "anthropic-version": "2023-06-01",
    "content-type": "application/json",
    "x-api-key": "REDACTED"
  },
  "referrer": "https://example.com/",
  "body": "{\"model\":\"claude-haiku-4-5\",\"max_tokens\":16,\"messages\":[{\"role\":\"usr\",\"content\":\"caf\u00e9\"}]}",
  "method": "POST",
  "mode": "cors",
  "credentials": "omit"
});
