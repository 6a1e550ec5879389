"""What the request schemas are built from: the SDK's types, an OpenAPI document, and the hand-kept overlay."""
