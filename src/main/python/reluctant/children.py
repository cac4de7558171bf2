"""Other programs, started so that Ctrl-C ends them and all that they started."""

import os
import signal
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

PATIENCE = 15


def run(command: Sequence[str | Path], env: Mapping[str, str], cwd: Path, quiet: bool = False) -> tuple[int, str]:
    """Runs a program to its end and gives its exit code and, when quiet, what it printed."""
    pipe = subprocess.PIPE if quiet else None
    child = subprocess.Popen(
        [str(part) for part in command],
        env=dict(env),
        cwd=cwd,
        stdin=subprocess.DEVNULL if quiet else None,
        stdout=pipe,
        stderr=subprocess.STDOUT if quiet else None,
        text=True,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
        close_fds=False,  # what was made inheritable, a lock, is held until this program and its child have ended
    )
    try:
        printed, _ = child.communicate()
        return child.returncode, printed or ""
    except BaseException:
        stop(child)
        raise


def stop(child: subprocess.Popen) -> None:
    """Asks a program's whole group to end, and ends it by force when it doesn't."""
    handlers = [(number, signal.signal(number, signal.SIG_IGN)) for number in (signal.SIGINT, signal.SIGTERM)]
    try:
        _send(child, signal.SIGTERM)
        child.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        pass
    finally:
        _send(child, getattr(signal, "SIGKILL", signal.SIGTERM))
        child.wait()
        for number, handler in handlers:
            signal.signal(number, handler)


def end_with_parent() -> None:
    """Ends this program as Ctrl-C does once the one that started it is gone: who is killed by force tells nobody."""
    threading.Thread(target=_follow, args=(os.getppid(),), daemon=True).start()


def _follow(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os.kill(os.getpid(), signal.SIGTERM)


def _send(child: subprocess.Popen, number: int) -> None:
    try:
        if os.name == "nt":
            child.terminate()
        else:
            os.killpg(child.pid, number)
    except (ProcessLookupError, PermissionError):
        pass  # it has ended already
