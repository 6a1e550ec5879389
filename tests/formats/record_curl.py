"""Runs the commands of samples/curl_commands.json with the real bash and curl against a local server and notes what is sent.

By hand, where both are installed: `python tests/formats/record_curl.py`. The tests compare the reader with what is noted.
"""

import json
import subprocess
import tempfile
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

SAMPLES = Path(__file__).parent / "samples"
HOST = "http://api.local"


class Sink(BaseHTTPRequestHandler):
    """Keeps what it is sent."""

    seen: list[dict[str, str]] = []  # noqa: RUF012  one server a run

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.headers.get("Transfer-Encoding") == "chunked":
            while size := int(self.rfile.readline(), 16):
                body += self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
        kept = {
            name.lower(): value
            for name, value in self.headers.items()
            if name.lower() in ("content-type", "x-api-key", "x-note", "authorization")
        }
        self.seen.append({"method": self.command, "target": self.path, "headers": kept, "body": body.decode("latin-1")})
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_PUT = do_DELETE = do_POST

    def log_message(self, *args: object) -> None:
        pass


def main() -> None:
    server = HTTPServer(("127.0.0.1", 0), Sink)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    noted = []
    given = json.loads((SAMPLES / "curl_commands.json").read_text())
    with tempfile.TemporaryDirectory() as folder:
        for name, content in given["files"].items():
            (Path(folder) / name).write_bytes(content.encode())
        for case in given["cases"]:
            Sink.seen.clear()
            real = case["command"].replace(HOST, f"http://127.0.0.1:{server.server_port}")
            subprocess.run(["bash", "-c", real], cwd=folder, check=True, capture_output=True)
            noted.append({"command": case["command"], "sent": list(Sink.seen)})
    version = subprocess.run(["curl", "--version"], capture_output=True, text=True, check=True).stdout.split()[1]
    text = json.dumps({"curl": version, "files": given["files"], "cases": noted}, indent=1, ensure_ascii=False)
    (SAMPLES / "curl_commands.json").write_text(text + "\n")


if __name__ == "__main__":
    main()
