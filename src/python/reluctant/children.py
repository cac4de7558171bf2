"""Other programs, started so that Ctrl-C ends them and all that they started, and so does the end of this one by force."""

import os
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 15
# Who is killed by force tells nobody, but its end of a pipe is closed.
GUARD = f"""
PATH=/usr/bin:/bin
read -r ended && exit
kill -TERM "-$0"
for second in $(seq {PATIENCE}); do kill -0 "-$0" || exit; sleep 1; done
kill -KILL "-$0\""""


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
    with _guarded(child):
        try:
            printed, _ = child.communicate()
            return child.returncode, printed or ""
        except BaseException:
            stop(child)
            raise


@contextmanager
def _guarded(child: subprocess.Popen) -> Iterator[None]:
    """Has the program's whole group end if this one is killed. Windows has no such shell, and no groups."""
    if os.name == "nt":
        yield
        return
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    guard = subprocess.Popen(["/bin/sh", "-c", GUARD, str(child.pid)], **pipes, start_new_session=True)
    try:
        yield
    finally:
        guard.communicate(b"ended\n")


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


def signal_name(code: int) -> str:
    """The signal that has ended a program, by its exit code as Python (-9) or a shell (137) has it."""
    number = -code if code < 0 else code - 128
    return signal.Signals(number).name if number in set(signal.Signals) else f"signal {number}"


def _send(child: subprocess.Popen, number: int) -> None:
    try:
        if os.name == "nt":
            child.terminate()
        else:
            os.killpg(child.pid, number)
    except (ProcessLookupError, PermissionError):
        pass  # it has ended already
