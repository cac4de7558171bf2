"""What the tests share: working clones of the project, one run of the notebooks, one browser."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import psutil
import pytest

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "src" / "python"))

from reluctant import attack, bake, places, report  # noqa: E402
from reluctant.machine import find_browser  # noqa: E402
from reluctant.notebooks import all_notebooks  # noqa: E402
from reluctant.outputs import FIGURE  # noqa: E402
from reluctant.page import page  # noqa: E402
from reluctant.setup import hold  # noqa: E402

signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that an interrupted ./workbook test ends its kernels

PATIENCE = 300  # seconds, for what should come at once: the machine may be busy with other things
LONGEST = ("lab", "pages", "chapters", "exports", "accessibility", "locales")  # of test_*.py, which begin, so that none runs alone at the end
STARTED_BY = "RELUCTANT_TESTS"  # in the environment of all that the tests start, and of what that starts
QUICKLY = "-XX:TieredStopAtLevel=1"  # a sample's kernel ends before the best code would pay
PYTHON = getattr(sys, "_base_executable", sys.executable)
FEW = ("00", "03")  # the chapters that the default run makes: a first look, and one of cards, surfaces and frames
COPIED = ("workbook", "LICENSE", "pom.xml", "requirements.txt", ".mvn", "src/library", "src/book", "src/page", "src/python/reluctant")
STAMP = "from reluctant import places, setup; places.write_whole(setup.VENV.stamp, setup.VENV.inputs().encode())"

READY = "from reluctant.setup import ready\nwith ready({}): pass"


def pytest_configure(config):
    config.addinivalue_line("markers", "long: runs with `./workbook test --all` only")
    if _is_first(config):
        os.environ[STARTED_BY] = str(os.getpid())


def pytest_collection_modifyitems(items):
    begin = {f"test_{name}.py": rank for rank, name in enumerate(LONGEST)}
    items.sort(key=lambda item: begin.get(item.path.name, len(begin)))


@pytest.hookimpl(wrapper=True)
def pytest_sessionfinish(session):
    """What the tests have started ends with them, and whatever does not end by itself fails them."""
    yield
    if _is_first(session.config):
        left = _ended(_started())
        if left:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED
            print("\nThe tests left running: " + ", ".join(left), file=sys.stderr)


def _is_first(config) -> bool:
    """Whether this process starts the others (pytest-xdist's workers)."""
    return not hasattr(config, "workerinput")


def _started() -> list[psutil.Process]:
    found = []
    for process in psutil.process_iter():
        try:
            if process.pid != os.getpid() and process.environ().get(STARTED_BY) == os.environ[STARTED_BY]:
                found.append(process)
        except psutil.Error:
            pass  # it has ended, or is somebody else's
    return found


def _ended(processes: list[psutil.Process]) -> list[str]:
    """Gives processes time to end, ends the others by force and names them."""
    alive = psutil.wait_procs(processes, timeout=PATIENCE)[1]
    names = []
    for process in alive:
        try:
            names.append(" ".join(process.cmdline())[:200])
            process.kill()
        except psutil.NoSuchProcess:
            pass
    return names


def by_turns(names, choices) -> list[tuple]:
    """Each of these with one of the choices, another one in the next version; with all of them if RELUCTANT_ALL_TURNS is set."""
    if os.environ.get("RELUCTANT_ALL_TURNS"):
        return [(name, choice) for name in names for choice in choices]
    version = re.search(r"<version>([\d.]+)", (ROOT / "pom.xml").read_text(encoding="utf-8"))[1]
    turn = sum(map(int, version.split(".")))
    return [(name, choices[(number + turn) % len(choices)]) for number, name in enumerate(names)]


def chapters(choices=None) -> list:
    """All chapters as a test's parameters, each with one of the choices by turns; the default run takes a few."""
    turns = by_turns(all_notebooks(), choices) if choices else [(each,) for each in all_notebooks()]
    return [pytest.param(*turn, id="-".join([turn[0].name, *map(str, turn[1:])]), marks=[] if turn[0].name[:2] in FEW else pytest.mark.long) for turn in turns]


def one_in(every: int, names) -> list:
    """One in so many of these by turns."""
    return [name for name, runs in by_turns(names, [True, *[False] * (every - 1)]) if runs]


def some_chapters(every: int) -> list:
    """The names of the default run's second chapter, and of one in so many of the others by turns."""
    names = [each.name for each in all_notebooks()]
    always = next(name for name in names if name[:2] == FEW[1])
    return [always, *(pytest.param(name, marks=pytest.mark.long) for name in one_in(every, names) if name != always)]


class Clone:
    """A copy of the project in a folder of its own, set up by borrowing the parts of the real one."""

    def __init__(self, root: Path):
        self.root = root
        self.notebooks = root / "notebooks"
        self.reports = root / "target" / "reports"
        for name in COPIED:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("target", "test", "__pycache__"))
            else:
                shutil.copy2(ROOT / name, root / name)
        self.notebooks.mkdir()

    def borrow(self) -> "Clone":
        """Takes over .venv, target/lib and target/page, so that nothing is left to set up."""
        subprocess.run([PYTHON, "-m", "venv", "--without-pip", self.root / ".venv"], check=True)
        shutil.rmtree(self.root / ".venv" / "share", ignore_errors=True)
        jupyter, borrowed = (root / "share" / "jupyter" for root in (self.root / ".venv", places.VENV))
        jupyter.mkdir(parents=True)
        for part in borrowed.iterdir():
            if part.name != "kernels":
                (jupyter / part.name).symlink_to(part)
        shutil.copytree(borrowed / "kernels", jupyter / "kernels", copy_function=os.symlink)  # the set-up writes to it
        shutil.copytree(places.VENV / "etc", self.root / ".venv" / "etc")  # and to this
        packages = next((self.root / ".venv" / "lib").glob("python*/site-packages"))
        (packages / "borrowed.pth").write_text(f"{next(places.VENV.glob('lib/python*/site-packages'))}\n")
        subprocess.run([PYTHON, "-c", STAMP], cwd=self.root, env=os.environ | {"PYTHONPATH": "src/python"}, check=True)
        (self.root / "target").mkdir()
        for made in (places.LIBRARY, places.PAGE):
            (self.root / "target" / made.name).symlink_to(made)
        return self

    def start(self, *arguments, env=None, cwd=None) -> subprocess.Popen:
        """Starts ./workbook from another folder."""
        command = [PYTHON, str(self.root / "workbook"), *map(str, arguments)]
        pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        env = {"JDK_JAVA_OPTIONS": QUICKLY} | (env or plain_environment())
        return subprocess.Popen(command, cwd=cwd or self.root.parent, env=env, text=True, preexec_fn=_as_in_a_terminal, **pipes)

    def run(self, *arguments, env=None) -> tuple[int, str]:
        """Runs ./workbook to its end: its exit code and what it said."""
        workbook = self.start(*arguments, env=env)
        said, _ = workbook.communicate(timeout=PATIENCE)
        assert "Traceback" not in said, said
        return workbook.returncode, said

    def set_up(self, env=None, asked="") -> subprocess.Popen:
        """Starts the set-up alone, as every command does first, with what is asked of it."""
        env = (env or plain_environment()) | {"PYTHONPATH": str(self.root / "src" / "python")}
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        return subprocess.Popen([PYTHON, "-c", READY.format(asked)], cwd=self.root, env=env, text=True, **pipes)


def _as_in_a_terminal():
    """Under nohup all that is started ignores SIGHUP, which some tests send."""
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_DFL)


@pytest.fixture(autouse=True)
def what_others_have_started_goes_on(monkeypatch):
    """A command ends all that its process has started. Called in a test's, it would take along the browser that all tests share."""
    for command in (attack, bake, report):
        monkeypatch.setattr(command, "stop_kernels", lambda: None)


def plain_environment() -> dict[str, str]:
    """The environment without what ./workbook test has added to it."""
    added = ("PYTHONPATH", "PYTHONNOUSERSITE", "VIRTUAL_ENV", "JDK_JAVA_OPTIONS")
    return {name: value for name, value in os.environ.items() if name not in added}


def interrupted(workbook: subprocess.Popen, number: int = signal.SIGINT) -> tuple[int, str, list[psutil.Process]]:
    """Interrupts a command: its exit code, what it said, and which of its processes live on."""
    family = psutil.Process(workbook.pid).children(recursive=True)
    workbook.send_signal(number)
    said, _ = workbook.communicate(timeout=PATIENCE)
    return workbook.returncode, said, psutil.wait_procs(family, timeout=PATIENCE)[1]


def eventually(condition):
    """Waits until a condition holds, and gives what it gave."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if result := condition():
                return result
        except psutil.NoSuchProcess:
            pass  # it ended while it was looked at
        time.sleep(0.05)
    raise AssertionError(f"not within {PATIENCE} s")


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


def _without(clone: Clone, name: str, unwanted) -> Path:
    """The page of a clone's bend without some of its figures."""
    executed = nbformat.read(clone.root / "target" / "notebooks" / "00-bend.ipynb", as_version=4)
    for cell in executed.cells:
        if cell.cell_type == "code":
            cell.outputs = [output for output in cell.outputs if not unwanted(output.get("data", {}).get(FIGURE))]
    path = clone.root / f"{name}.html"
    path.write_text(page("00-bend", executed), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def words(ready_clone):
    """The bend's page without figures, for what does not need them: a browser takes seconds to draw."""
    return _without(ready_clone, "words", bool)


@pytest.fixture(scope="session")
def flat(ready_clone):
    """The bend's page without its surface, which takes as long again without a graphics card."""
    return _without(ready_clone, "flat", lambda figure: figure and any(trace["type"] == "surface" for trace in figure["data"]))


@pytest.fixture(scope="session")
def reports(tmp_path_factory, request):
    """The project's own notebooks, or a few of them, run once for all tests as a reader runs them, with little memory for each kernel, on a Turkish machine.

    Its language has two letters i and a comma for the point, and must not change what the notebooks show.
    """
    base = tmp_path_factory.getbasetemp()
    with open((base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "reported", "a+", encoding="utf-8") as once:
        hold(once, shared=False)
        once.seek(0)
        if not (told := once.read()):
            asked = FEW if request.config.option.markexpr == "not long" else ()
            env = plain_environment() | {"JDK_JAVA_OPTIONS": "-Xmx256m -Duser.language=tr -Duser.country=TR"}
            run = subprocess.run([PYTHON, ROOT / "workbook", "report", *asked], env=env, cwd=ROOT, capture_output=True, text=True)
            told = f"{run.returncode}\n{run.stdout}{run.stderr}"
            once.write(told)
    assert told.startswith("0\n"), told
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
        chromium = playwright.chromium.launch(executable_path=path, args=options, timeout=1000 * PATIENCE)
        impatient = chromium.new_context

        def patient(**more):
            context = impatient(**more)
            context.set_default_timeout(1000 * PATIENCE)
            return context

        chromium.new_context = patient
        yield chromium
        chromium.close()
