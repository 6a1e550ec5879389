"""The site builds without a network, has no broken link, loads nothing from elsewhere, and knows the API's sentences."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOADED = re.compile(
    r"<(?:script|img|iframe)[^>]+src=[\"']?(?:https?:)?//|<link[^>]+(?:stylesheet|preconnect)[^>]+href=[\"']?(?:https?:)?//"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site."""
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(folder)],
        cwd=ROOT, capture_output=True, text=True, check=False, env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "http_proxy": "http://127.0.0.1:9"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    return folder


def test_every_page_is_there_and_loads_nothing_from_elsewhere(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert len(pages) > 450
    assert [page.name for page in pages if LOADED.search(page.read_text())] == []


def test_links_between_pages_lead_somewhere(site: Path) -> None:
    for page in [site / "index.html", site / "rules/index.html", site / "commands/index.html", *(site / "guides").glob("*.html")]:
        for target in re.findall(r"href=[\"']?([^\"'#>\s?]+)", page.read_text()):
            if not target.startswith(("http", "mailto:", "data:", "javascript:")):
                assert (page.parent / target).exists(), f"{page.name}: {target}"


@pytest.mark.skipif(shutil.which("node") is None, reason="needs node, to run the site's own script")
@pytest.mark.parametrize(
    ("pasted", "rule"),
    [
        ('{"error":{"message":"messages.5: `tool_use` ids were found without `tool_result` blocks immediately after: toolu_1. Each"}}', "tool-result-missing"),
        ("400 max_tokens: 128000 > 64000, which is the maximum allowed number of output\n   tokens for claude-x", "max-tokens-above-model-limit"),
        ("prompt is too long: 207368 tokens > 200000 maximum", "prompt-too-long"),
    ],
)  # fmt: skip
def test_a_pasted_error_finds_its_rule(site: Path, pasted: str, rule: str) -> None:
    script = f"""
    const shown = [], box = {{ value: {json.dumps(pasted)}, addEventListener: (_, act) => {{ box.act = act }} }}
    const place = {{ set textContent(_) {{}}, append: (line) => shown.push(line.slug) }}
    globalThis.window = {{ location: {{ search: "" }} }}
    globalThis.document = {{
      readyState: "complete", currentScript: {{ src: "file:///site/assets/paste.js" }}, querySelector: () => null,
      getElementById: (id) => id === "why400-paste" ? box : place,
      createElement: () => ({{ append(link) {{ this.slug = link.textContent }} }}),
    }}
    {(site / "assets/sentences.js").read_text()}
    {(site / "assets/paste.js").read_text()}
    box.act()
    console.log(shown[0])
    """
    done = subprocess.run(["node", "-"], input=script, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == rule, done.stderr[-500:]
