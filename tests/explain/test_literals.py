"""One envelope as every language prints it."""

import pytest

from why400.explain.find import find_errors

MESSAGE = "messages.1.content.0: unexpected block; each turn must have one"

PRINTED = {
    "json": '{{"type":"error","error":{{"type":"invalid_request_error","message":"{m}"}},"request_id":"req_01abcdefgh"}}',
    "json, spaced": '{{ "error" : {{ "message" : "{m}" , "type" : "invalid_request_error" }} , "type" : "error" }}',
    "json, escaped once": '"{{\\"type\\":\\"error\\",\\"error\\":{{\\"type\\":\\"invalid_request_error\\",\\"message\\":\\"{m}\\"}}}}"',
    "json, escaped twice": '{{\\\\\\"type\\\\\\":\\\\\\"invalid_request_error\\\\\\",\\\\\\"message\\\\\\":\\\\\\"{m}\\\\\\"}}',
    "json, inner quotes bare": '{{"error":{{"message":"{{"type":"error","error":{{"type":"invalid_request_error","message":"{m}"}}}}"}}}}',
    "python": "{{'type': 'error', 'error': {{'type': 'invalid_request_error', 'message': '{m}'}}}}",
    "python, bytes": 'AnthropicException - b\'{{"type":"error","error":{{"type":"invalid_request_error","message":"{m}"}}}}\'',
    "ruby, rockets": '{{"type"=>"error", "error"=>{{"type"=>"invalid_request_error", "message"=>"{m}"}}}}',
    "ruby, symbols": '{{:type=>"error", :error=>{{:type=>"invalid_request_error", :message=>"{m}"}}}}',
    "ruby 3.4": '{{type: "error", error: {{type: "invalid_request_error", message: "{m}"}}}}',
    "elixir": '%{{"error" => %{{"message" => "{m}", "type" => "invalid_request_error"}}, "type" => "error"}}',
    "elixir, atoms": '%{{error: %{{message: "{m}", type: "invalid_request_error"}}, type: "error"}}',
    "lua": '{{ type = "error", error = {{ type = "invalid_request_error", message = "{m}" }} }}',
    "rust": 'ApiError {{ r#type: "invalid_request_error", message: "{m}" }}',
    "rust, options": 'ErrorMetadata {{ code: Some("ValidationException"), message: Some("{m}"), extras: None }}',
    "rust, raw": 'r#"{{"type":"error","error":{{"type":"invalid_request_error","message":"{m}"}}}}"#',
    "swift": 'ErrorResponse(type: "error", error: APIError(type: "invalid_request_error", message: Optional("{m}")))',
    "go, struct": '\t\tErrorType:  "invalid_request_error",\n\t\tMessage:    "{m}",\n',
    "go, %+v": "&{{StatusCode:400 Type:invalid_request_error Message:{m}}}",
    "go, map": "map[error:map[message:{m} type:invalid_request_error] type:error]",
    "node": "{{\n  type: 'error',\n  error: {{\n    type: 'invalid_request_error',\n    message: '{m}'\n  }}\n}}",
    "clojure": '{{:type "error" :error {{:type "invalid_request_error" :message "{m}"}}}}',
    "php, print_r": "Array\n(\n    [error] => Array\n        (\n            [type] => invalid_request_error\n"
    "            [message] => {m}\n        )\n)",
    "php, var_dump": 'array(1) {{\n  ["type"]=>\n  string(21) "invalid_request_error"\n  ["message"]=>\n  string(9) "{m}"\n}}',
    "java": "ErrorObject{{type=invalid_request_error, message={m}, additionalProperties={{}}}}",
    "pretty": '{{\n  "type": "error",\n  "error": {{\n    "type": "invalid_request_error",\n    "message": "{m}"\n  }}\n}}',
}


@pytest.mark.parametrize("language", PRINTED)
def test_unwraps_the_message(language: str) -> None:
    found = find_errors("Error: 400 " + PRINTED[language].format(m=MESSAGE))
    assert [error.message for error in found] == [MESSAGE]


@pytest.mark.parametrize("language", [name for name in PRINTED if name != "rust, options"])
def test_reads_the_type_beside_it(language: str) -> None:
    found = find_errors(PRINTED[language].format(m=MESSAGE))
    assert found[0].type == "invalid_request_error"
