"""Every record of the evidence that can be shown in a request is found in one."""
