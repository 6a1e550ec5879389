"""Files that an input names are looked for beside it."""

from pathlib import Path

import pytest

from why400.cli.beside import load_beside
from why400.errors import UsageError


def test_relative_to_the_inputs_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of standard input: to the working directory."""
    (tmp_path / "body.json").write_bytes(b"{}")
    assert load_beside(str(tmp_path / "a.sh"))("body.json") == b"{}"
    assert load_beside(str(tmp_path / "a.sh"))(str(tmp_path / "body.json")) == b"{}"
    monkeypatch.chdir(tmp_path)
    assert load_beside("-")("./body.json") == b"{}"


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("no.json", "the body comes from no.json, which is not there beside a.sh"),
        (".", "which is not a plain file"),
        ("/dev/zero", "which is not a plain file"),
        ("a\0b", "the body comes from a"),
        ("n" * 5_000, "the body comes from n"),
        ("~nobody-of-that-name/x", "the body comes from ~nobody-of-that-name/x"),
    ],
)
def test_one_clear_line(wanted: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not there, no file, or cannot be a name."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError) as caught:
        load_beside("a.sh")(wanted)
    assert said in str(caught.value)
    assert str(caught.value).startswith("a.sh: ")
    assert "\n" not in str(caught.value)
