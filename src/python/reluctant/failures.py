"""What went wrong, in one sentence with the cure."""

import errno
import io
import os
import re
import signal
import sys
from collections.abc import Callable

INTERRUPTED = 130
LONGEST = 4000
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


class Refusal(Exception):
    """The command can't be done. The message is all that the reader sees."""


def guarded(work: Callable[[], int | None]) -> int:
    """Does the work and returns its exit code. Ctrl-C, SIGTERM and a closed terminal end it with 130."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a terminal that knows ASCII alone, as stderr does
    signal.signal(signal.SIGTERM, _interrupt)
    signal.signal(signal.SIGINT, _interrupt)
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:  # which nohup sets
        signal.signal(signal.SIGHUP, _interrupt)
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
    except UnicodeEncodeError as error:
        return _say(f"a name or a text is not Unicode: write it anew. Received: {readable(error.object, 200)}")


def unexpected(name: str, error: Exception) -> Refusal:
    """What nobody foresaw, told of the notebook that it happened with."""
    told = next(iter(str(error).splitlines()), "")[:200]
    return Refusal(f"{name} could not be made into a page ({type(error).__name__}: {told}): look for what is odd in its cells and outputs.")


def is_full(error: OSError) -> bool:
    """Whether a file operation failed for want of room."""
    return error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))


def sentence(error: OSError) -> str:
    """A failed file operation, told to the reader."""
    where = f" ({error.filename})" if error.filename else ""
    if is_full(error):
        return f"the disk is full{where}: free some space, then run the same command again."
    if error.errno == errno.EACCES and _closed_to_readers(error.filename):
        return f"this can't be read{where}: give yourself the right to, or restore it."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"this folder can't be written{where}: give yourself the right to, or copy the project elsewhere."
    return f"{error.strerror or error}{where}."


def _closed_to_readers(name: str | bytes | None) -> bool:
    return bool(name) and os.path.exists(name) and not os.access(name, os.R_OK)


def _interrupt(number: int, frame: object) -> None:
    raise KeyboardInterrupt


def readable(text: str, longest: int = LONGEST) -> str:
    """A text of any origin that can do nothing to a terminal: cut, and what can't be seen is escaped as Python's source has it."""
    kept = text if len(text) <= longest else f"{text[:longest]} .. ({len(text) - longest:,} more characters)"
    return UNSEEN.sub(lambda unseen: unseen[0].encode("unicode_escape").decode(), kept)


def _say(text: str) -> int:
    print(f"workbook: {readable(text, 10 * LONGEST)}", file=sys.stderr, flush=True)
    return 1
