"""Jupyter's own exports: the report's page, Markdown that reads well, a script that runs."""

import json
import random
import re
import subprocess

import nbformat
import pytest
from nbconvert import MarkdownExporter, ScriptExporter
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output, new_raw_cell
from traitlets.config import Config

from conftest import PATIENCE, plain_environment
from reluctant import claims, exports, places
from reluctant.machine import EXE, find_jdk
from reluctant.notebooks import all_notebooks
from reluctant.page import page
from reluctant.texts import shell
from test_pages import figures

COMMITTED = all_notebooks()
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
TO_OTHERS = re.compile(r'class="home"|rel="(?:next|prev)"|^<span></span>$')


def without_neighbours(text):
    """A page without its links to the pages around it, which only a report has."""
    return [line for line in text.splitlines() if not TO_OTHERS.search(line)]


def test_nbconvert_gives_the_page_of_the_report(ready_clone, tmp_path):
    executed = ready_clone.root / "target" / "notebooks" / "00-bend.ipynb"
    command = [ready_clone.root / ".venv" / "bin" / "python", "-m", "nbconvert", "--to", "html", executed, "--output-dir", tmp_path]
    subprocess.run(command, cwd=tmp_path, env=plain_environment(), check=True, capture_output=True)
    exported, reported = (folder / "00-bend.html" for folder in (tmp_path, ready_clone.reports))
    assert without_neighbours(exported.read_text(encoding="utf-8")) == without_neighbours(reported.read_text(encoding="utf-8"))
    assert TO_OTHERS.search(reported.read_text(encoding="utf-8"))


def test_the_configuration_is_repaired_and_leaves_what_else_is_set(tmp_path):
    config = tmp_path / "etc" / "jupyter" / "jupyter_config.json"
    config.parent.mkdir(parents=True)
    config.write_text('{"ServerApp": {"port": 9}, "HTMLExporter": {"template_name": "lab", "exclude_input": true}}')
    assert not exports.installed(tmp_path)
    exports.install(tmp_path)
    assert exports.installed(tmp_path)
    html = {"template_name": "book", "exclude_input": True}
    assert json.loads(config.read_text()) == {"ServerApp": {"port": 9}} | exports.CONFIG | {"HTMLExporter": html}
    (link,) = tmp_path.rglob("reluctant.pth")
    assert link.read_text() == f"{places.SOURCES}\n"
    link.unlink()
    assert not exports.installed(tmp_path)


def test_a_notebook_of_ones_own_becomes_a_page():
    attached = new_markdown_cell("No title, but ![a picture](attachment:a.png)", attachments={"a.png": {"image/png": PIXEL}})
    html = new_output("display_data", {"text/html": "<script>alert(1)</script><table><tr><td onclick='x'>1</td></tr></table>"})
    script = new_output("display_data", {"application/javascript": "alert(2)", "text/plain": "a chart"})
    code = new_code_cell("1", execution_count=1, outputs=[html, script, new_output("stream", text="said")])
    made = page("my own <b>", new_notebook(cells=[attached, code]))
    assert "<h1>my own &lt;b&gt;</h1>" in made and "<title>my own &lt;b&gt;</title>" in made
    assert f"data:image/png;base64,{PIXEL}" in made
    assert "<td>1</td>" in made and "a chart" in made and "said" in made
    assert "<script>alert" not in made and "alert(2)" not in made and "onclick" not in made
    assert "has not been run" not in made and 'id="plotly"' not in made


def test_a_notebook_that_has_not_been_run_says_so():
    made = page("fresh", new_notebook(cells=[new_markdown_cell("# Fresh"), new_code_cell("1 + 1")]))
    assert "This notebook has not been run, so it has no results to show" in made
    assert made.count("<h1") == 1 and "has not been run" not in page("prose", new_notebook(cells=[new_markdown_cell("# Prose")]))


@pytest.mark.parametrize("notebook", COMMITTED, ids=lambda notebook: notebook.name)
def test_markdown_has_pictures_and_tables_and_nothing_to_decipher(notebook):
    text, resources = MarkdownExporter(config=Config(exports.CONFIG)).from_filename(str(notebook.path))
    assert len(resources["outputs"]) == text.count("](output_") == figures(notebook.path)
    assert not re.search(r"<(?:div|table|td|p|script|style|blockquote)\b", text)
    assert "vnd.plotly" not in text and '"data":' not in text
    assert max(len(line) for line in text.splitlines()) < 4000
    outputs = [output["data"] for cell in notebook.cells() for output in cell.get("outputs", []) if "data" in output]
    tables = json.dumps([data for data in outputs if claims.MIME not in data]).count("<table>")  # a claim is a quotation
    assert text.count("\n|--") >= tables


def unspaced(text):
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("notebook", COMMITTED, ids=lambda notebook: notebook.name)
def test_a_script_holds_all_code_and_prose(notebook):
    text, _ = ScriptExporter(config=Config(exports.CONFIG)).from_filename(str(notebook.path))
    whole = unspaced(text)
    for cell in notebook.cells():
        source = "".join(cell["source"])
        lines = source.splitlines() if cell["cell_type"] == "markdown" else [source]
        assert all(unspaced(line) in whole for line in lines)
    assert text.splitlines()[0] == f'// Run it in the notebook\'s folder: jshell --class-path "../target/lib/*" {notebook.name}.jshell'


def test_a_statement_over_several_lines_stays_one():
    chain = 'Sweep.of(t) // here\n    .run();\nvar a = "x // y"\n    .strip()\n    + b;\nif (a)\n    c();\nelse\n    d();'
    assert shell(chain) == 'Sweep.of(t) // here\n    .run();\nvar a = "x // y".\n    strip() +\n    b;\nif (a)\n    c(); else\n\n    d();'
    assert shell("%classpath x\nint i = 0;\n++i") == "// %classpath x\nint i = 0;\n++i"


LINE_ENDS = [chr(code) for code in range(0x3000) if len(f"a{chr(code)}b".splitlines()) > 1] + ["\r\n"]
ESCAPED_ENDS = ["\\u000a", "\\u000d", "\\uuu000A", "\\\\u000a", "\\\\\\u000a"]
RUNS = 'System.out.println("it ran");'


def prose_that_would_run(random):
    """A notebook whose prose, magics, comments and names hold every end of a line before code."""
    cells = []
    for end in LINE_ENDS + ESCAPED_ENDS:
        text = end.join(["some prose", *[random.choice([RUNS, "more", ""]) for _ in range(3)], RUNS])
        magic, said = (f"{mark}{text}" for mark in ("%magic ", "int a = 1; // "))
        # Java itself ends a comment at these, in the notebook too: only what follows a magic is prose there.
        ends_comments = end in ("\n", "\r", "\r\n") or end in ESCAPED_ENDS
        cells += [new_markdown_cell(text), new_raw_cell(text)]
        cells += [] if end in ("\n", "\r", "\r\n") else [new_code_cell(magic)]
        cells += [] if ends_comments else [new_code_cell(said)]
    made = new_notebook(cells=cells, metadata={"language_info": {"name": "java", "file_extension": f".java\n{RUNS}"}})
    return made, f"a name{random.choice(LINE_ENDS)}{RUNS}"


def script_of(seed):
    made, name = prose_that_would_run(random.Random(seed))
    return ScriptExporter(config=Config(exports.CONFIG)).from_notebook_node(made, {"metadata": {"name": name}})[0]


@pytest.mark.parametrize("seed", range(20))
def test_no_prose_becomes_code_at_any_end_of_a_line(seed):
    text = script_of(seed)
    for line in re.split(r"\r\n|[\n\r\u2028\u2029\x85]", text):  # as JShell reads a file
        assert RUNS not in line or line.startswith(("// ", "int a = 1; // ")), line
    comments = [line for line in text.split("\n") if line.startswith("// ")]
    assert text.count(RUNS) > 50 and not [line for line in comments if re.search(r"(?<!\\)(?:\\\\)*\\u", line)]


@pytest.mark.long
def test_jshell_runs_no_prose(tmp_path):
    script = tmp_path / "prose.jshell"
    script.write_text(script_of(0) + "\n/exit\n", encoding="utf-8", newline="")
    run = subprocess.run([find_jdk().home / "bin" / f"jshell{EXE}", script], capture_output=True, text=True, timeout=300, stdin=subprocess.DEVNULL)
    assert run.stdout == "" and "Error" not in run.stderr, run.stdout + run.stderr


@pytest.mark.long
def test_jshell_runs_the_script_of_a_chapter(tmp_path, reports):
    text, _ = ScriptExporter(config=Config(exports.CONFIG)).from_filename(str(places.NOTEBOOKS / "00-start-here.ipynb"))
    script = tmp_path / "00-start-here.jshell"
    script.write_text(text + '\nSystem.out.println("loss %.0e".formatted(run.history().loss()[epochs - 1]))\n/exit\n', encoding="utf-8")
    preferences = tmp_path / ".java" / ".userPrefs"  # or its first start tells that it makes them
    preferences.mkdir(parents=True)
    options = [f"-J-Djava.util.prefs.userRoot={tmp_path}", "--class-path", places.LIBRARY / "*"]
    command = [find_jdk().home / "bin" / f"jshell{EXE}", *options, script]
    run = subprocess.run(command, cwd=places.NOTEBOOKS, capture_output=True, text=True, timeout=PATIENCE, stdin=subprocess.DEVNULL)
    assert run.stderr == "" and re.fullmatch(r"loss \de-\d+\n", run.stdout), run.stdout + run.stderr


@pytest.mark.long
def test_pages_are_printed_without_this_machines_paths(ready_clone, browser):
    code, said = ready_clone.run("report", "00", "--pdf")
    assert code == 0, said
    printed = (ready_clone.reports / "00-bend.pdf").read_bytes()
    assert printed.startswith(b"%PDF-") and 2 <= len(re.findall(rb"/Type /Page\b", printed)) <= 5
    assert b"/Subtype /Image" in printed  # the surface, which WebGL would not print
    assert b"file:" not in printed and str(ready_clone.root).encode() not in printed
    (ready_clone.reports / "00-bend.pdf").unlink()


def test_printing_needs_a_browser(ready_clone):
    code, said = ready_clone.run("report", "00", "--pdf", env=plain_environment() | {"BROWSER_PATH": "no-such-browser"})
    assert code == 1 and said.startswith("workbook: --pdf needs a Chrome or Chromium: install one, or name it in BROWSER_PATH")


def test_committed_pictures_say_what_they_show():
    for notebook in COMMITTED:
        for cell in nbformat.read(notebook.path, as_version=4).cells:
            assert all(output.data["text/plain"].strip() for output in cell.get("outputs", []) if "image/png" in output.get("data", {}))
