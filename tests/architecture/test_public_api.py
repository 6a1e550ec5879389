"""The names that other programs rely on."""

import inspect
import subprocess
import sys

import why400


def test_exports_what_the_design_names() -> None:
    wanted = {
        "check", "explain", "fix", "rules", "Request", "Finding", "Diagnosis", "Fix", "Fixed", "Why400Error", "UsageError", "FormatError",
    }  # fmt: skip
    assert set(why400.__all__) == wanted
    for name in wanted:
        assert getattr(why400, name) is not None


def test_functions_stay_functions_after_their_packages_are_imported() -> None:
    code = "import why400.check.engine, why400.explain.find, why400; print(callable(why400.check), callable(why400.explain), callable(why400.rules))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.split() == ["True", "True", "True"]


def test_check_takes_the_documented_options() -> None:
    options = inspect.signature(why400.check).parameters
    assert list(options) == ["request", "endpoint", "platform", "api_version", "betas", "model", "as_of"]


def test_import_is_light() -> None:
    code = "import sys, why400; print([name for name in ('msgspec', 'orjson', 'argparse') if name in sys.modules])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.strip() == "[]"
