"""How kernels are started: with vectors, quietly, under their own names; and what becomes of one that is lost."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import KernelManager

import samples
from conftest import PATIENCE, eventually
from reluctant import bake, kernel, kernelspecs, places, running, watching
from reluctant.failures import Refusal
from reluctant.machine import VECTORS
from reluctant.notebooks import Notebook, all_notebooks

SILENT = "new java.util.concurrent.CountDownLatch(1).await()"  # as a kernel of which an exception is lost
COMPUTING = "long end = System.nanoTime() + 6_000_000_000L;\nwhile (System.nanoTime() < end) ;"
TALKING = "for (int i = 0; i < 12; i++) { System.out.println(i); Thread.sleep(500); }"
IJAVA = kernelspecs.find_ijava(places.VENV)
QUICK = ["03-one-relu"]


def java_children():
    return [each for each in psutil.Process().children(recursive=True) if "java" in each.name()]


def test_a_kernel_that_neither_computes_nor_says_anything_is_lost(tmp_path, monkeypatch):
    monkeypatch.setattr(watching, "PATIENCE", 3)
    before = java_children()
    samples.write(tmp_path, lost=samples.notebook(*map(samples.code, (COMPUTING, TALKING, SILENT, "1 + 1"))))
    with pytest.raises(Refusal) as refusal:
        running.run(Notebook(tmp_path / "00-lost.ipynb"))
    assert str(refusal.value).startswith(f"00-lost hangs in cell 2, `{SILENT}`: the kernel was lost, it neither computed nor said anything for 3 s.")
    eventually(lambda: set(java_children()) <= set(before))


@pytest.mark.long
def test_a_report_goes_on_without_a_lost_kernel(clone):
    clone.borrow()
    samples.write(clone.notebooks, lost=samples.plain(SILENT), sum=samples.plain())
    code, said = clone.run("report")
    assert code == 1 and f"00-lost hangs in cell 1, `{SILENT}`: the kernel was lost" in said and "Traceback" not in said
    assert (clone.reports / "01-sum.html").exists() and not (clone.reports / "00-lost.html").exists()


def test_any_jupyter_starts_a_kernel_with_vectors(monkeypatch):
    for name in ("JDK_JAVA_OPTIONS", "JJAVA_JVM_OPTS", "TMPDIR"):
        monkeypatch.delenv(name, raising=False)
    for jar in ("jjava.jar", "ijava-1.3.0.jar"):
        assert f"--add-modules={VECTORS}" in kernel.java(jar, "file")
    monkeypatch.setenv("JJAVA_JVM_OPTS", "-Xmx1g  -Xss1m")
    monkeypatch.setenv("TMPDIR", "/some where")
    assert kernel.java("jjava.jar", "file")[-6:] == ["-Djava.io.tmpdir=/some where", "-Xmx1g", "-Xss1m", "-jar", "jjava.jar", "file"]
    spec = json.loads(kernelspecs.files(places.VENV)[places.VENV / kernelspecs.KERNELS / "java" / "kernel.json"])
    assert spec["interrupt_mode"] == "message" and spec["argv"][-2:] == [str(places.VENV / kernelspecs.KERNELS / "java" / "jjava.jar"), "{connection_file}"]


@pytest.mark.parametrize("name", kernel.TOLD_IN)
def test_who_names_a_collector_gets_that_one(monkeypatch, name):
    for each in kernel.TOLD_IN:
        monkeypatch.delenv(each, raising=False)
    assert kernel.COLLECTOR in kernel.java("jjava.jar", "file")
    monkeypatch.setenv(name, "-Xmx1g -XX:+UseG1GC")
    assert kernel.COLLECTOR not in kernel.java("jjava.jar", "file")


SAID = [
    b"NOTE: Picked up JDK_JAVA_OPTIONS: --add-modules=jdk.incubator.vector\n",
    b"WARNING: Using incubator modules: jdk.incubator.vector\n",
    b"[I 2026-01-01 10:00:00.123 Loop-Shell-0] Loop started.\n",
    b"Nov 29, 2026 12:07:27 AM io.github.spencerpark.jupyter.channels.Loop run\n",
    b"INFO: Running loop shutdown callback.\n",
    b"Exception in thread \"main\" java.lang.OutOfMemoryError: Java heap space\n",
    b"WARNING: \xff\n",
]


@pytest.mark.parametrize("verbose", [False, True])
def test_of_what_a_kernel_says_only_harmless_lines_are_held_back(tmp_path, verbose):
    (tmp_path / "said").write_bytes(b"".join(SAID))
    passing = "import os, sys; from reluctant import kernel; kernel.pass_on(os.open(sys.argv[1], os.O_RDONLY))"
    env = os.environ | {"PYTHONPATH": str(places.SOURCES)} | ({kernelspecs.VERBOSE: "1"} if verbose else {})
    run = subprocess.run([sys.executable, "-c", passing, tmp_path / "said"], env=env, capture_output=True, check=True)
    assert run.stderr.splitlines(True) == (SAID if verbose else SAID[5:])


def installed(folder, argv, *jars):
    folder.mkdir(parents=True)
    (folder / "kernel.json").write_text(json.dumps({"argv": argv, "env": {"IJAVA_TIMEOUT": "-1"}}))
    for jar in jars:
        (folder / jar).touch()
    return folder


def test_ijava_is_found_wherever_its_makers_have_put_it(tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    monkeypatch.setattr(kernelspecs, "_folders", lambda prefix, there=kernelspecs._folders: (each for each in there(prefix) if tmp_path in each.parents))
    for name in ("CONDA_PREFIX", "JUPYTER_PATH", "JUPYTER_DATA_DIR", "XDG_DATA_HOME", "APPDATA"):
        monkeypatch.delenv(name, raising=False)
    prefix = tmp_path / "venv"
    jjava = installed(prefix / kernelspecs.KERNELS / "java", ["java", "-jar", "{resource_dir}/jjava.jar"], "jjava.jar")
    installed(tmp_path / "home/.local/share/jupyter/kernels/odd", "no list")
    (tmp_path / "home/.local/share/jupyter/kernels/odd/kernel.json").write_text("[1")
    assert kernelspecs.find_ijava(prefix) is None and list(kernelspecs.files(prefix)) == [jjava / "kernel.json"]
    user = installed(tmp_path / "home/.local/share/jupyter/kernels/java", ["java", "-jar", "{resource_dir}/ijava-1.3.0.jar"], "ijava-1.3.0.jar")
    assert kernelspecs.find_ijava(prefix) == kernelspecs.Kernel(user / "ijava-1.3.0.jar", {"IJAVA_TIMEOUT": "-1"})
    specs = {path.parent.name: json.loads(text) for path, text in kernelspecs.files(prefix).items() if prefix / kernelspecs.KERNELS in path.parents}
    assert {name: spec["display_name"] for name, spec in specs.items()} == {"java": "Java", "ijava": "Java (IJava)"}
    assert specs["ijava"]["argv"][-2:] == [str(user / "ijava-1.3.0.jar"), "{connection_file}"] and specs["ijava"]["env"] == {"IJAVA_TIMEOUT": "-1"}
    assert json.loads(kernelspecs.files(prefix)[prefix / kernelspecs.INSTEAD / "kernels/java/kernel.json"]) == specs["ijava"]
    conda = installed(tmp_path / "conda/share/jupyter/kernels/java", ["python", "-m", "reluctant.kernel", "jjava.jar"], "jjava.jar", "ijava-1.3.0.jar")
    monkeypatch.setenv("CONDA_PREFIX", str(tmp_path / "conda"))
    assert kernelspecs.find_ijava(tmp_path / "conda").jar == conda / "ijava-1.3.0.jar"  # beside JJava, which was installed over it


@pytest.mark.skipif(os.name == "nt", reason="Windows tells nobody who has started a program")
def test_a_kernel_ends_with_a_driver_that_is_killed():
    driving = "import sys, time; from jupyter_client import KernelManager; KernelManager(kernel_name='java').start_kernel(); time.sleep(1000)"
    driver = subprocess.Popen([sys.executable, "-c", driving])
    try:
        family = eventually(lambda: (lambda found: found if any("java" in each.name() for each in found) else [])(psutil.Process(driver.pid).children(recursive=True)))
    finally:
        driver.send_signal(signal.SIGKILL)
        driver.wait()
    assert psutil.wait_procs(family, timeout=PATIENCE)[1] == []


@pytest.mark.long
def test_a_kernel_that_was_started_otherwise_says_what_it_lacks(monkeypatch):
    monkeypatch.delenv("JDK_JAVA_OPTIONS", raising=False)
    jar = places.VENV / kernelspecs.KERNELS / "java" / "jjava.jar"
    manager = KernelManager(kernel_name="java")
    argv = ["java", "--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED", "-jar", str(jar), "{connection_file}"]
    manager._kernel_spec = KernelSpec(argv=argv, language="java", interrupt_mode="message")
    manager.start_kernel(cwd=str(places.NOTEBOOKS))
    client = manager.client()
    client.start_channels()
    shown = []
    try:
        client.wait_for_ready(timeout=PATIENCE)
        for _ in range(2):
            client.execute_interactive(samples.START.replace("../../../", "../"), output_hook=shown.append, timeout=PATIENCE)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    (told,) = (each["content"]["text"] for each in shown if each["msg_type"] == "stream")
    assert told.startswith(f"This kernel was started without the option --add-modules={VECTORS}, so sweeps take up to four times as long")


@pytest.mark.skipif(not IJAVA, reason="IJava is not on this machine: CONTRIBUTING says how to get it")
@pytest.mark.parametrize(
    "notebook",
    [pytest.param(each, id=each.name, marks=[] if each.name in QUICK else pytest.mark.long) for each in all_notebooks()],
)
def test_ijava_gives_the_outputs_that_jjava_gave(notebook):
    executed = running.run(notebook, kernel="ijava")
    assert bake.misfits(notebook.name, bake.read(notebook), executed) == []
