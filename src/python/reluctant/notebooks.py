"""The committed notebooks: their names, cells and parameters."""

import json
import math
import re
from dataclasses import dataclass
from pathlib import Path

from . import places
from .failures import Refusal, readable

PARAMETER = re.compile(
    r"^\s*(?:final\s+)?(?P<type>int|long|double|boolean|String)\s+(?P<name>\w+)\s*=\s*"
    r"(?P<default>\"(?:[^\"\\]|\\.)*\"|[^;\"]+?)\s*;\s*(?://\s*(?P<comment>.*?))?\s*$",
    re.MULTILINE,
)
# The call that refuses values in the kernel says the ranges: `Parameters.check("trials 50 to 20,000, units 1 to 8", trials, units);`
TEXT = r'"((?:[^"\\]|\\.)*)"'
CHECK = re.compile(rf"\bParameters\s*\.\s*check\s*\(\s*({TEXT}(?:\s*\+\s*{TEXT})*)")
NUMBER = r"-?\d+(?:,\d{3})*(?:\.\d+)?"
RANGE = re.compile(rf"(\w+) ({NUMBER}) to ({NUMBER})", re.ASCII)
WHOLE = {"int": 2**31, "long": 2**63}
# Java's own numbers in decimal, in ASCII digits: Python reads others too, and reads 010 as 10 where Java says 8.
DIGITS = r"[0-9](?:[0-9_]*[0-9])?"
JAVA_WHOLE = re.compile(r"[-+]?(?:0|[1-9](?:[0-9_]*[0-9])?)")
JAVA_DOUBLE = re.compile(rf"[-+]?(?:{DIGITS}\.?(?:{DIGITS})?|\.{DIGITS})(?:[eE][-+]?{DIGITS})?")

Value = int | float | bool | str


@dataclass(frozen=True)
class Parameter:
    """One line of a parameters cell, as in `int trials = 400; // how many seeds are counted`, with both ends of its range if it has one."""

    type: str
    name: str
    default: str
    comment: str
    range: tuple[str, str] | None = None

    def __str__(self) -> str:
        told = ": ".join(filter(None, (" to ".join(self.range or ()), self.comment)))
        return f"{self.type} {self.name} = {self.default}{'  // ' + told if told else ''}"

    def read(self, text: str) -> Value:
        """The value that was asked for, or a refusal that says what may be."""
        try:
            value = self._typed(text.strip() if self.type != "String" else text)
        except ValueError:
            raise Refusal(f"{self.name} must be of type {self.type}. Received: {readable(text, 200) or 'nothing'}") from None
        if self.range and not isinstance(value, (bool, str)):
            low, high = (float(end.replace(",", "")) for end in self.range)
            if not low <= value <= high:
                raise Refusal(f"{self.name} must be {' to '.join(self.range)}. Received: {readable(text, 200)}")
        return value

    def _typed(self, text: str) -> Value:
        if self.type in WHOLE:
            value = int(_matched(JAVA_WHOLE, text))
            if not -WHOLE[self.type] <= value < WHOLE[self.type]:
                raise ValueError
            return value
        if self.type == "double":
            value = float(_matched(JAVA_DOUBLE, text))
            if not math.isfinite(value):
                raise ValueError
            return value
        if self.type == "boolean":
            return {"true": True, "false": False}.get(text) if text in ("true", "false") else int("not a boolean")
        text.encode()  # half a character can't be passed on
        return text


def _matched(pattern: re.Pattern, text: str) -> str:
    if not pattern.fullmatch(text):
        raise ValueError
    return text.replace("_", "")


@dataclass(frozen=True)
class Notebook:
    """A notebook of the project."""

    path: Path

    @property
    def name(self) -> str:
        """Its file name without the ending, as in 04-absolute-value."""
        return self.path.stem

    def size(self) -> int:
        """The bytes of its file, or 0 where there is none."""
        return self.path.stat().st_size if self.path.is_file() else 0

    def cells(self) -> list[dict]:
        """What is committed, as JSON."""
        try:
            if not self.path.is_file():
                raise ValueError
            cells = json.loads(self.path.read_text(encoding="utf-8"))["cells"]
            return [cell | {"source": "".join(cell["source"])} for cell in cells]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            raise Refusal(f"{self.path.name} is not a notebook: restore it, as with `git checkout`.") from None

    def parameters(self) -> list[Parameter]:
        """Those of the cell tagged `parameters`."""
        for cell in self.cells():
            metadata = cell.get("metadata")
            tags = metadata.get("tags") if isinstance(metadata, dict) else None
            if isinstance(tags, list) and "parameters" in tags:
                return parameters(cell["source"])
        return []

    def values(self, settings: list[str]) -> dict[str, Value]:
        """Reads `name=value` settings against the parameters cell."""
        if not settings:
            return {}
        known = {parameter.name: parameter for parameter in self.parameters()}
        values = {}
        for setting in settings:
            name, equals, text = setting.partition("=")
            if not equals or name.strip() not in known:
                wrong = f"{self.name} has no parameter {readable(name.strip(), 200)}" if equals else f"--set needs name=value. Received: {readable(setting, 200)}"
                raise Refusal(f"{wrong}. {self.menu()}")
            if name.strip() in values:
                raise Refusal(f"--set must name {name.strip()} once. Received: two values for it.")
            try:
                values[name.strip()] = known[name.strip()].read(text)
            except Refusal as refusal:
                raise Refusal(f"{refusal}. {self.menu()}") from None
        return values

    def menu(self) -> str:
        """All parameters with their types, defaults and comments."""
        lines = "".join(f"\n  {parameter}" for parameter in self.parameters())
        return f"The parameters of {self.name} are:{lines}" if lines else f"{self.name} has no parameters."


def parameters(source: str) -> list[Parameter]:
    """The parameters that a cell declares."""
    ranges = _ranges(source)
    declared = [{name: text or "" for name, text in found.groupdict().items()} for found in PARAMETER.finditer(source)]
    return [Parameter(**line, range=ranges.get(line["name"])) for line in declared]


def _ranges(source: str) -> dict[str, tuple[str, str]]:
    """Both ends of each range that a cell holds its parameters to."""
    said = ["".join(re.findall(TEXT, call[1])) for call in CHECK.finditer(source)]
    return {name: (low, high) for text in said for name, low, high in RANGE.findall(text)}


def all_notebooks() -> list[Notebook]:
    """All of them, in reading order."""
    return [Notebook(path) for path in sorted(places.NOTEBOOKS.glob("*.ipynb")) if not path.name.startswith(".")]


def chosen(names: list[str]) -> list[Notebook]:
    """Those that are named by number (04), name or file, or all."""
    known = all_notebooks()
    if not known:
        raise Refusal(f"there are no notebooks in {places.NOTEBOOKS}: restore them, as with `git checkout`.")
    return list(dict.fromkeys(_named(name, known) for name in names)) or known


def _named(name: str, known: list[Notebook]) -> Notebook:
    stem = Path(name).name.removesuffix(".ipynb")
    for notebook in known:
        if stem == notebook.name or (re.fullmatch("[0-9]{1,9}", stem) and notebook.name.startswith(f"{int(stem):02d}-")):
            return notebook
    menu = "".join(f"\n  {notebook.name}" for notebook in known)
    raise Refusal(f"there is no notebook {readable(name, 200)}. There are:{menu}")
