"""Temperature, top_p and top_k."""
