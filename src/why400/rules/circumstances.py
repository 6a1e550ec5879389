"""What an answer depends on besides the request's body: endpoint, platform, API version, betas, model and day."""

from datetime import date

from msgspec import Struct

from why400.contract.models import Model


class Context(Struct, frozen=True, eq=False):  # the same by identity: it is a key of caches
    """The circumstances of one check."""

    endpoint: str
    """As "POST /v1/messages"."""
    platform: str
    api_version: str
    version_known: bool
    """False where nobody said which version is sent, and the default was taken."""
    betas: frozenset[str] | None
    """The betas that are sent; None: not known."""
    on: date
    model_id: str | None
    model: Model | None
    """What the contract knows of the model; None: an unknown one."""
    bare: bool
    """Only a body was given: headers and credentials are not known."""
    batch_item: bool = False

    def has_beta(self, *names: str) -> bool | None:
        """Whether one of these betas is sent; None: not known."""
        if self.betas is None:
            return None
        return any(name in self.betas for name in names)
