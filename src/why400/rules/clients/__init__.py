"""Clients: texts that no API wrote: network stacks, SDKs, agents, gateways, and backends that imitate the API."""
