"""Starts a Java kernel, as our kernel specifications ask: with the processor's vectors, and without a word that means nothing.

The kernel ends with the program that drives it, also when that is killed by force.
"""

import os
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil

from .failures import guarded
from .kernelspecs import VERBOSE
from .machine import EXE, VECTORS, find_jdk

OPTIONS = (
    "--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED",  # which JJava needs
    "-XX:-UsePerfData",  # a file in the system's temporary folder, which stays when the kernel is killed
    # Java's own compiler, which each cell runs for a moment, is not worth the second-tier compiler's time: a seventh of a chapter's.
    "-XX:+UnlockDiagnosticVMOptions",
    f"-XX:CompilerDirectivesFile={Path(__file__).with_name('compiler.json')}",
    "-XX:+DisplayVMOutputToStderr",  # where what it says of that is heard, and left out
)
MEANINGLESS = re.compile(
    rb"NOTE: Picked up JDK_JAVA_OPTIONS: |\d+ compiler directives added\s*$|WARNING: Using incubator modules: jdk\.incubator\.vector\s*$"
    rb"|\[I [-\d]+ [\d:.]+ (Loop-|ShutdownHook)"  # JJava's threads
    rb"|.* io\.github\.spencerpark\.jupyter\.channels\.\w+ \w+\s*$|[A-Z]+: (Loop|Running loop) "  # and IJava's
)
COLLECTOR = "-XX:+UseSerialGC"  # works when it has to, and not beside the cells all the time: a fourteenth of a chapter's time on two cores
ANY_COLLECTOR = re.compile(r"-XX:\+Use\w+GC\b")  # Java refuses to start with two of them
TOLD_IN = ("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JJAVA_JVM_OPTS")
PATIENCE = 5


def main() -> int:
    """Becomes the kernel, whose jar and connection file are given."""
    command = java(*sys.argv[1:])
    if os.name == "nt":  # where a program can't become another one
        with subprocess.Popen(command, stderr=subprocess.PIPE) as kernel:
            pass_on(kernel.stderr.fileno())
        return kernel.returncode
    heard, said = os.pipe()
    driver = os.getppid()
    if os.fork():
        os.dup2(said, sys.stderr.fileno())
        os.execv(command[0], command)
    os.close(said)
    if "JPY_PARENT_PID" in os.environ:  # by which Jupyter says that the kernel shall not outlive it
        threading.Thread(target=_end_with_driver, args=(psutil.Process(os.getppid()), driver), daemon=True).start()
    pass_on(heard)
    os._exit(0)


def java(jar: str, connection_file: str) -> list[str]:
    """The command that is the kernel."""
    jdk = find_jdk()
    told = " ".join(os.environ.get(name, "") for name in TOLD_IN)
    options = [*OPTIONS, *([] if ANY_COLLECTOR.search(told) else [COLLECTOR]), *([f"--add-modules={VECTORS}"] if jdk.vectors else [])]
    if os.environ.get("TMPDIR"):  # which Java does not ask for itself on Linux
        options.append(f"-Djava.io.tmpdir={os.environ['TMPDIR']}")
    options += os.environ.get("JJAVA_JVM_OPTS", "").split() if Path(jar).name == "jjava.jar" else []
    return [str(jdk.home / "bin" / f"java{EXE}"), *options, "-jar", jar, connection_file]


def pass_on(heard: int) -> None:
    """Says what the kernel's process says, but for lines that only look wrong."""
    with open(heard, "rb") as lines, open(sys.stderr.fileno(), "wb", closefd=False, buffering=0) as out:
        for line in lines:
            if os.environ.get(VERBOSE) or not MEANINGLESS.match(line):
                out.write(line)


def _end_with_driver(kernel: psutil.Process, driver: int) -> None:
    try:
        while kernel.ppid() == driver:
            time.sleep(1)
        kernel.send_signal(signal.SIGTERM)
        kernel.wait(PATIENCE)
    except psutil.TimeoutExpired:
        kernel.kill()
    except psutil.NoSuchProcess:
        pass  # it has ended by itself


if __name__ == "__main__":
    sys.exit(guarded(main))
