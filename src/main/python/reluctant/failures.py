"""What went wrong, in one sentence with the cure."""

import errno
import os
import signal
import sys
from collections.abc import Callable

INTERRUPTED = 130


class Refusal(Exception):
    """The command can't be done. The message is all that the reader sees."""


def guarded(work: Callable[[], int | None]) -> int:
    """Does the work and returns its exit code. Ctrl-C and SIGTERM both end it with 130."""
    signal.signal(signal.SIGTERM, _interrupt)
    signal.signal(signal.SIGINT, _interrupt)
    try:
        return work() or 0
    except Refusal as refusal:
        return _say(str(refusal))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        return _say(sentence(error))


def sentence(error: OSError) -> str:
    """A failed file operation, told to the reader."""
    where = f" ({error.filename})" if error.filename else ""
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return f"the disk is full{where}: free some space, then run the same command again."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"this folder can't be written{where}: give yourself the right to, or copy the project elsewhere."
    return f"{error.strerror or error}{where}."


def _interrupt(number: int, frame: object) -> None:
    raise KeyboardInterrupt


def _say(text: str) -> int:
    print(f"workbook: {text}", file=sys.stderr, flush=True)
    return 1
