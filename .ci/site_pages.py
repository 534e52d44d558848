"""Pages of the site that lie beside `docs/`: how to contribute, and what has changed."""

import re
from pathlib import Path

from properdocs.config.defaults import ProperDocsConfig
from properdocs.structure.files import File, Files

TOP = Path(__file__).parents[1]
BESIDE = {"CONTRIBUTING.md": "contributing.md", "CHANGELOG.md": "changelog.md"}
"""Files at the top, and the pages that they become."""

_OUT_OF_DOCS = re.compile(rf"\]\(\.\./({'|'.join(map(re.escape, BESIDE))})")
_INTO_DOCS = re.compile(r"\]\(docs/")


def on_files(files: Files, *, config: ProperDocsConfig) -> Files:
    """Add what lies beside, with links as they are inside."""
    for name, page in BESIDE.items():
        words = _INTO_DOCS.sub("](", (TOP / name).read_text(encoding="utf-8"))
        files.append(File.generated(config, page, content=words))
    return files


def on_page_markdown(markdown: str, **_: object) -> str:
    """Let links that lead out of `docs/` to such a page lead to it."""
    return _OUT_OF_DOCS.sub(lambda link: f"]({BESIDE[link[1]]}", markdown)
