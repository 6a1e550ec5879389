"""Platforms: what Bedrock, Vertex AI, Foundry and Claude Platform on AWS add, move or lack."""
