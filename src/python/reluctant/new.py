"""./workbook new: a notebook of one's own, made of new.ipynb."""

import json
import re
from pathlib import Path

from . import places
from .failures import Refusal, readable
from .notebooks import all_notebooks

TEMPLATE = Path(__file__).with_suffix(".ipynb")
NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
LONGEST = 60
MOST = 99


def make_notebook(name: str) -> Path:
    """Makes a notebook with the next free number, and overwrites none."""
    if len(name) > LONGEST or not NAME.fullmatch(name):
        rule = f"lower case letters, digits and hyphens, at most {LONGEST}, as in my-question"
        raise Refusal(f"a notebook's name must be of {rule}. Received: {readable(name, 200) or 'nothing'}")
    known = [notebook.name for notebook in all_notebooks()]
    if there := next((other for other in known if other.partition("-")[2] == name), None):
        raise Refusal(f"there is notebooks/{there}.ipynb already: choose another name.")
    number = 1 + max((int(found[0]) for other in known if (found := re.match("[0-9]+", other))), default=0)
    if number > MOST:
        raise Refusal(f"notebooks have numbers up to {MOST}, and {MOST} is taken: rename a notebook.")
    path = places.NOTEBOOKS / f"{number:02d}-{name}.ipynb"
    _write_new(path, _content(name).encode())
    return path


def _content(name: str) -> str:
    """The template, with this name in its title and in its claim."""
    made = json.loads(TEMPLATE.read_text(encoding="utf-8"))
    words = {"My question": name.replace("-", " ").capitalize(), "my-question": name}
    for cell in made["cells"]:
        for old, new in words.items():
            cell["source"] = [line.replace(old, new) for line in cell["source"]]
    return json.dumps(made, indent=1, ensure_ascii=False) + "\n"


def _write_new(path: Path, content: bytes) -> None:
    with open(path, "xb") as file:
        try:
            file.write(content)
        except BaseException:
            path.unlink()
            raise
