"""A program that answers: each line that it is given with a line of its own, a JSON object."""

import json
import subprocess
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from ..failures import Refusal, readable

LAST_WORDS = 12


class Program:
    """Runs until it is closed. It ends by itself when its input does, so also when this one is killed."""

    def __init__(self, name: str, command: Sequence[str | Path]):
        self._name = name
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        self._child = subprocess.Popen([str(part) for part in command], **pipes, text=True, encoding="utf-8", errors="replace")
        self._said: deque[str] = deque(maxlen=LAST_WORDS)

    def ask(self, question: str) -> dict:
        """Its answer. Whatever else it says is kept for the case that it fails."""
        try:
            self._child.stdin.write(question + "\n")
            self._child.stdin.flush()
        except BrokenPipeError:
            pass  # what it said last tells why
        for line in self._child.stdout:
            if line.startswith("{"):
                return json.loads(line)
            self._said.append(readable(line.rstrip(), 500))
        said = "\n".join(self._said) or f"exit code {self._child.wait()} and not a word"
        raise Refusal(f"{self._name} ended when asked {question!r}, with\n{said}")

    def __enter__(self) -> "Program":
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(BrokenPipeError):
            self._child.stdin.close()
        for _ in self._child.stdout:
            pass
        self._child.wait()
