"""Account: credentials, permissions, billing, and what an organization may use."""
