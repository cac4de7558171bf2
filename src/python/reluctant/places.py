"""Where everything lies."""

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
NOTEBOOKS = ROOT / "notebooks"
ATTACKS = NOTEBOOKS / "attacks"  # what took longer than a page may
OUTSIDE = NOTEBOOKS / "outside.json"  # what another trainer counted
TARGET = ROOT / "target"
LIBRARY = TARGET / "lib"
SPARK = TARGET / "spark"
PAGE = TARGET / "page"
REPORTS = TARGET / "reports"
EXECUTED = TARGET / "notebooks"
VENV = ROOT / ".venv"
VENV_BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
VENV_PYTHON = VENV_BIN / ("python.exe" if os.name == "nt" else "python")
SOURCES = ROOT / "src" / "python"
LABORATORY = ROOT / "src" / "page" / "resources" / "reluctant" / "page"  # the scripts around the library in a page
STYLE = ROOT / "src" / "book" / "resources" / "reluctant" / "chart" / "house-style.json"  # of every figure; its colours are the pages' too
SCRATCH = "reluctant-"


def read(path: Path) -> str | None:
    """A file's text, or None where it can't be read."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file so that a reader finds the old one or the new one, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    sweep(path.parent)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with open(part, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    except OSError as error:
        error.filename = str(path)  # a full disk doesn't say where
        raise
    finally:
        part.unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Removes the parts of files that killed programs have left in a folder; the library's saves name theirs alike."""
    for part in folder.glob(".*.part"):
        number = re.search(r"\.(\d+)(-\d+)?\.part$", part.name)
        if number and (os.name == "nt" or not _lives(int(number[1]))):  # Windows removes no file that is open
            with suppress(OSError):
                part.unlink()


@contextmanager
def temporary() -> Iterator[str]:
    """A folder for what programs write on their way. It goes at the end, and what was killed leaves is swept up by the next."""
    base = Path("/tmp" if sys.platform == "darwin" else tempfile.gettempdir())  # a browser's socket must have a short path
    if os.name != "nt":
        for left in base.glob(f"{SCRATCH}*"):
            if (number := re.match(rf"{SCRATCH}(\d+)-", left.name)) and not _lives(int(number[1])):
                shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=f"{SCRATCH}{os.getpid()}-", dir=base, ignore_cleanup_errors=True) as folder:
        yield folder


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        pass  # another user's
    return True
