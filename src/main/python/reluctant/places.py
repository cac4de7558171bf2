"""Where everything lies."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]
NOTEBOOKS = ROOT / "notebooks"
TARGET = ROOT / "target"
LIBRARY = TARGET / "lib"
SPARK = TARGET / "spark"
REPORTS = TARGET / "reports"
EXECUTED = TARGET / "notebooks"
VENV = ROOT / ".venv"
VENV_BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
VENV_PYTHON = VENV_BIN / ("python.exe" if os.name == "nt" else "python")
SOURCES = ROOT / "src" / "main" / "python"


def read(path: Path) -> str | None:
    """A file's text, or None where it can't be read."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file so that a reader finds the old one or the new one, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}")
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
