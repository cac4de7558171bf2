"""JupyterLab and Notebook 7 as a reader uses them: open, run all, edit, run from there, interrupt, export."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager

import nbformat
import psutil
import pytest
from playwright.sync_api import TimeoutError as TooLate

import samples
from conftest import PATIENCE, eventually, some_chapters
from contrast import LEAST, LIGHT
from editing import edited, small
from reluctant import places
from reluctant.commands import LAB, QUIET
from reluctant.kernelspecs import INSTEAD, find_ijava
from reluctant.notebooks import Notebook, all_notebooks
from reluctant.page import page
from test_pages import check, figures

LONG = pytest.mark.long
RUN = ["00-start-here", "03-one-relu", "06-euclidean-pyramid", "10-ten-thousand-seeds"]  # a live curve, frames, surfaces, sweeps
FRONT_ENDS = {"lab": "lab/tree", "notebook": "notebooks"}
BOTH = ["lab", pytest.param("notebook", marks=LONG)]
INDICATOR = "document.querySelector('.jp-NotebookPanel:not(.lm-mod-hidden) .jp-Notebook-ExecutionIndicator')?.dataset.status"
IDLE = f"() => {INDICATOR} === 'idle'"
KERNEL = "document.querySelector('.jp-NotebookPanel:not(.lm-mod-hidden) .jp-Toolbar-kernelName')?.textContent"
STARTED = f"() => ({KERNEL} || '').includes('Java') && ['idle', 'unknown'].includes({INDICATOR})"  # unknown until the first cell
CONTRAST = "() => {" + LIGHT + """
  const text = document.querySelector(".js-plotly-plot .xtick text");
  let paper = text;
  while (/, 0\\)|transparent/.test(getComputedStyle(paper).backgroundColor)) paper = paper.parentElement;
  const [low, high] = [light(getComputedStyle(text).fill), light(getComputedStyle(paper).backgroundColor)].sort((a, b) => a - b);
  return high / low;
}"""
FIGURE = ".jp-RenderedPlotly"
STORED = f"{FIGURE} .plot-img[src^='data:image/png'], {FIGURE} .main-svg >> nth=0"  # its picture, or drawn anew
PROMPTS = "[...document.querySelectorAll('.jp-InputArea-prompt')].map(prompt => prompt.textContent).join()"
WAITING = f"{PROMPTS}.includes('*')"
PANEL = ".jp-NotebookPanel:not(.lm-mod-hidden)"


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """Copies of all notebooks, with small parameters, which find the library where they look for it."""
    root = tmp_path_factory.mktemp("lab")
    (root / "target").mkdir()
    (root / "target" / "lib").symlink_to(places.LIBRARY)
    shutil.copytree(places.NOTEBOOKS, root / "notebooks")
    for chapter in all_notebooks():
        make_small(chapter, root / "notebooks" / chapter.path.name)
    for front_end in FRONT_ENDS:
        samples.write(root / "notebooks" / "samples" / front_end, bend=samples.bend(), sum=samples.plain(), fitting=samples.fitting())
    return root


def make_small(chapter, path):
    """Writes a chapter whose trainings are short; its stored outputs stay."""
    content = nbformat.read(path, as_version=4)
    (cell,) = (cell for cell in content.cells if "parameters" in cell.metadata.get("tags", []))
    cell.source = edited(cell.source, small(chapter))
    nbformat.write(content, path)


@pytest.fixture(scope="module")
def lab(root):
    """A server on them."""
    with server(root) as address:
        yield address


@contextmanager
def server(root, **more):
    """JupyterLab in an environment."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--no-browser", "--allow-root", f"--port={port}", "--IdentityProvider.token=secret", f"--ServerApp.root_dir={root / 'notebooks'}"]
    env = os.environ | {"JUPYTER_RUNTIME_DIR": str(root / "runtime"), "JUPYTERLAB_WORKSPACES_DIR": str(root / "workspaces")} | more
    with open(root / "log", "w") as log:
        started = subprocess.Popen([sys.executable, "-m", "jupyterlab", *LAB, *QUIET, *options], env=env, stdout=log, stderr=log)
    try:
        eventually(lambda: answers(port))
        yield f"http://127.0.0.1:{port}"
    finally:
        started.terminate()
        started.wait(PATIENCE)


def answers(port):
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{port}/api?token=secret").close()
        return True
    except OSError:
        return False


class Session:
    """One notebook, open in JupyterLab or Notebook 7."""

    def __init__(self, page):
        self.page = page
        self.panel = page.locator(PANEL)

    def menu(self, bar, *items):
        self._choose(bar, [self.page.locator(".lm-Menu-itemLabel", has_text=item) for item in items])

    def _choose(self, bar, items):
        """Chooses one item after the other. On a busy machine a menu may close again before it is used, so it is opened again."""
        eventually(lambda: self._chosen([self.page.locator(".lm-MenuBar-itemLabel", has_text=bar), *items]))

    def _chosen(self, items):
        try:
            for item in items:
                item.first.click(timeout=10_000)
            return True
        except TooLate:
            self.page.keyboard.press("Escape")
            self.page.keyboard.press("Escape")  # a menu in a menu
            return False

    def settled(self):
        """Waits until no cell waits or runs."""
        self.page.wait_for_function(f"() => !{WAITING} && ({IDLE})()")

    def run_all(self):
        self.begin(lambda: self.menu("Run", "Run All Cells"))
        self.settled()

    def run(self, number):
        self.begin(lambda: self._run(number))

    def _run(self, number):
        self.cell(number).locator(".jp-InputArea-prompt").click()
        self.page.keyboard.press("Control+Enter")

    def begin(self, start):
        """Starts cells. A page that has just opened on a busy machine may take no notice, so it is asked again."""
        before = self.page.evaluate(PROMPTS)
        eventually(lambda: self._begun(start, before))

    def _begun(self, start, before):
        start()
        try:
            self.page.wait_for_function(f"before => {WAITING} || {PROMPTS} !== before", arg=before, timeout=10_000)
            return True
        except TooLate:
            self.page.keyboard.press("Escape")  # the menu may still be open
            return False

    def cell(self, number):
        cell = self.panel.locator(".jp-Notebook-cell").nth(number)
        cell.scroll_into_view_if_needed()
        return cell

    def edit(self, number, text):
        self.cell(number).locator(".cm-content").click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)
        self.page.keyboard.press("Escape")

    def result(self, number):
        """The last word of what a cell gives."""
        return self.cell(number).locator(".jp-OutputArea-executeResult").inner_text().split()[-1]

    def exported(self, folder):
        """What File > Save and Export Notebook As > HTML gives."""
        formats = self.page.locator(".lm-Menu-item[data-command='notebook:export-to-format']", has=self.page.get_by_text("HTML", exact=True))
        self._choose("File", [self.page.locator(".lm-Menu-itemLabel", has_text="Save and Export"), formats])
        with self.page.expect_download() as download:
            self.page.locator(".jp-Dialog .jp-mod-accept").click()
        download.value.save_as(folder / download.value.suggested_filename)
        return folder / download.value.suggested_filename

    def errors(self):
        return self.panel.locator("[data-mime-type='application/vnd.jupyter.error'], [data-mime-type='application/vnd.jupyter.stderr']").all_inner_texts()


@contextmanager
def notebook(browser, lab, path, front_end="lab"):
    """Opens a notebook, and lets nothing reach another host."""
    context = browser.new_context(viewport={"width": 1400, "height": 1000})
    others = []
    context.route("**/*", lambda route: route.continue_() if "127.0.0.1" in route.request.url else (others.append(route.request.url), route.abort()))
    page = context.new_page()
    page.goto(f"{lab}/{FRONT_ENDS[front_end]}/{path}?token=secret&reset")
    page.wait_for_selector(f"{PANEL} .jp-Notebook-cell")
    page.wait_for_function(STARTED)
    yield Session(page)
    assert others == []
    context.close()
    end_kernels(lab)


def end_kernels(lab):
    """A notebook that is closed keeps its kernel."""
    with urllib.request.urlopen(f"{lab}/api/kernels?token=secret") as said:
        for kernel in json.load(said):
            gone = urllib.request.Request(f"{lab}/api/kernels/{kernel['id']}?token=secret", method="DELETE")
            urllib.request.urlopen(gone).close()


def drawn(session, cells):
    """How many figures are drawn. JupyterLab draws only what is near the window, so each cell is visited."""
    count = 0
    for number in range(cells):
        cell = session.cell(number)
        for plot in cell.locator(".jp-OutputArea-output .js-plotly-plot, .jp-OutputArea-output.jp-RenderedPlotly, .jp-OutputArea-output .plotly").all():
            plot.locator(".main-svg").first.wait_for()
        count += cell.locator(".js-plotly-plot").count()
    return count


@LONG
@pytest.mark.parametrize("name", RUN)
def test_a_chapter_runs_and_draws(browser, lab, name):
    with notebook(browser, lab, f"{name}.ipynb") as session:
        session.run_all()
        assert session.errors() == []
        cells = session.panel.locator(".jp-Notebook-cell").count()
        assert drawn(session, cells) == figures(places.NOTEBOOKS / f"{name}.ipynb")


def looked_at(session, number):
    """How many figures a cell has drawn. Where its code fills the window, its output lies below."""
    cell = session.cell(number)
    cell.evaluate("cell => [...cell.querySelectorAll('.jp-OutputArea-output')].at(-1)?.scrollIntoView({ block: 'center' })")
    return cell.locator(STORED).count()


@pytest.mark.parametrize("name", some_chapters(4))
@pytest.mark.parametrize("front_end", BOTH)
def test_stored_figures_are_drawn_before_anything_runs(browser, lab, front_end, name):
    with_figures = [number for number, cell in enumerate(Notebook(places.NOTEBOOKS / f"{name}.ipynb").cells()) if "application/vnd.plotly" in json.dumps(cell)]
    assert len(with_figures) == figures(places.NOTEBOOKS / f"{name}.ipynb") > 0
    with notebook(browser, lab, f"{name}.ipynb", front_end) as session:
        eventually(lambda: session.panel.locator(".jp-Notebook-cell").count() > with_figures[-1])
        for number in with_figures:  # each is drawn when it is looked at, and not at once
            assert eventually(lambda number=number: looked_at(session, number)) == 1


@pytest.mark.parametrize("front_end", BOTH)
def test_the_sample_runs_an_edit_changes_what_follows_and_the_export_is_our_page(browser, lab, front_end, root, tmp_path):
    with notebook(browser, lab, f"samples/{front_end}/00-bend.ipynb", front_end) as session:
        session.run_all()
        assert drawn(session, 12) == 2 and session.errors() == []
        assert session.result(11) == "40"
        session.edit(3, 'int points = 7;\nString note = "other";')
        session.begin(lambda: session.menu("Run", "Run Selected Cell and All Below"))
        session.settled()
        assert session.result(11) == "14"
        assert "7 points, other" in session.cell(10).inner_text()
        assert "|x| in 15 points" in session.cell(5).locator(".gtitle").text_content()
        exported = session.exported(tmp_path)
    check(browser, exported, 2, 1280)
    stored = nbformat.read(root / "notebooks" / "samples" / front_end / "00-bend.ipynb", as_version=4)
    assert exported.read_text(encoding="utf-8") == page("00-bend", stored)


@pytest.mark.parametrize("front_end", BOTH)
def test_a_live_curve_moves_and_an_interrupt_leaves_the_kernel_idle_and_usable(browser, lab, front_end):
    with notebook(browser, lab, f"samples/{front_end}/02-fitting.ipynb", front_end) as session:
        for number in (1, 2):
            session.run(number)
            session.settled()
        assert session.errors() == []
        session.run(3)
        curve = "() => document.querySelector('.jp-RenderedSVG')?.innerHTML"
        first = session.page.wait_for_function(curve).json_value()
        session.page.wait_for_function(f"first => ({curve})() !== first", arg=first)
        interrupt(session)
        session.run(4)
        session.cell(4).locator(".jp-OutputArea", has_text="The first is trained.").wait_for()  # a kernel that compiles ignores an interrupt
        interrupt(session)
        eventually(lambda: kernels_work() < 0.3)  # the sweep would go on for hours
        session.run(5)
        session.settled()
        assert session.result(5) == "4"


def kernels_work():
    """How much of a processor the kernels take together."""
    kernels = [process for process in psutil.Process().children(recursive=True) if "java" in process.name()]
    before = sum(sum(kernel.cpu_times()[:2]) for kernel in kernels)
    time.sleep(0.5)
    return (sum(sum(kernel.cpu_times()[:2]) for kernel in kernels) - before) / 0.5


def interrupt(session):
    """Interrupts the running cell by keyboard, and waits for the kernel to be idle."""
    session.page.keyboard.press("i")
    session.page.keyboard.press("i")
    session.page.wait_for_function(IDLE)


@LONG
@pytest.mark.parametrize("front_end", FRONT_ENDS)
def test_figures_can_be_read_in_both_themes(browser, lab, front_end):
    with notebook(browser, lab, f"samples/{front_end}/00-bend.ipynb", front_end) as session:
        for number in (1, 3, 5):
            session.run(number)
        session.settled()
        assert drawn(session, 6) == 1
        for theme in ("JupyterLab Dark", "JupyterLab Light"):
            session.menu("Settings", "Theme", theme)
            session.page.wait_for_function("theme => document.body.dataset.jpThemeName === theme", arg=theme)
            assert session.page.evaluate(CONTRAST) > 4  # one grey for both themes, since a figure does not know where it is shown


@pytest.mark.long
@pytest.mark.parametrize("front_end", FRONT_ENDS)
def test_errors_can_be_read_in_both_themes(browser, lab, front_end):
    with notebook(browser, lab, f"samples/{front_end}/02-fitting.ipynb", front_end) as session:
        session.run(1)
        session.settled()
        for number, code in ((3, "double mine(double z) {\n return Mathh.abs(z); }\nmine(3)"), (4, "int i = 'a' + \"b\";"), (5, "f(1,")):
            session.edit(number, code)
            session.run(number)
            session.settled()
        assert len(session.errors()) == 3
        for theme in ("JupyterLab Dark", "JupyterLab Light"):
            session.menu("Settings", "Theme", theme)
            session.page.wait_for_function("theme => document.body.dataset.jpThemeName === theme", arg=theme)
            assert session.page.evaluate(LEAST, "[data-mime-type='application/vnd.jupyter.error']") > 4.5


def offered(lab):
    """The kernel that is preferred, and the title of each."""
    with urllib.request.urlopen(f"{lab}/api/kernelspecs?token=secret") as said:
        told = json.load(said)
    return told["default"], {name: each["spec"]["display_name"] for name, each in told["kernelspecs"].items()}


def test_only_java_is_offered(lab):
    assert offered(lab) == ("java", {"java": "Java"})


@LONG
@pytest.mark.skipif(not find_ijava(places.VENV), reason="IJava is not on this machine: CONTRIBUTING says how to get it")
def test_notebooks_open_with_ijava_where_it_is_asked_for_and_stay_as_they_are(browser, root):
    with server(root, JUPYTER_PATH=str(places.VENV / INSTEAD)) as lab:
        assert offered(lab) == ("java", {"java": "Java (IJava)"})
        with notebook(browser, lab, "samples/lab/01-sum.ipynb") as session:
            assert "IJava" in session.page.evaluate(KERNEL)
            session.run_all()
            assert session.errors() == [] and session.result(1) == "2"
