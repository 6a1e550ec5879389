"""Runs the main job on real samples: the scenes of a first encounter, each with a line that says what is seen."""

import subprocess
import sys
from pathlib import Path

SAMPLES = Path(__file__).parent.parent / "demo"
COMMAND = str(Path(sys.executable).parent / "why400")
SCENES = (
    ("An error as somebody pasted it: whose fault, the API's words, why, mend.", ("explain",), "pasted-error.txt"),
    ("A request that will fail: a recorded conversation that lost one of its parallel tool results.", ("check", "request.json"), None),
    (
        "Its mend as a diff: an error result for the lost call. With --write the file is changed.",
        ("fix", "--unsafe", "--diff", "request.json"),
        None,
    ),
    ("Broken JSON: the fault where it is, and the checks go on behind it.", ("check", "broken.json"), None),
    ("A log: equal errors are one entry, with whose side it is and whether a retry helps.", ("explain", "app.log"), None),
    ("One of its kinds in full.", ("explain", "app.log", "--kind", "2"), None),
    ("Not the request at all: nothing to change in code.", ("explain",), "not-the-request.txt"),
    ("A message that is not known yet (made up for this demo): its family, and an honest word.", ("explain",), "unknown.txt"),
    ("A slip of the fingers.", ("check", "reqest.json"), None),
    ("A file that is no request: what it looks like, and the command that fits.", ("check", "notes.txt"), None),
    ("The first run.", ("--help",), None),
)
_MISTAKES = ("reqest.json", "notes.txt")
"""Inputs that the demo gives by mistake: exit code 2 is right for them."""


def main() -> int:
    """Returns the exit code."""
    for number, (said, arguments, given) in enumerate(SCENES, 1):
        shown = f"why400 {' '.join(arguments)}" + (f" < {given}" if given else "")
        print(f"\n── {number}. {said}\n$ {shown}\n", flush=True)
        data = (SAMPLES / given).read_bytes() if given else b""
        done = subprocess.run([COMMAND, *arguments], cwd=SAMPLES, input=data, check=False)
        if done.returncode > 1 and not set(arguments) & set(_MISTAKES):
            return done.returncode
    print("\nNow yours: .venv/bin/why400 explain (paste, then Ctrl-D), .venv/bin/why400 check request.json")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
