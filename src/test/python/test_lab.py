"""JupyterLab as a reader uses it: open, run all, edit, run from there, interrupt."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager

import pytest

import samples
from conftest import eventually
from reluctant import places
from reluctant.commands import LAB
from reluctant.notebooks import all_notebooks
from test_pages import figures

COMMITTED = [notebook.name for notebook in all_notebooks()]
IDLE = "() => document.getElementById('jp-main-statusbar')?.textContent.includes('| Idle')"
STARTED = "() => /[|] (Idle|Unknown)/.test(document.getElementById('jp-main-statusbar')?.textContent)"  # unknown until the first cell
BUSY = IDLE.replace("Idle", "Busy")
WAITING = "[...document.querySelectorAll('.jp-InputArea-prompt')].some(prompt => prompt.textContent.includes('*'))"
PANEL = ".jp-NotebookPanel:not(.lm-mod-hidden)"


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """A server on copies of all notebooks, which finds the library where the notebooks look for it."""
    root = tmp_path_factory.mktemp("lab")
    (root / "target").mkdir()
    (root / "target" / "lib").symlink_to(places.LIBRARY)
    shutil.copytree(places.NOTEBOOKS, root / "notebooks")
    samples.write(root / "notebooks" / "samples", bend=samples.bend(), sum=samples.plain(), fitting=samples.fitting())
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--no-browser", "--allow-root", f"--port={port}", "--IdentityProvider.token=secret", f"--ServerApp.root_dir={root / 'notebooks'}"]
    env = os.environ | {"JUPYTER_RUNTIME_DIR": str(root / "runtime"), "JUPYTERLAB_WORKSPACES_DIR": str(root / "workspaces")}
    with open(root / "log", "w") as log:
        server = subprocess.Popen([sys.executable, "-m", "jupyterlab", *LAB, *options], env=env, stdout=log, stderr=log)
    eventually(lambda: listens(port), 60)
    yield f"http://127.0.0.1:{port}"
    server.terminate()
    server.wait(30)


def listens(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


class Session:
    """One notebook, open in JupyterLab."""

    def __init__(self, page):
        self.page = page
        self.panel = page.locator(PANEL)

    def menu(self, *items):
        for item in items[:1]:
            self.page.locator(".lm-MenuBar-itemLabel", has_text=item).first.click()
        for item in items[1:]:
            self.page.locator(".lm-Menu-itemLabel", has_text=item).first.click()

    def settled(self, seconds=120):
        """Waits until no cell waits or runs."""
        self.page.wait_for_function(f"() => !{WAITING} && ({IDLE})()", timeout=seconds * 1000)

    def run_all(self):
        self.menu("Run", "Run All Cells")
        self.page.wait_for_function(f"() => {WAITING}")
        self.settled()

    def run(self, number):
        self.cell(number).locator(".jp-InputArea-prompt").click()
        self.page.keyboard.press("Control+Enter")

    def cell(self, number):
        cell = self.panel.locator(".jp-Notebook-cell").nth(number)
        cell.scroll_into_view_if_needed()
        return cell

    def edit(self, number, text):
        self.cell(number).locator(".cm-content").click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)
        self.page.keyboard.press("Escape")

    def errors(self):
        return self.panel.locator("[data-mime-type='application/vnd.jupyter.error'], [data-mime-type='application/vnd.jupyter.stderr']").all_inner_texts()


@contextmanager
def notebook(browser, lab, path):
    """Opens a notebook, and lets nothing reach another host."""
    context = browser.new_context(viewport={"width": 1400, "height": 1000})
    others = []
    context.route("**/*", lambda route: route.continue_() if "127.0.0.1" in route.request.url else (others.append(route.request.url), route.abort()))
    page = context.new_page()
    page.set_default_timeout(30_000)
    page.goto(f"{lab}/lab/tree/{path}?token=secret&reset")
    page.wait_for_selector(f"{PANEL} .jp-Notebook-cell")
    page.wait_for_function(STARTED, timeout=60_000)
    yield Session(page)
    assert others == []
    context.close()


def drawn(session, cells):
    """How many figures are drawn. JupyterLab draws only what is near the window, so each cell is visited."""
    count = 0
    for number in range(cells):
        cell = session.cell(number)
        for plot in cell.locator(".jp-OutputArea-output .js-plotly-plot, .jp-OutputArea-output.jp-RenderedPlotly, .jp-OutputArea-output .plotly").all():
            plot.locator(".main-svg").first.wait_for(timeout=20_000)
        count += cell.locator(".js-plotly-plot").count()
    return count


@pytest.mark.parametrize("name", COMMITTED)
def test_every_notebook_runs_and_draws(browser, lab, reports, name):
    with notebook(browser, lab, f"{name}.ipynb") as session:
        session.run_all()
        assert session.errors() == []
        cells = session.panel.locator(".jp-Notebook-cell").count()
        assert drawn(session, cells) == figures(places.EXECUTED / f"{name}.ipynb")


def test_the_sample_runs_and_an_edit_changes_what_follows(browser, lab):
    with notebook(browser, lab, "samples/00-bend.ipynb") as session:
        session.run_all()
        assert drawn(session, 12) == 2 and session.errors() == []
        assert session.cell(11).locator(".jp-OutputArea-executeResult").inner_text().split()[-1] == "40"
        session.edit(3, 'int points = 7;\nString note = "other";')
        session.menu("Run", "Run Selected Cell and All Below")
        session.settled()
        assert session.cell(11).locator(".jp-OutputArea-executeResult").inner_text().split()[-1] == "14"
        assert "7 points, other" in session.cell(10).inner_text()
        assert "|x| in 15 points" in session.cell(5).locator(".gtitle").text_content()


def test_an_interrupted_fit_leaves_the_kernel_idle_and_usable(browser, lab):
    with notebook(browser, lab, "samples/02-fitting.ipynb") as session:
        for number in (1, 2):
            session.run(number)
            session.settled()
        assert session.errors() == []
        interrupted_within(session, long=3, seconds=1)
        session.run(4)
        session.settled(20)
        assert session.cell(4).locator(".jp-OutputArea-executeResult").inner_text().split()[-1] == "4"


def interrupted_within(session, long, seconds):
    """Runs a cell that takes minutes, interrupts it by keyboard, and waits for the kernel to be idle."""
    session.run(long)
    session.page.wait_for_function(BUSY)
    session.page.wait_for_timeout(1000)
    began = time.monotonic()
    session.page.keyboard.press("i")
    session.page.keyboard.press("i")
    session.page.wait_for_function(IDLE, timeout=seconds * 1000)
    assert time.monotonic() - began < seconds


def test_only_java_is_offered(lab):
    with urllib.request.urlopen(f"{lab}/api/kernelspecs?token=secret") as said:
        assert list(json.load(said)["kernelspecs"]) == ["java"]
