"""Every Jupyter of an environment exports as ./workbook does, with nothing to choose: HTML, Markdown and scripts. It starts kernels so, too.

The set-up installs this in .venv. In an environment of one's own, as conda's: PYTHONPATH=src/python python -m reluctant.exports
"""

import json
import os
import sys
import sysconfig
from pathlib import Path

from . import kernelspecs, places

TEMPLATES = Path(__file__).parent / "templates"
CONFIG = {
    "TemplateExporter": {"extra_template_basedirs": [".", str(TEMPLATES)]},
    "HTMLExporter": {"template_name": "book"},
    # Slides are HTML too, and keep their own.
    "SlidesExporter": {"template_name": "reveal"},
    "MarkdownExporter": {"template_name": "book-markdown"},
    "ScriptExporter": {"template_name": "book-script"},
}


def install(prefix: Path) -> None:
    """Writes what is missing or differs: where Jupyter looks for its configuration, and where Python looks for this package."""
    for path, content in _files(prefix).items():
        if places.read(path) != content:
            places.write_whole(path, content.encode())


def installed(prefix: Path) -> bool:
    """Whether nothing is missing."""
    return all(places.read(path) == content for path, content in _files(prefix).items())


def _files(prefix: Path) -> dict[Path, str]:
    scheme = "nt" if os.name == "nt" else "posix_prefix"
    packages = Path(sysconfig.get_path("purelib", scheme, {"base": str(prefix), "platbase": str(prefix)}))
    config = prefix / "etc" / "jupyter" / "jupyter_config.json"
    ours = {config: json.dumps(_merged(_others(config)), indent=2) + "\n", packages / "reluctant.pth": f"{places.SOURCES}\n"}
    return ours | kernelspecs.files(prefix)


def _merged(others: dict) -> dict:
    return others | {exporter: others.get(exporter, {}) | told for exporter, told in CONFIG.items()}


def _others(config: Path) -> dict:
    """What the environment's owner has set there."""
    try:
        return json.loads(places.read(config) or "{}")
    except ValueError:
        return {}


if __name__ == "__main__":
    install(Path(sys.prefix))
