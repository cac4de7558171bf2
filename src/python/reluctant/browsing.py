"""Work in a browser, done by a process of its own: one that hangs is ended, and the reader is told."""

import base64
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import psutil

from . import places
from .failures import Refusal

PATIENCE = 120  # seconds for a browser's start, a page or a picture
FAILED = "!"


def ask(program: str, doing: str, module: str, task: dict) -> Iterator[bytes]:
    """Has a module of ours work in a browser and gives its answers, one by one: `drawing 12 pictures`."""
    print(f"{doing[0].upper()}{doing[1:]} in {program} ..", flush=True)
    with tempfile.TemporaryDirectory(prefix="reluctant-", ignore_cleanup_errors=True) as folder, _started(module, folder) as worker:
        expired = threading.Event()
        watch = _watch(worker, expired)
        try:
            _hand_over(worker, task)
            for line in worker.stdout:
                watch.cancel()
                if line.startswith(FAILED):
                    raise _no_use(program, doing, line.removeprefix(FAILED).strip())
                yield base64.b64decode(line)
                watch = _watch(worker, expired)
            if expired.is_set():
                raise _no_use(program, doing, f"it did nothing for {PATIENCE} s")
            if worker.wait():
                raise _no_use(program, doing, "it ended")
        finally:
            watch.cancel()


def answer(work: Callable[[dict, Callable[[bytes], None]], None]) -> None:
    """What such a module does when it is asked: its task comes in, an answer a line goes out. Who has asked ends it."""
    task = json.loads(sys.stdin.readline())
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: None)  # sent to all at once, they would leave the browser alone
    threading.Thread(target=_follow, daemon=True).start()
    try:
        work(task, lambda made: print(base64.b64encode(made).decode(), flush=True))
    except Exception as error:  # whatever the browser's driver raises
        print(FAILED + next(iter(str(error).splitlines()), type(error).__name__), flush=True)


def _follow() -> None:
    """Ends this process and its browser once the one that has asked is gone."""
    os.read(sys.stdin.fileno(), 1)
    _end_all(psutil.Process().children(recursive=True))
    os._exit(1)


@contextmanager
def _started(module: str, folder: str) -> Iterator[subprocess.Popen]:
    env = os.environ | {"PYTHONPATH": str(places.SOURCES), "TMPDIR": folder}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    worker = subprocess.Popen([sys.executable, "-m", module], env=env, text=True, encoding="utf-8", **pipes)
    try:
        yield worker
    finally:
        _end(worker)


def _hand_over(worker: subprocess.Popen, task: dict) -> None:
    try:
        worker.stdin.write(json.dumps(task) + "\n")
        worker.stdin.flush()  # and it stays open: its end is the end of this process
    except BrokenPipeError:
        pass  # it has ended, and its exit code tells


def _watch(worker: subprocess.Popen, expired: threading.Event) -> threading.Timer:
    def end() -> None:
        expired.set()
        _end(worker)

    watch = threading.Timer(PATIENCE, end)
    watch.daemon = True
    watch.start()
    return watch


def _end(worker: subprocess.Popen) -> None:
    """Ends the worker with its browser, which may stand in a group of its own."""
    try:
        family = psutil.Process(worker.pid).children(recursive=True) if worker.poll() is None else []
    except psutil.NoSuchProcess:
        family = []
    worker.kill()
    _end_all(family)
    worker.wait()


def _end_all(family: list[psutil.Process]) -> None:
    for each in family:
        try:
            each.kill()
        except psutil.NoSuchProcess:
            pass  # it has ended already


def _no_use(program: str, doing: str, told: str) -> Refusal:
    return Refusal(f"the browser {program} was of no use in {doing} ({told}): name another one in BROWSER_PATH.")
