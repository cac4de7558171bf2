"""A client that notices when its kernel is lost: a cell is busy, and the kernel neither computes nor says anything."""

import asyncio
import time

import psutil
from nbclient.util import run_sync
from nbformat import NotebookNode

from .listening import Listener

PATIENCE = 60
IDLE = 0.01  # of a core, which a Java kernel takes that does nothing
PAUSE = 0.5


class LostKernel(Exception):
    """The kernel will not answer any more, and the cell that it was lost in."""

    def __init__(self, cell: NotebookNode, index: int):
        super().__init__(f"neither computed nor said anything for {PATIENCE} s")
        self.cell = cell
        self.index = index


class Watcher(Listener):
    """Waits for a cell as long as there is any sign of life."""

    heard = 0

    def process_message(self, *arguments, **options):
        self.heard += 1
        return super().process_message(*arguments, **options)

    async def async_execute_cell(self, cell, cell_index, *arguments, **options):
        work = asyncio.ensure_future(super().async_execute_cell(cell, cell_index, *arguments, **options))
        alive, heard, computed = time.monotonic(), self.heard, self._computed()
        while not (await asyncio.wait({work}, timeout=PAUSE))[0]:
            if self.heard > heard or self._computed() - computed > IDLE * PATIENCE:
                alive, heard, computed = time.monotonic(), self.heard, self._computed()
            if time.monotonic() - alive > PATIENCE:
                psutil.Process(self.km.provisioner.pid).kill()  # which the client notices, and ends its own waiting
                await asyncio.gather(work, return_exceptions=True)
                raise LostKernel(cell, cell_index)
        return work.result()

    execute_cell = run_sync(async_execute_cell)

    def _computed(self) -> float:
        """The seconds of processor time that the kernel has had, with all that it has started."""
        try:
            kernel = psutil.Process(self.km.provisioner.pid)
            return sum(sum(process.cpu_times()[:2]) for process in [kernel, *kernel.children(recursive=True)])
        except psutil.Error:
            return 0  # it has ended, which the client finds by itself
