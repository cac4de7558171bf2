"""How Jupyter starts Java's kernels: JJava, which the set-up installs, and IJava where it is on this machine.

Both are installed under the name `java` by their makers. Here JJava is `java` and IJava is `ijava`, and both are started by kernel.py.
The notebooks name `java`, so `./workbook lab --kernel ijava` puts IJava in its place, and they stay as they are.
"""

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from . import places

KERNELS = Path("share", "jupyter", "kernels")
INSTEAD = Path("share", "reluctant")  # where `java` is IJava: first of Jupyter's folders for who asks for it
STARTER = "reluctant.kernel"
VERBOSE = "RELUCTANT_VERBOSE"  # in the environment: all that a kernel says is passed on
IJAVA = re.compile(r"ijava.*\.jar", re.IGNORECASE)


@dataclass(frozen=True)
class Kernel:
    """A kernel's program, and the environment that its maker gives it."""

    jar: Path
    env: dict[str, str] = field(default_factory=dict)

    def spec(self, prefix: Path, title: str) -> str:
        """The kernel specification of an environment."""
        python = prefix / places.VENV_PYTHON.relative_to(places.VENV)
        # Isolated, since it starts in the notebooks' folder, where a json.py may lie.
        argv = [str(python), "-I", "-m", STARTER, str(self.jar), "{connection_file}"]
        told = {"argv": argv, "display_name": title, "language": "java", "interrupt_mode": "message", "env": self.env, "metadata": {}}
        return json.dumps(told, indent=2) + "\n"


def files(prefix: Path) -> dict[Path, str]:
    """The kernel specifications of an environment, by path."""
    jjava, ijava = prefix / KERNELS / "java" / "jjava.jar", find_ijava(prefix)
    made = {jjava.with_name("kernel.json"): Kernel(jjava).spec(prefix, "Java")} if jjava.exists() else {}
    if ijava:
        for spec in (prefix / KERNELS / "ijava", prefix / INSTEAD / "kernels" / "java"):
            made[spec / "kernel.json"] = ijava.spec(prefix, "Java (IJava)")
    return made


def find_ijava(prefix: Path) -> Kernel | None:
    """IJava, wherever its installer or conda has put it."""
    return next((found for folder in _folders(prefix) for spec in sorted(folder.glob("*/kernel.json")) if (found := _ijava(spec))), None)


def _ijava(spec: Path) -> Kernel | None:
    try:
        told = json.loads(places.read(spec) or "{}")
        named = [Path(part.replace("{resource_dir}", str(spec.parent))) for part in told.get("argv", []) if STARTER not in told["argv"]]
        jars = [jar for jar in [*named, *sorted(spec.parent.iterdir())] if IJAVA.fullmatch(jar.name) and jar.is_file()]
        return Kernel(jars[0], told.get("env") or {}) if jars else None
    except (ValueError, AttributeError, TypeError, OSError):
        return None  # somebody's file, of which we know nothing


def _folders(prefix: Path) -> Iterator[Path]:
    """Where Jupyter and conda keep kernel specifications, on any system."""
    env, home = os.environ, Path.home()
    named = [*env.get("JUPYTER_PATH", "").split(os.pathsep), env.get("JUPYTER_DATA_DIR")]
    named += [Path(env[name], "share", "jupyter") for name in ("CONDA_PREFIX",) if env.get(name)]
    named += [Path(env[name], "jupyter") for name in ("XDG_DATA_HOME", "APPDATA", "PROGRAMDATA") if env.get(name)]
    users = [home / ".local" / "share" / "jupyter", home / "Library" / "Jupyter"]
    for folder in [prefix / "share" / "jupyter", *filter(None, named), *users, "/usr/local/share/jupyter", "/usr/share/jupyter"]:
        yield Path(folder) / "kernels"
