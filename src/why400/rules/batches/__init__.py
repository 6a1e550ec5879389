"""Message Batches, and token counting: what a batch or its items may not be."""
