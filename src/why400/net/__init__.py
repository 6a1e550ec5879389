"""The one place that opens outgoing connections; nothing here is called unless a user has asked for it by name."""
