"""Set-up: .venv, target/lib and, where asked for, target/page and target/spark, each with a stamp of what it was made from.

A part is used only when its stamp fits. The stamp is removed before the work and written after it,
so a set-up that was cut off is made anew by the next call.
"""

import importlib.util
import json
import os
import re
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from . import children, exports, places
from .builds import LIBRARY, PAGE, SPARK, Build, hashed
from .failures import Refusal, readable
from .machine import VECTORS, Jdk, find_jdk, find_maven

try:
    import fcntl
except ImportError:
    fcntl = None
    import msvcrt

SPARK_OPTIONS = places.ROOT / "src/spark/jvm.options"
TESTS = {"short": [], "all": ["-DexcludedGroups="]}  # what Maven is told of them
OFFLINE = re.compile(
    r"Could not transfer|Unknown host|UnknownHost|resolve host|name resolution|Name or service not known|NewConnectionError"
    r"|Network is unreachable|Connection (refused|reset|timed out)|timed out|Max retries|ProxyError|SSLError|PKIX path"
    r"|Temporary failure|Could not fetch URL|No matching distribution|in offline mode"
)


@dataclass(frozen=True)
class Venv:
    """A Python environment of its own, made from a complete list with hashes."""

    folder: Path
    requirements: Path

    @property
    def python(self) -> Path:
        """Its Python."""
        return self.folder / places.VENV_PYTHON.relative_to(places.VENV)

    @property
    def stamp(self) -> Path:
        """The file that says what it was made from."""
        return self.folder / "workbook.stamp"

    def inputs(self) -> str:
        """What it is made from. It knows its own path and its Python's, so it is of no use elsewhere."""
        return json.dumps([sys.version, sys.base_prefix, str(self.folder), hashed([self.requirements])])

    def fits(self) -> bool:
        """Whether it is there, whole and up to date."""
        return self.python.exists() and places.read(self.stamp) == self.inputs()

    def make(self, told: str) -> None:
        """Makes it anew."""
        if not all(map(importlib.util.find_spec, ("venv", "ensurepip"))):
            version = "python%d.%d" % sys.version_info[:2]
            raise Refusal(f"this Python has no venv: install it (on Debian and Ubuntu `sudo apt install {version}-venv`).")
        if not all(map(importlib.util.find_spec, ("ssl", "_ssl"))):
            raise Refusal("this Python has no ssl, without which nothing can be fetched: use another one, or build it again beside OpenSSL's headers.")
        tell(f"setting up {told} ..")
        stamp = self.inputs()
        self.stamp.unlink(missing_ok=True)
        env = {name: value for name, value in os.environ.items() if name not in ("PYTHONHOME", "PYTHONPATH")}
        quietly([sys.executable, "-m", "venv", "--clear", self.folder], env, f"making {self.folder.name}")
        pip = [self.python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input", "--no-user"]
        # The list is complete and hashed, so nothing is left to resolve. Python compiles each file when it is first used.
        listed = ["--no-deps", "--no-compile", "--require-hashes", "-r", self.requirements]
        quietly([*pip, *listed], env, f"installing {self.requirements.relative_to(places.ROOT)}")
        places.write_whole(self.stamp, stamp.encode())


VENV = Venv(places.VENV, places.ROOT / "requirements.txt")


@contextmanager
def ready(held: bool = True, tests: str | None = None, alone: bool = False, spark: bool = False, page: bool = False) -> Iterator[dict[str, str]]:
    """Sets up what is missing and gives the environment to run in.

    While `held`, no other command can rebuild what this one uses, and while `alone`, none runs at all.
    With `tests`, "short" or "all", Maven runs its checks and tests; all are the long ones and those of Spark's module too.
    With `spark` the kernels can use Apache Spark, and with `page` pages can train.
    """
    jdk = find_jdk()
    asked = {LIBRARY: True, PAGE: page or bool(tests), SPARK: spark or tests == "all"}
    builds = [build for build, wanted in asked.items() if wanted]
    places.TARGET.mkdir(exist_ok=True)
    with open(places.TARGET / ".lock", "a+") as lock:
        os.set_inheritable(lock.fileno(), True)
        hold(lock, shared=True)
        if tests or not (VENV.fits() and exports.installed(VENV.folder) and all(build.fits(jdk) for build in builds)):
            hold(lock, shared=False)
            _make(jdk, tests, builds)
            hold(lock, shared=True)
        if alone:
            hold(lock, shared=False)
        if not held:
            lock.close()
        yield environment(jdk, spark)


def environment(jdk: Jdk, spark: bool = False) -> dict[str, str]:
    """The environment for Maven, Jupyter and the kernels: this JDK and .venv first, whatever else is installed."""
    env = dict(os.environ)
    env["JAVA_HOME"] = str(jdk.home)
    env["PATH"] = os.pathsep.join([str(jdk.home / "bin"), str(places.VENV_BIN), env.get("PATH", "")])
    env["PYTHONPATH"] = str(places.SOURCES)
    env["PYTHONNOUSERSITE"] = "1"
    env["JUPYTER_PREFER_ENV_PATH"] = "1"
    env.pop("PYTHONHOME", None)
    options = env.get("JDK_JAVA_OPTIONS", "")
    if jdk.vectors and VECTORS not in options:
        options = f"{options} --add-modules={VECTORS}"
    if spark:
        options = f'{options} "@{SPARK_OPTIONS}"'
        env["JJAVA_CLASSPATH"] = os.pathsep.join(filter(None, [env.get("JJAVA_CLASSPATH"), str(places.SPARK / "*.jar")]))
    if options:
        env["JDK_JAVA_OPTIONS"] = options.strip()
    return env


def _make(jdk: Jdk, tests: str | None, builds: list[Build]) -> None:
    if not VENV.fits():
        VENV.make("Python's part in .venv (once, about half a minute)")
    exports.install(VENV.folder)
    missing = [build for build in builds if tests or not build.fits(jdk)]
    if missing:
        _build(jdk, tests, missing)


def _build(jdk: Jdk, tests: str | None, builds: list[Build]) -> None:
    maven = find_maven(jdk)
    inputs = {build: build.inputs(jdk) for build in builds}
    for build in builds:
        build.stamp.unlink(missing_ok=True)
        shutil.rmtree(build.folder, ignore_errors=True)
    # Maven recompiles what changed only, and classes of two JDKs do not mix.
    for classes in places.ROOT.glob("src/*/target/classes"):
        shutil.rmtree(classes, ignore_errors=True)
    env = os.environ | {"JAVA_HOME": str(jdk.home)}
    command = [maven, "-B", *(f"-P{build.profile}" for build in builds if build.profile)]
    if tests:
        code, _ = children.run([*command, *TESTS[tests], "verify"], env, places.ROOT)
        if code < 0 or code > 128:
            raise Refusal(f"Maven was ended from outside ({children.signal_name(code)}): run the same command again.")
        if code:
            raise Refusal("Maven's checks or tests failed: see its lines above.")
    else:
        folders = " and ".join(build.folder.relative_to(places.ROOT).as_posix() for build in builds)
        tell(f"building the library in {folders} ({'once, about 140 MB to fetch' if SPARK in builds else 'about half a minute the first time'}) ..")
        quietly([*command, "-q", "-Dquick", "-Dmaven.test.skip=true", "package"], env, "building the library")
    for build in builds:
        build.sign(inputs[build])


def quietly(command: list, env: dict[str, str], doing: str) -> str:
    """Runs a program unseen, gives what it printed, and tells what matters when it fails."""
    code, printed = children.run(command, env, places.ROOT, quiet=True)
    if not code:
        return printed
    if re.search(r"No space left|Disk quota exceeded", printed):
        raise Refusal(f"the disk became full while {doing}: free some space, then run the same command again.")
    errors = [line for line in printed.splitlines() if re.match(r"\[ERROR\] .*\.java:\[", line)]
    if errors:
        raise Refusal("the library does not compile:\n" + "\n".join(dict.fromkeys(errors)))
    if OFFLINE.search(printed):
        raise Refusal(f"the network was needed for {doing} and could not be reached: connect, then run the same command again.")
    if code < 0 or code > 128:
        raise Refusal(f"{doing} was ended from outside ({children.signal_name(code)}), as when memory runs out: run the same command again.")
    last = "\n".join(readable(line, 500) for line in printed.strip().splitlines()[-12:]) or f"exit code {code} and not a word"
    raise Refusal(f"{doing} failed, with\n{last}")


def hold(file, shared: bool) -> None:
    """Locks an open file for this process and its children, together with others or alone, and waits for who has it."""
    if not fcntl:
        _lock_on_windows(file, shared)
        return
    kind = fcntl.LOCK_SH if shared else fcntl.LOCK_EX
    try:
        fcntl.flock(file, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        tell("waiting for another ./workbook to finish ..")
        fcntl.flock(file, kind)


def _lock_on_windows(file, shared: bool) -> None:
    """Windows has no shared lock here: sets-up are kept apart, and what runs after them is not held."""
    file.seek(0)
    try:
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)
    except OSError:
        pass  # it was not locked
    if not shared:
        while not _locked_on_windows(file):
            time.sleep(1)


def _locked_on_windows(file) -> bool:
    try:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        return True
    except OSError:
        return False


def tell(text: str) -> None:
    """Says what is being done."""
    print(f"workbook: {text}", file=sys.stderr, flush=True)
