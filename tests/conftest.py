"""Before any test: the packaged contract is in force, whatever the developer has built at home."""

import os

os.environ["WHY400_CONTRACT"] = "packaged"
