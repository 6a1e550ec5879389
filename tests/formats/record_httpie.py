"""Runs the commands of samples/httpie_commands.json with the real HTTPie (`--offline`) and notes what it would send.

By hand, with `http` of HTTPie on the PATH: `python tests/formats/record_httpie.py`. The tests compare the reader with what is noted.
"""

import json
import subprocess
import tempfile
from pathlib import Path

SAMPLES = Path(__file__).parent / "samples"


def main() -> None:
    given = json.loads((SAMPLES / "httpie_commands.json").read_text())
    noted = []
    with tempfile.TemporaryDirectory() as folder:
        for name, content in given["files"].items():
            (Path(folder) / name).write_text(content)
        for case in given["cases"]:
            offline = case["command"].replace("http ", "http --ignore-stdin --offline --print=HB --pretty=none ", 1)
            done = subprocess.run(["bash", "-c", offline], cwd=folder, capture_output=True, stdin=subprocess.DEVNULL, check=True)
            head, _, body = done.stdout.decode().replace("\r\n", "\n").partition("\n\n")
            first, *lines = head.split("\n")
            headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
            method, target, _ = first.split(" ")
            kept = {name: headers[name] for name in ("content-type", "x-api-key", "authorization", "host") if name in headers}
            noted.append({"command": case["command"], "sent": {"method": method, "target": target, "headers": kept, "body": body}})
    version = subprocess.run(["http", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    text = json.dumps({"httpie": version, "files": given["files"], "cases": noted}, indent=1, ensure_ascii=False)
    (SAMPLES / "httpie_commands.json").write_text(text + "\n")


if __name__ == "__main__":
    main()
