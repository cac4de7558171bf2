"""./workbook attack: runs what takes longer than a page may, and keeps what it gave."""

import os
import sys

from . import places
from .commands import parser
from .failures import guarded
from .notebooks import Notebook, chosen
from .running import run, stop_kernels

FILE = "RELUCTANT_ATTACKS"  # the library reads it: KeptAttacks


def main() -> int:
    """Attacks what was named, or all."""
    options = parser().parse_args()
    try:
        for notebook in chosen(options.notebooks):
            _attack(notebook)
    finally:
        stop_kernels()
    return 0


def _attack(notebook: Notebook) -> None:
    """Kept beside until the whole notebook ran, so that an attack which was ended goes on where it was."""
    beside, kept = places.TARGET / "attacks" / f"{notebook.name}.json", places.ATTACKS / f"{notebook.name}.json"
    os.environ[FILE] = str(beside)
    run(notebook, described=f"{notebook.name} under attack")
    if beside.exists():
        places.write_whole(kept, beside.read_bytes())
        beside.unlink()
        print(f"What its attacks gave is kept in {kept.relative_to(places.ROOT)}; bake the notebook to show it")
    else:
        kept.unlink(missing_ok=True)
        print(f"{notebook.name} has nothing to attack")


if __name__ == "__main__":
    sys.exit(guarded(main))
