"""Before any test: the packaged contract is in force, whatever the developer has built at home, and no test fails for being slow."""

import os

from hypothesis import settings

os.environ["WHY400_CONTRACT"] = "packaged"
settings.register_profile("unhurried", deadline=None)  # a busy machine would fail any of them; what grows too fast is counted
settings.load_profile("unhurried")
