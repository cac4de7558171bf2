"""What the tests share: working clones of the project, one run of the notebooks, one browser."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "src" / "main" / "python"))

from reluctant import places  # noqa: E402
from reluctant.machine import find_browser  # noqa: E402

signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that an interrupted ./workbook test ends its kernels

PYTHON = getattr(sys, "_base_executable", sys.executable)
COPIED = ("workbook", "pom.xml", "requirements.txt", ".mvn", "src/main")
STAMP = "from reluctant import places, setup; places.write_whole(setup.VENV.stamp, setup.VENV.inputs().encode())"

READY = "from reluctant.setup import ready\nwith ready(): pass"


def pytest_configure(config):
    config.addinivalue_line("markers", "long: runs with `./workbook test --all` only")


class Clone:
    """A copy of the project in a folder of its own, set up by borrowing the parts of the real one."""

    def __init__(self, root: Path):
        self.root = root
        self.notebooks = root / "notebooks"
        self.reports = root / "target" / "reports"
        for name in COPIED:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            copy(ROOT / name, root / name)
        self.notebooks.mkdir()

    def borrow(self) -> "Clone":
        """Takes over .venv and target/lib, so that nothing is left to set up."""
        subprocess.run([PYTHON, "-m", "venv", "--without-pip", self.root / ".venv"], check=True)
        shutil.rmtree(self.root / ".venv" / "share", ignore_errors=True)
        (self.root / ".venv" / "share").symlink_to(places.VENV / "share")
        shutil.copytree(places.VENV / "etc", self.root / ".venv" / "etc")  # the set-up writes to it
        packages = next((self.root / ".venv" / "lib").glob("python*/site-packages"))
        (packages / "borrowed.pth").write_text(f"{next(places.VENV.glob('lib/python*/site-packages'))}\n")
        subprocess.run([PYTHON, "-c", STAMP], cwd=self.root, env=os.environ | {"PYTHONPATH": "src/main/python"}, check=True)
        (self.root / "target").mkdir()
        (self.root / "target" / "lib").symlink_to(places.LIBRARY)
        return self

    def start(self, *arguments, env=None, cwd=None) -> subprocess.Popen:
        """Starts ./workbook from another folder."""
        command = [PYTHON, str(self.root / "workbook"), *map(str, arguments)]
        pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        return subprocess.Popen(command, cwd=cwd or self.root.parent, env=env or plain_environment(), text=True, **pipes)

    def run(self, *arguments, env=None) -> tuple[int, str]:
        """Runs ./workbook to its end: its exit code and what it said."""
        workbook = self.start(*arguments, env=env)
        said, _ = workbook.communicate(timeout=300)
        assert "Traceback" not in said, said
        return workbook.returncode, said

    def set_up(self, env=None) -> subprocess.Popen:
        """Starts the set-up alone, as every command does first."""
        env = (env or plain_environment()) | {"PYTHONPATH": str(self.root / "src" / "main" / "python")}
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        return subprocess.Popen([PYTHON, "-c", READY], cwd=self.root, env=env, text=True, **pipes)


def plain_environment() -> dict[str, str]:
    """The environment without what ./workbook test has added to it."""
    return {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONNOUSERSITE", "VIRTUAL_ENV")}


def interrupted(workbook: subprocess.Popen, number: int = signal.SIGINT) -> tuple[int, str, list[psutil.Process]]:
    """Interrupts a command: its exit code, what it said, and which of its processes live on."""
    family = psutil.Process(workbook.pid).children(recursive=True)
    workbook.send_signal(number)
    said, _ = workbook.communicate(timeout=30)
    return workbook.returncode, said, psutil.wait_procs(family, timeout=3)[1]


def eventually(condition, seconds=30):
    """Waits until a condition holds, and gives what it gave."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if result := condition():
                return result
        except psutil.NoSuchProcess:
            pass  # it ended while it was looked at
        time.sleep(0.05)
    raise AssertionError(f"not within {seconds} s")


@pytest.fixture
def clone(tmp_path):
    """A clone that is not set up, in a path as people have them."""
    return Clone(tmp_path / "Größe & Maß" / "the clone")


@pytest.fixture(scope="session")
def ready_clone(tmp_path_factory):
    """A clone that is set up, with the sample notebooks reported."""
    import samples

    made = Clone(tmp_path_factory.mktemp("Größe") / "the clone").borrow()
    samples.write(made.notebooks, bend=samples.bend(), sum=samples.plain(), waiting=samples.waiting())
    code, said = made.run("report", "0", "1")
    assert code == 0, said
    return made


@pytest.fixture(scope="session")
def reports():
    """The project's own notebooks, run once as a reader runs them, with little memory for each kernel."""
    env = plain_environment() | {"JDK_JAVA_OPTIONS": "-Xmx256m"}
    run = subprocess.run([PYTHON, ROOT / "workbook", "report"], env=env, cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
    return places.REPORTS


@pytest.fixture(scope="session")
def browser():
    """A real browser. Without one its tests are skipped, but never where CI promises one."""
    path = find_browser()
    if not path:
        if os.environ.get("CI"):
            pytest.fail("no Chrome or Chromium on this machine, and CI must have one")
        pytest.skip("no Chrome or Chromium on this machine: install one, or name it in BROWSER_PATH")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-gpu"]
        chromium = playwright.chromium.launch(executable_path=path, args=options)
        yield chromium
        chromium.close()
