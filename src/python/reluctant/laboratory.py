"""laboratory.html: the library in a page, with all controls, as one file that needs nothing else."""

import base64
import functools
import gzip
import json

from markupsafe import Markup

from . import places, wasm
from .outputs import template
from .page import assets, sha

NAME = "laboratory.html"
MODULE = places.PAGE / "reluctant.wasm"
THREAD = ("module.js", "worker.js")
PAGE = ("thread.js", "drawing.js", "training.js", "counting.js", "controls.js", "exports.js", "laboratory.js")
LARGEST = 1_200_000


def laboratory() -> bytes:
    """The page."""
    script = _joined(PAGE)
    policy = f"default-src 'none'; script-src 'sha256-{sha(script)}' 'wasm-unsafe-eval'; worker-src blob:; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'"
    parts = {"policy": Markup(policy), "script": Markup(script), "style": assets()["style"] + Markup(_joined(("laboratory.css",))), **carried()}
    return template("laboratory.html.j2").render(**parts).encode()


@functools.cache
def carried() -> dict[str, Markup]:
    """What a page carries to train: the module, packed, what it imports, and the script of its threads."""
    module = MODULE.read_bytes()
    imports = [(place, name) for place, name, _ in wasm.imports(module)]
    packed = base64.b64encode(gzip.compress(module, 9, mtime=0)).decode()
    return {"module": Markup(packed), "imports": Markup(json.dumps(imports)), "thread": Markup(_joined(THREAD))}


def _joined(names: tuple[str, ...]) -> str:
    return "".join((places.LABORATORY / name).read_text(encoding="utf-8") for name in names)
