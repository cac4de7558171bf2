"""The JDK, Maven, browser and processor that are on this machine."""

import os
import platform
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from .failures import Refusal

OLDEST_JDK = 17
OLDEST_MAVEN = (3, 8)
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
VECTORS = "jdk.incubator.vector"
SHELL = "jdk.jshell"
EXE = ".exe" if os.name == "nt" else ""


@dataclass(frozen=True)
class Jdk:
    """A Java development kit: its folder, its version as in 17.0.15, and whether it has the modules for vectors and for JShell."""

    home: Path
    version: str
    vectors: bool
    shell: bool = True

    @property
    def feature(self) -> int:
        """The first number of the version, 8 for 1.8."""
        numbers = [int(number) for number in re.findall(r"\d+", self.version)]
        return numbers[1] if numbers[:1] == [1] and len(numbers) > 1 else numbers[0] if numbers else 0

    @property
    def shortcoming(self) -> str | None:
        """What keeps this one from being used, if anything does."""
        if self.feature < OLDEST_JDK:
            return f"Java {self.version} in {self.home} is too old"
        if not (self.home / "bin" / f"javac{EXE}").exists():
            return f"Java {self.version} in {self.home} has no compiler (a runtime, not a JDK)"
        if not self.shell:
            return f"Java {self.version} in {self.home} has no module {SHELL}, which runs the cells"
        return None


def find_jdk() -> Jdk:
    """The JDK of JAVA_HOME, or else that of the PATH."""
    found = []
    if os.environ.get("JAVA_HOME"):
        home = Path(os.environ["JAVA_HOME"])
        found.append(_jdk(home) or f"JAVA_HOME ({home}) holds no Java")
    if java := shutil.which("java"):
        found.append(_jdk(Path(java).resolve().parent.parent) or _jdk_of(java) or f"{java} does not start")
    for jdk in found:
        if isinstance(jdk, Jdk) and not jdk.shortcoming:
            return jdk
    reasons = [jdk.shortcoming if isinstance(jdk, Jdk) else jdk for jdk in found] or ["there is none here"]
    raise Refusal(
        f"a JDK of version {OLDEST_JDK} or newer is needed, and {', and '.join(reasons)}:"
        f" install one, then set JAVA_HOME to it or put it on the PATH."
    )


def find_maven(jdk: Jdk) -> str:
    """Maven's program."""
    program = shutil.which("mvn")
    wanted = ".".join(map(str, OLDEST_MAVEN))
    if not program:
        raise Refusal(f"Maven {wanted} or newer is needed and is not on the PATH: install it (its command is `mvn`).")
    env = os.environ | {"JAVA_HOME": str(jdk.home)}
    said = subprocess.run([program, "-v"], env=env, capture_output=True, text=True, errors="replace").stdout
    version = re.search(r"Apache Maven (\d+)\.(\d+)", said)
    if not version:
        raise Refusal(f"{program} does not start: check it with `mvn -v`.")
    if (int(version[1]), int(version[2])) < OLDEST_MAVEN:
        raise Refusal(f"Maven {wanted} or newer is needed, and {program} is {version[1]}.{version[2]}: install a newer one.")
    return program


def processor() -> str:
    """The processor's name."""
    try:
        told = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace")
    except OSError:
        told = ""
    name = re.search(r"^model name\s*: (.+)", told, re.MULTILINE)
    return name[1].strip() if name else platform.processor() or platform.machine()


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def find_browser() -> str | None:
    """A Chrome or Chromium, or None."""
    chosen = os.environ.get("BROWSER_PATH")
    if chosen:
        return shutil.which(chosen)
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def browser(needed: str) -> str:
    """A Chrome or Chromium, or a refusal that says what for: `pictures need`."""
    found = find_browser()
    if not found:
        raise Refusal(f"{needed} a Chrome or Chromium: install one, or name it in BROWSER_PATH (looked for {', '.join(BROWSERS)}).")
    return found


def _jdk(home: Path) -> Jdk | None:
    """Reads the `release` file that every JDK has, which is much quicker than starting Java."""
    try:
        release = (home / "release").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    version = re.search(r'^JAVA_VERSION="([^"]+)"', release, re.MULTILINE)
    return Jdk(home, version[1], VECTORS in release, SHELL in release or "MODULES=" not in release) if version else None


def _jdk_of(java: str) -> Jdk | None:
    """Asks a `java` that is a mere pointer to the real one."""
    said = subprocess.run([java, "-XshowSettings:properties", "-version"], capture_output=True, text=True, errors="replace")
    home = re.search(r"java\.home = (.+)", said.stderr)
    version = re.search(r'version "([^"]+)"', said.stderr)
    if not home or not version:
        return None
    path = Path(home[1].strip())
    return _jdk(path) or Jdk(path, version[1], (path / "jmods" / f"{VECTORS}.jmod").exists())
