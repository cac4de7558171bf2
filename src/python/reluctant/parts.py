"""What the project is made of: THIRD-PARTY.md with all licences, and target/bom-python.json beside Maven's target/bom.json.

Maven writes its lists when it runs its checks, that of Spark with -Pspark and that of pages with -Ppage. Then: .venv/bin/python -m reluctant.parts
"""

import importlib.metadata
import json
import re
import sys
from pathlib import Path

from . import places

TABLE = places.ROOT / "THIRD-PARTY.md"
JAVA = places.TARGET / "bom.json"
BEYOND = {
    "Java, for pages that train": places.TARGET / "bom-page.json",
    "Java, for sweeps on Spark": places.TARGET / "bom-spark.json",
}
PYTHON = places.TARGET / "bom-python.json"
REQUIREMENTS = places.ROOT / "requirements.txt"
PINNED = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>\S+)(?P<rest>.*(?:\n[ ]+--hash=.*)*)", re.MULTILINE)
HASH = re.compile(r"--hash=sha256:(\w+)")
ROW = re.compile(r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
UNTOLD = "?"
HEAD = """\
# What others made

Reluctant is made of these parts, in these versions, under these licences. The table follows the parts' own descriptions;
where a part tells no licence, it was added by hand. CONTRIBUTING.md says how the table is made.
"""

Row = tuple[str, str, str]


def table() -> str:
    """THIRD-PARTY.md as it must be. What it says of a part stays; of a new one it says what the part tells."""
    known = _known() if TABLE.exists() else {}
    made = [HEAD]
    java = _java(JAVA)
    beyond = [(title, _beyond(title, path, set(java))) for title, path in BEYOND.items()]
    for title, parts in (("Python", _python()), ("Java", java), *beyond):
        told = sorted((name, version, known.get((name, version), licence)) for name, version, licence in parts)
        lines = [f"| {name} | {version} | {licence} |" for name, version, licence in told]
        made.append("\n".join([f"## {title}\n", "| part | version | licence |", "|---|---|---|", *lines, ""]))
    return "\n".join(made)


def rows(text: str) -> list[Row]:
    """The parts in a table."""
    return [row for row in ROW.findall(text) if row[0] != "part"]


def _known() -> dict[tuple[str, str], str]:
    return {(name, version): licence for name, version, licence in rows(TABLE.read_text(encoding="utf-8"))}


def _java(path: Path) -> list[Row]:
    components = [each for each in json.loads(path.read_text(encoding="utf-8"))["components"] if each.get("group") != "reluctant"]
    return [(each["name"], each["version"], _line(" or ".join(map(_licence, each.get("licenses", []))))) for each in components]


def _beyond(title: str, path: Path, others: set[Row]) -> list[Row]:
    """What a module adds. Where it was not built, what the table says of it stays."""
    if path.exists():
        return [row for row in _java(path) if row not in others]
    _, _, told = TABLE.read_text(encoding="utf-8").partition(f"## {title}")
    return rows(told.partition("\n## ")[0])


def _licence(told: dict) -> str:
    named = told.get("license", {})
    return told.get("expression") or named.get("id") or named.get("name", UNTOLD)


def _python() -> list[Row]:
    return [(found["name"], found["version"], _installed(found["name"], found["version"])) for found in _pinned()]


def _pinned() -> list[re.Match]:
    return list(PINNED.finditer(REQUIREMENTS.read_text(encoding="utf-8")))


def _installed(name: str, version: str) -> str:
    """The licence that an installed part tells. Not all parts are installed on each system."""
    try:
        told = importlib.metadata.metadata(name)
    except importlib.metadata.PackageNotFoundError:
        return UNTOLD
    if told["Version"] != version:
        return UNTOLD
    classes = {each.split("::")[-1].strip() for each in told.get_all("Classifier", []) if each.startswith("License ::")}
    return _line(told.get("License-Expression") or " or ".join(sorted(classes)) or told.get("License") or "")


def _line(licence: str) -> str:
    return next(iter(licence.replace("|", "/").splitlines()), "") or UNTOLD


def bom() -> dict:
    """Python's parts as CycloneDX, with the hashes that pip holds them to."""
    licences = _known()
    components = [
        {
            "type": "library",
            "name": found["name"],
            "version": found["version"],
            "purl": f"pkg:pypi/{found['name']}@{found['version']}",
            "licenses": [{"license": {"name": licences.get((found["name"], found["version"]), UNTOLD)}}],
            "properties": [{"name": "pip:sha256", "value": sha} for sha in HASH.findall(found["rest"])],
        }
        for found in _pinned()
    ]
    return {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": components}


def main() -> int:
    """Writes both."""
    places.write_whole(TABLE, table().encode())
    places.write_whole(PYTHON, (json.dumps(bom(), indent=2) + "\n").encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
