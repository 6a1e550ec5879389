"""Values: what goes in (Request) and what comes out (Finding, Diagnosis). Frozen, free of logic, importing nothing of ours."""

from why400.model.diagnosis import Diagnosis, Retry
from why400.model.finding import ApiError, Edit, Finding, Fix, Related
from why400.model.request import Request

__all__ = ["ApiError", "Diagnosis", "Edit", "Finding", "Fix", "Related", "Request", "Retry"]
