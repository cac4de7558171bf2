"""kill -9, a full disk and two commands at once: what was finished stays whole, and the next call works."""

import json
import os
import re
import shutil
import signal
import subprocess
import urllib.request
from contextlib import suppress
from pathlib import Path

import nbformat
import psutil
import pytest

import samples
from conftest import PATIENCE, PYTHON, ROOT, Clone, eventually, plain_environment
from test_setup import JAR, bare, environment, jdk, maven, tools  # noqa: F401

# Runs in every Python of the clone: ends the process by force in the middle of the write whose number is asked for.
DEADLY = """\
import os, signal
left = int(os.environ.get("KILLED_AT_WRITE", 0))
fsync = os.fsync
def killing(file):
    global left
    left -= 1
    if left == 0:
        os.ftruncate(file, 10)
        os.kill(os.getpid(), signal.SIGKILL)
    fsync(file)
os.fsync = killing
"""
SMALL_DISK = ["unshare", "--mount", "--map-root-user"]


@pytest.fixture(scope="module")
def mortal(tmp_path_factory):
    """A clone with two small notebooks and their pages, whose commands can be killed while they write."""
    clone = Clone(tmp_path_factory.mktemp("mortal") / "clone").borrow()
    samples.write(clone.notebooks, sum=samples.plain(), waiting=samples.waiting())
    (clone.root / "src" / "python" / "sitecustomize.py").write_text(DEADLY)
    clone.reports.mkdir()
    for name in ("00-sum.html", "01-waiting.html", "index.html"):
        (clone.reports / name).write_text("<html>old</html>")
    (clone.reports / "claims.json").write_text("[]")
    return clone


def killed(workbook: subprocess.Popen) -> None:
    """Ends a command and all that it started by force, as a power cut does."""
    family = [psutil.Process(workbook.pid), *psutil.Process(workbook.pid).children(recursive=True)]
    for process in family:
        with suppress(psutil.NoSuchProcess):  # ended by another one's end
            process.kill()
    psutil.wait_procs(family, timeout=PATIENCE)
    workbook.communicate(timeout=PATIENCE)


def with_kernel(workbook: subprocess.Popen) -> list[psutil.Process]:
    """All that a command has started, once its kernel runs."""
    family = psutil.Process(workbook.pid).children(recursive=True)
    return family if any("java" in each.name() for each in family) else []


def left(clone):
    """The processes that were started for a clone and live on."""
    return [each for each in psutil.process_iter(["cwd", "cmdline"]) if str(clone.root) in f"{each.info['cwd']} {each.info['cmdline']}"]


def assert_nothing_left(clone):
    eventually(lambda: not left(clone))


def assert_whole(clone):
    for page in clone.reports.glob("[0-9i]*.html"):
        assert page.read_text(encoding="utf-8").rstrip().endswith("</html>")
    json.loads((clone.reports / "claims.json").read_text(encoding="utf-8"))
    for notebook in [*clone.notebooks.glob("[0-9]*.ipynb"), *(clone.root / "target" / "notebooks").glob("[0-9]*.ipynb")]:
        nbformat.validate(nbformat.read(notebook, as_version=4))


def contents(clone):
    files = [path for folder in (clone.notebooks, clone.reports) for path in folder.iterdir()]
    return {path: path.read_bytes() for path in files if path.name[0] != "."}


@pytest.mark.parametrize("write", [2, pytest.param(4, marks=pytest.mark.long)])  # the page, and the index
def test_a_report_killed_while_it_writes(mortal, write):
    before = contents(mortal)
    code, _ = mortal.run("report", "00", env=plain_environment() | {"KILLED_AT_WRITE": str(write)})
    assert_nothing_left(mortal)
    changed = {path.name for path, content in contents(mortal).items() if before[path] != content}
    assert code != 0 and changed == (set() if write == 2 else {"00-sum.html", "claims.json"})
    assert_whole(mortal)


def test_a_report_killed_while_a_notebook_runs(mortal):
    before = contents(mortal)
    workbook = mortal.start("report", "01")
    eventually(lambda: with_kernel(workbook))
    killed(workbook)
    assert contents(mortal) == before
    assert_whole(mortal)


@pytest.fixture
def temporary(mortal, tmp_path):
    """An environment with a folder for temporary files, which the next report must leave empty: it sweeps up what killed ones left."""
    nobody = 999_999_999
    for folder in (mortal.notebooks, mortal.reports):
        (folder / f".index.html.{nobody}.part").touch()
        (folder / f".run.json.{nobody}-7.part").touch()  # the library's
    (tmp_path / f"reluctant-{nobody}-x" / "deep").mkdir(parents=True)
    yield plain_environment() | {"TMPDIR": str(tmp_path)}
    assert_nothing_left(mortal)
    assert mortal.run("report", "00", env=plain_environment() | {"TMPDIR": str(tmp_path)})[0] == 0
    assert list(tmp_path.rglob("*")) == []
    unfinished = [path for folder in (mortal.notebooks, mortal.root / "target") for path in folder.rglob(".*.part")]
    assert unfinished == []


@pytest.mark.long
def test_commands_killed_alone_take_their_kernels_along(mortal, temporary):
    before = contents(mortal)
    commands, started = [], []
    for name in ("report", "bake"):  # one after the other: the first may have to set up
        commands.append(mortal.start(name, "01", env=temporary))
        started += eventually(lambda: with_kernel(commands[-1]))
    for each in commands:
        each.kill()
    assert psutil.wait_procs(started, timeout=PATIENCE)[1] == []
    for each in commands:
        each.communicate(timeout=PATIENCE)
    assert contents(mortal) == before


@pytest.mark.long
@pytest.mark.parametrize("command", ["report", "bake"])
def test_what_runs_inside_a_command_takes_its_kernels_along_when_it_is_killed(mortal, temporary, command):
    workbook = mortal.start(command, "01", env=temporary)
    started = eventually(lambda: with_kernel(workbook))
    (inside,) = (each for each in started if f"reluctant.{command}" in each.cmdline())
    kernels = [each.pid for each in started if "java" in each.name()]
    assert not [path for path in Path("/tmp").glob("hsperfdata_*/*") if path.name in map(str, kernels)]
    inside.kill()
    said, _ = workbook.communicate(timeout=PATIENCE)
    assert psutil.wait_procs(started, timeout=PATIENCE)[1] == []
    assert workbook.returncode == 1 and said.endswith("workbook: the command was ended from outside (SIGKILL): run it again.\n"), said


def with_sleepers_and_guard(starter):
    """All that a program has started, once that is two sleepers, their shell and the guard."""
    family = psutil.Process(starter.pid).children(recursive=True)
    names = [each.name() for each in family]
    return family if names.count("sleep") == 2 and len(names) == 4 else None


def test_a_program_ends_with_all_that_it_started_when_its_starter_is_killed():
    program = "sleep 1000 & sleep 1000"  # as Maven has children, and pytest
    starting = f"from reluctant import children; children.run(['sh', '-c', {program!r}], {{}}, '/')"
    starter = subprocess.Popen([PYTHON, "-c", starting], env=os.environ | {"PYTHONPATH": str(ROOT / "src/python")})
    family = eventually(lambda: with_sleepers_and_guard(starter))
    starter.kill()
    starter.wait()
    assert psutil.wait_procs(family, timeout=PATIENCE)[1] == []


@pytest.mark.skipif(os.name == "nt", reason="only POSIX terminals hang up")
@pytest.mark.parametrize("how", ["SIGHUP", pytest.param("SIGKILL", marks=pytest.mark.long)])
def test_a_closed_terminal_and_a_killed_command_take_jupyterlab_and_its_kernels_along(mortal, how):
    lab = mortal.start("lab", "--no-browser")
    root, token = eventually(lambda: re.search(r"(http://localhost:\d+)/\S*(\?token=\w+)", lab.stdout.readline())).groups()
    urllib.request.urlopen(f"{root}/api/kernels{token}", data=b'{"name": "java"}').close()
    started = eventually(lambda: with_kernel(lab))
    lab.send_signal(getattr(signal, how))
    assert psutil.wait_procs(started, timeout=PATIENCE)[1] == []
    lab.communicate(timeout=PATIENCE)


@pytest.mark.long
def test_a_bake_killed_while_it_writes(mortal):
    before = contents(mortal)
    code, _ = mortal.run("bake", "00", env=plain_environment() | {"KILLED_AT_WRITE": "1"})
    assert_nothing_left(mortal)
    assert code != 0 and contents(mortal) == before
    code, said = mortal.run("bake", "00")
    assert code == 0 and "00-sum.ipynb is baked" in said
    assert_whole(mortal)


@pytest.mark.long
def test_two_commands_at_once(mortal):
    commands = [mortal.start(*each) for each in (("report", "00"), ("report", "00"), ("bake", "00"))]
    said = [each.communicate(timeout=PATIENCE)[0] for each in commands]
    assert [each.returncode for each in commands] == [0, 0, 0], said
    assert_whole(mortal)


def on_a_full_disk(clone, folder, size, *arguments):
    """Runs a command with one of its folders on a file system that holds little."""
    mounting = 'mount -t tmpfs -o size="$1" tmpfs "$0" && cp -a "$2"/. "$0" && shift 2 && exec "$@"'
    kept = clone.root / "kept"
    shutil.rmtree(kept, ignore_errors=True)
    shutil.copytree(folder, kept, ignore=shutil.ignore_patterns("*.html"))
    command = [*SMALL_DISK, "sh", "-c", mounting, folder, size, kept, PYTHON, clone.root / "workbook", *arguments]
    run = subprocess.run([str(each) for each in command], env=plain_environment(), capture_output=True, text=True, timeout=PATIENCE)
    assert "Traceback" not in run.stderr
    return run.returncode, run.stderr


@pytest.mark.long
@pytest.mark.parametrize("command, folder, size", [("report", "target/reports", "16k"), ("bake", "notebooks", "24k")])
def test_a_full_disk_is_told_in_one_sentence(mortal, command, folder, size):
    if not shutil.which("unshare") or subprocess.run([*SMALL_DISK, "true"], capture_output=True).returncode:
        pytest.skip("this machine lets nobody mount a small file system")
    if command == "bake":
        shutil.rmtree(mortal.notebooks)
        samples.write(mortal.notebooks, sum=samples.plain('"x".repeat(40_000)'))
    before = contents(mortal)
    code, said = on_a_full_disk(mortal, mortal.root / folder, size, command, "00")
    assert code == 1 and said.splitlines()[-1].startswith("workbook: the disk is full ("), said
    assert contents(mortal) == before


def test_a_set_up_killed_alone_ends_before_the_next_begins(bare, tools, tmp_path):  # noqa: F811
    env = environment(tools, jdk(tmp_path / "jdk"))
    maven(tools, f"mkdir -p target/lib && echo half > target/lib/half.jar && sleep 2; {JAR}")
    workbook = bare.set_up(env)
    eventually((bare.root / "target" / "lib" / "half.jar").exists)
    workbook.send_signal(signal.SIGKILL)
    workbook.wait(10)
    maven(tools, JAR)
    said, _ = bare.set_up(env).communicate(timeout=PATIENCE)
    assert "Traceback" not in said
    assert sorted(path.name for path in (bare.root / "target" / "lib").iterdir()) == ["reluctant.jar", "workbook.stamp"]


def test_a_set_up_killed_with_all_that_it_started(bare, tools, tmp_path):  # noqa: F811
    env = environment(tools, jdk(tmp_path / "jdk"))
    maven(tools, "mkdir -p target/lib && echo half > target/lib/half.jar && sleep 60")
    workbook = bare.set_up(env)
    eventually((bare.root / "target" / "lib" / "half.jar").exists)
    killed(workbook)
    assert not (bare.root / "target" / "lib" / "workbook.stamp").exists()
    maven(tools, JAR)
    bare.set_up(env).communicate(timeout=PATIENCE)
    assert sorted(path.name for path in (bare.root / "target" / "lib").iterdir()) == ["reluctant.jar", "workbook.stamp"]
