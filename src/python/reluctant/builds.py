"""What Maven builds for the commands, each part in a folder of its own with a stamp of what it was made from."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from . import places
from .machine import Jdk


@dataclass(frozen=True)
class Build:
    """Some modules, and the profile that adds the last of them to what everybody gets."""

    folder: Path
    modules: tuple[str, ...]
    profile: str | None = None

    @property
    def stamp(self) -> Path:
        """The file that says what it was made from."""
        return self.folder / "workbook.stamp"

    def inputs(self, jdk: Jdk) -> str:
        """What it is made from."""
        folders = [places.ROOT / "src" / module for module in self.modules]
        sources = [path for folder in folders for part in ("java", "resources") for path in (folder / part).rglob("*")]
        return json.dumps([jdk.version, hashed([*(folder / "pom.xml" for folder in (places.ROOT, *folders)), *sources])])

    def sign(self, inputs: str) -> None:
        """Says what it was made from, once it is whole."""
        places.write_whole(self.stamp, self._signed(inputs))

    def fits(self, jdk: Jdk) -> bool:
        """Whether it is there, whole and up to date."""
        return places.read(self.stamp) == self._signed(self.inputs(jdk)).decode()

    def _signed(self, inputs: str) -> bytes:
        made = sorted((path.name, path.stat().st_size) for path in self.folder.glob("*") if path.suffix in (".jar", ".wasm"))
        return f"{inputs}\n{json.dumps(made)}".encode()


LIBRARY = Build(places.LIBRARY, ("library", "book"))
SPARK = Build(places.SPARK, (*LIBRARY.modules, "spark"), "spark")
PAGE = Build(places.PAGE, (*LIBRARY.modules, "page"), "page")


def hashed(paths: list[Path]) -> str:
    """A hash of files and their places."""
    digest = hashlib.sha256()
    for path in sorted(path for path in paths if path.is_file()):
        digest.update(f"{path.relative_to(places.ROOT).as_posix()}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
