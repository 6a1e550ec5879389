"""Headers of the request: version, credentials, betas, content type and encoding."""
