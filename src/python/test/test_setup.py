"""Set-up: what is missing is said in one sentence, what was cut off is made again, what fits is left alone."""

import ast
import errno
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import PATIENCE, PYTHON, ROOT, eventually, interrupted, plain_environment
from reluctant import failures, machine, places, setup

JAR = 'mkdir -p target/lib && echo jar > target/lib/reluctant.jar'


def script(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\n{text}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def jdk(folder, version="21.0.1", compiler=True, modules="java.base jdk.jshell"):
    """A folder that looks like a JDK."""
    script(folder / "bin" / "java", "exit 1")
    if compiler:
        script(folder / "bin" / "javac", "exit 1")
    (folder / "release").write_text(f'JAVA_VERSION="{version}"\nMODULES="{modules}"\n')
    return folder


def maven(folder, build, version="3.9.9"):
    """A Maven that says its version, and builds as told."""
    script(folder / "mvn", f'[ "$1" = -v ] && echo "Apache Maven {version}" && exit 0\necho built >> "{folder}/builds"\n{build}')
    return folder


def maven_of_both(folder):
    """A Maven that builds Spark's part too when it is told to, and the file of what it was told."""
    told = folder / "told"
    maven(folder, f"""{JAR}; echo "$@" >> "{told}"
case "$*" in *-Pspark*) mkdir -p target/spark && echo jar > target/spark/spark.jar;; esac""")
    return told


@pytest.fixture
def tools(tmp_path):
    """The PATH: a folder with nothing in it."""
    folder = tmp_path / "tools"
    folder.mkdir()
    return folder


def environment(tools, java=None, **more):
    env = plain_environment() | {"PATH": str(tools)} | more
    env.pop("JAVA_HOME", None)
    return env | ({"JAVA_HOME": str(java)} if java else {})


@pytest.fixture
def bare(clone):
    """A clone with notebooks and a .venv, but no library. Nothing is installed: its requirements are none."""
    import samples

    samples.write(clone.notebooks, sum=samples.plain())
    clone.borrow()
    for made in ("lib", "page"):
        (clone.root / "target" / made).unlink()
    return clone


def test_without_java(clone, tools):
    import samples

    samples.write(clone.notebooks, sum=samples.plain())
    code, said = clone.run("report", env=environment(tools))
    assert code == 1 and said.startswith("workbook: a JDK of version 17 or newer is needed, and there is none here")
    assert len(said.splitlines()) == 1


def test_old_java_and_runtimes_are_named(clone, tools, tmp_path):
    code, said = clone.run("test", env=environment(tools, jdk(tmp_path / "old", "11.0.2")))
    assert code == 1 and "Java 11.0.2 in" in said and "is too old" in said
    code, said = clone.run("test", env=environment(tools, jdk(tmp_path / "legacy", "1.8.0_402")))
    assert code == 1 and "Java 1.8.0_402 in" in said and "is too old" in said
    code, said = clone.run("test", env=environment(tools, jdk(tmp_path / "runtime", compiler=False)))
    assert code == 1 and "has no compiler" in said
    code, said = clone.run("test", env=environment(tools, tmp_path / "nowhere"))
    assert code == 1 and "nowhere) holds no Java" in said
    code, said = clone.run("test", env=environment(tools, jdk(tmp_path / "small", modules="java.base java.compiler")))
    assert code == 1 and "has no module jdk.jshell, which runs the cells" in said


def test_java_home_comes_before_the_path(tmp_path, monkeypatch):
    first, second = jdk(tmp_path / "first", "21.0.1"), jdk(tmp_path / "second", "25")
    monkeypatch.setenv("JAVA_HOME", str(first))
    monkeypatch.setenv("PATH", str(second / "bin"))
    assert (machine.find_jdk().home, machine.find_jdk().feature) == (first, 21)
    monkeypatch.setenv("JAVA_HOME", str(jdk(tmp_path / "old", "11.0.2")))
    assert (machine.find_jdk().home, machine.find_jdk().feature) == (second, 25)


def test_maven_is_missing_or_old(bare, tools, tmp_path):
    env = environment(tools, jdk(tmp_path / "jdk"))
    code, said = bare.run("lab", "--version", env=env)
    assert code == 1 and "Maven 3.8 or newer is needed and is not on the PATH" in said
    maven(tools, JAR, version="3.6.3")
    code, said = bare.run("lab", "--version", env=env)
    assert code == 1 and "is 3.6: install a newer one" in said


@pytest.mark.parametrize(
    "printed, told",
    [
        ("[ERROR] Failed to execute goal: Could not transfer artifact org.ejml:x from/to central: Unknown host", "the network was needed"),
        ("[ERROR] COMPILATION ERROR :\n[ERROR] /a/src/Dense.java:[3,5] ';' expected", "Dense.java:[3,5] ';' expected"),
        ("[ERROR] java.io.IOException: No space left on device", "the disk became full"),
        ("KILLED", "building the library was ended from outside (SIGKILL), as when memory runs out"),
        ("SILENT", "building the library failed, with\nexit code 1 and not a word"),
        ("[ERROR] \x1b[31m" + "x" * 1_000_000, "[ERROR] \\x1b[31m" + "x" * 400),
        ("[ERROR] something else", "building the library failed, with\n[ERROR] something else"),
    ],
)
def test_a_failed_build_is_told_by_its_cause(bare, tools, tmp_path, printed, told):
    printing = {"KILLED": "kill -9 $$", "SILENT": "exit 1"}.get(printed, f"cat <<'END'\n{printed}\nEND\nexit 1")
    maven(tools, printing)
    code, said = bare.run("report", env=environment(tools, jdk(tmp_path / "jdk")))
    assert code == 1 and told in said and len(said) < 10_000 and "\x1b" not in said


def test_a_build_that_was_cut_off_is_made_again(bare, tools, tmp_path):
    env = environment(tools, jdk(tmp_path / "jdk"))
    maven(tools, "mkdir -p target/lib && echo half > target/lib/half.jar && sleep 60")
    workbook = bare.start("report", env=env)
    eventually((bare.root / "target" / "lib" / "half.jar").exists)
    code, said, left = interrupted(workbook)
    assert (code, left) == (failures.INTERRUPTED, []) and "Traceback" not in said
    maven(tools, JAR)
    bare.run("lab", "--version", env=env)
    assert not (bare.root / "target" / "lib" / "half.jar").exists()
    assert (bare.root / "target" / "lib" / "workbook.stamp").exists()


def test_a_build_is_made_once_until_something_changes(bare, tools, tmp_path):
    env = environment(tools, jdk(tmp_path / "jdk"))
    maven(tools, JAR)
    builds = tools / "builds"
    for count, change in enumerate(
        [
            lambda: None,
            lambda: (bare.root / "pom.xml").write_text("<project/>"),
            lambda: (bare.root / "src/library/java/New.java").write_text("class New {}"),
            lambda: (bare.root / "target/lib/reluctant.jar").unlink(),
            lambda: (bare.root / "target/lib/reluctant.jar").write_text("another size"),
            lambda: jdk(tmp_path / "jdk", "22.0.1"),
        ],
        start=1,
    ):
        change()
        for _ in range(2):
            said, _ = bare.set_up(env).communicate()
            assert "Traceback" not in said, said
        assert len(builds.read_text().splitlines()) == count


@pytest.mark.long
def test_spark_is_built_for_those_who_ask(bare, tools, tmp_path):
    env = environment(tools, jdk(tmp_path / "jdk"))
    target, told = bare.root / "target", maven_of_both(tools)
    for arguments, builds in ([], 1), (["--spark"], 2), (["--spark"], 2), ([], 2):
        bare.run("lab", *arguments, "--version", env=env)
        assert len(told.read_text().splitlines()) == builds
        assert (target / "spark/spark.jar").exists() == (builds == 2)
    (bare.root / "src/spark/java").mkdir(parents=True)
    (bare.root / "src/spark/java/New.java").write_text("class New {}")
    bare.run("lab", "--version", env=env)
    assert len(told.read_text().splitlines()) == 2
    bare.run("lab", "--spark", "--version", env=env)
    assert len(told.read_text().splitlines()) == 3


def test_all_tests_build_sparks_part_too(bare, tools, tmp_path):
    env = environment(tools, jdk(tmp_path / "jdk"))
    told = maven_of_both(tools)
    for tests, line in ("short", "-B -Ppage verify"), ("all", "-B -Ppage -Pspark -DexcludedGroups= verify"):
        said, _ = bare.set_up(env, f"tests={tests!r}").communicate()
        assert "Traceback" not in said, said
        assert told.read_text().splitlines()[-1] == line
        assert (bare.root / "target/spark/workbook.stamp").exists() == (tests == "all")


def test_kernels_get_spark_only_when_asked(monkeypatch):
    monkeypatch.setenv("JDK_JAVA_OPTIONS", "-Xmx2g")
    monkeypatch.delenv("JJAVA_CLASSPATH", raising=False)
    plain = machine.Jdk(ROOT, "17.0.1", vectors=False)
    assert setup.environment(plain)["JDK_JAVA_OPTIONS"] == "-Xmx2g"
    assert "JJAVA_CLASSPATH" not in setup.environment(plain)
    given = setup.environment(plain, spark=True)
    assert given["JDK_JAVA_OPTIONS"] == f'-Xmx2g "@{ROOT / "src/spark/jvm.options"}"'
    assert given["JJAVA_CLASSPATH"] == str(places.SPARK / "*.jar")


def test_two_commands_at_once_build_once(bare, tools, tmp_path):
    maven(tools, f"sleep 1; {JAR}")
    env = environment(tools, jdk(tmp_path / "jdk"))
    both = [bare.set_up(env) for _ in range(2)]
    said = [each.communicate(timeout=PATIENCE)[0] for each in both]
    assert (tools / "builds").read_text().splitlines() == ["built"]
    assert sum("waiting for another ./workbook" in each for each in said) == 1


def test_a_venv_that_was_cut_off_is_made_again(clone, tools, tmp_path):
    import samples

    samples.write(clone.notebooks, sum=samples.plain())
    (clone.root / "requirements.txt").write_text("")
    (clone.root / ".venv" / "lib").mkdir(parents=True)
    (clone.root / ".venv" / "lib" / "half").touch()
    code, said = clone.run("report", env=environment(tools, jdk(tmp_path / "jdk")))
    assert code == 1 and "Maven 3.8" in said
    assert not (clone.root / ".venv" / "lib" / "half").exists()
    assert (clone.root / ".venv" / "workbook.stamp").exists()


def test_python_without_venv_or_ssl(clone, tools, tmp_path):
    import samples

    samples.write(clone.notebooks, sum=samples.plain())
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text("import sys\nsys.modules['ensurepip'] = None\n")
    env = environment(tools, jdk(tmp_path / "jdk"), PYTHONPATH=str(tmp_path / "site"))
    code, said = clone.run("report", env=env)
    assert code == 1 and "this Python has no venv: install it" in said and not (clone.root / ".venv").exists()
    (tmp_path / "site" / "sitecustomize.py").write_text("import sys\nsys.modules['_ssl'] = None\n")
    code, said = clone.run("report", env=env)
    assert code == 1 and "this Python has no ssl, without which nothing can be fetched" in said and not (clone.root / ".venv").exists()


def test_no_network_for_the_python_part(clone, tools, tmp_path):
    import samples

    samples.write(clone.notebooks, sum=samples.plain())
    (clone.root / "requirements.txt").write_text(f"jjava==1.0a8 --hash=sha256:{'0' * 64}\n")
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_RETRIES": "0", "PIP_CONFIG_FILE": os.devnull, "PIP_NO_CACHE_DIR": "1"}
    env = environment(tools, jdk(tmp_path / "jdk"), **nowhere)
    for name in ("PIP_FIND_LINKS", "PIP_EXTRA_INDEX_URL"):
        env.pop(name, None)
    code, said = clone.run("report", env=env)
    assert code == 1 and "the network was needed for installing requirements.txt" in said
    assert not (clone.root / ".venv" / "workbook.stamp").exists()


def test_an_old_python_is_told_so():
    source = (ROOT / "workbook").read_text()
    ast.parse(source, feature_version=(3, 5))
    old = f"import sys; sys.version_info = (3, 9, 2); exec(compile({source!r}, 'workbook', 'exec'))"
    run = subprocess.run([PYTHON, "-c", old], capture_output=True, text=True)
    assert run.returncode == 1 and run.stderr.startswith("workbook: Python 3.10 or newer is needed. Received: Python 3.9.")


def test_a_full_disk_leaves_the_old_file(tmp_path, monkeypatch, capsys):
    path = tmp_path / "page.html"
    places.write_whole(path, b"old")

    def full(_):
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    monkeypatch.setattr(os, "fsync", full)
    handlers = signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)
    code = failures.guarded(lambda: places.write_whole(path, b"new"))
    signal.signal(signal.SIGINT, handlers[0])
    signal.signal(signal.SIGTERM, handlers[1])
    assert code == 1 and capsys.readouterr().err.startswith("workbook: the disk is full")
    assert [each.name for each in tmp_path.iterdir()] == ["page.html"] and path.read_bytes() == b"old"


def test_what_cannot_be_read_is_told_from_what_cannot_be_written(tmp_path, monkeypatch):
    (tmp_path / "00-sum.ipynb").touch()
    closed = OSError(errno.EACCES, "Permission denied", str(tmp_path / "00-sum.ipynb"))
    assert failures.sentence(closed).startswith("this folder can't be written (")
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # which root never sees
    assert failures.sentence(closed).startswith("this can't be read (")
    assert failures.sentence(OSError(errno.EACCES, "Permission denied", str(tmp_path / "new"))).startswith("this folder can't be written (")


def test_a_message_shows_what_a_terminal_would_obey_and_is_cut(capsys):
    assert failures.readable("a\x1b[2J\u202eb\udcff\n") == "a\\x1b[2J\\u202eb\\udcff\n"
    assert failures.readable("x" * 5000, 100) == "x" * 100 + " .. (4,900 more characters)"
    assert failures._say("\x07" * 1_000_000) == 1
    assert len(capsys.readouterr().err) < 200_000


def test_a_folder_that_cannot_be_made(clone, tools, tmp_path):
    import samples

    samples.write(clone.notebooks, sum=samples.plain())
    (clone.root / "target").touch()
    code, said = clone.run("report", env=environment(tools, jdk(tmp_path / "jdk")))
    assert code == 1 and said.startswith("workbook: File exists") and len(said.splitlines()) == 1


def test_nothing_is_set_up_twice(ready_clone):
    said, _ = ready_clone.set_up().communicate()
    assert said == ""


def test_this_test_runs_in_the_pinned_environment():
    assert Path(sys.prefix) == places.VENV
