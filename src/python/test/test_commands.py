"""The command line: what is refused before anything runs, what a failing cell leaves, what Ctrl-C stops."""

import errno
import json
import re
import signal
import socket
import threading
import urllib.request
from pathlib import Path

import psutil
import pytest

import samples
from conftest import eventually, interrupted
from reluctant import places, report
from reluctant.failures import INTERRUPTED, Refusal
from reluctant.kernelspecs import find_ijava
from reluctant.notebooks import Notebook, parameters


def refused(clone, *arguments):
    code, said = clone.run("report", *arguments)
    assert code == 1 and "cells in" not in said, said
    return said


def test_unknown_names_and_values_are_refused_with_what_there_is(ready_clone):
    menu = 'The parameters of 00-bend are:\n  int points = 20  // 2 to 1,000: how many points on each side\n  String note = "a; b // c"  // said below'
    assert refused(ready_clone, "99") == "workbook: there is no notebook 99. There are:\n  00-bend\n  01-sum\n  02-waiting\n"
    assert refused(ready_clone, "00", "--set", "trials=3").strip() == f"workbook: 00-bend has no parameter trials. {menu}"
    assert refused(ready_clone, "00", "--set", "points=many").strip() == f"workbook: points must be of type int. Received: many. {menu}"
    assert "points must be 2 to 1,000. Received: 1. The parameters" in refused(ready_clone, "00", "--set", "points=1")
    assert "points must be of type int. Received: 2147483648" in refused(ready_clone, "00", "--set", "points=2147483648")
    assert "--set needs name=value. Received: points" in refused(ready_clone, "00", "--set", "points")
    assert "01-sum has no parameter points. 01-sum has no parameters." in refused(ready_clone, "01", "--set", "points=3")
    assert "--set needs the notebook that it is for" in refused(ready_clone, "--set", "points=3")
    assert "points must be of type int. Received: nothing. The" in refused(ready_clone, "00", "--set", "points=")
    assert "--set must name points once" in refused(ready_clone, "00", "--set", "points=3", "--set", "points=3")
    assert "there is no notebook ²" in refused(ready_clone, "²")
    assert "there is no notebook ٠" in refused(ready_clone, "٠")
    assert len(refused(ready_clone, "00", "--set", "points=" + "x" * 100_000)) < 1000


def test_without_a_command_there_is_help(ready_clone):
    code, said = ready_clone.run()
    assert code == 0 and said.startswith("usage: workbook") and "make a notebook of your own" in said


@pytest.mark.parametrize(
    "line, text, value",
    [
        ("int a = 3;", "1_000", 1000),
        ("int a = 3;", "-0", 0),
        ("int a = 3;", " +12 ", 12),
        ("double a = 3;", "-.5e-3", -0.0005),
        ("double a = 3;", "007.", 7.0),
        ("long a = 3L; // many\nParameters.check(\"a 1 to 9,000,000,000\", a);", "5000000000", 5_000_000_000),
        ("double rate = 1e-3; // steps\nParameters.check(\"n 1 to 3, \"\n    + \"rate 0.0001 to 1\", n, rate);", "0.01", 0.01),
        ("boolean shuffle = true; // whether", "false", False),
        ('final String said = "x";', "a = b; // c", "a = b; // c"),
    ],
)
def test_values_have_the_declared_type(line, text, value):
    (parameter,) = parameters(line)
    read = parameter.read(text)
    assert read == value and type(read) is type(value)


def test_a_range_is_what_the_cell_itself_holds_its_parameters_to():
    source = 'int a = 3; // 5 to 7: not a range\nlong b = 1;\ndouble ab = 2; // how far\nParameters.check("a -1 to 1,000, "\n    + "ab 0.001 to 10", a, ab);'
    found = parameters(source)
    assert [each.range for each in found] == [("-1", "1,000"), None, ("0.001", "10")]
    assert str(found[2]) == "double ab = 2  // 0.001 to 10: how far"
    with pytest.raises(Refusal, match=r"^a must be -1 to 1,000\. Received: 1001"):
        found[0].read("1001")
    assert found[1].read("-5") == -5


@pytest.mark.parametrize(
    "line, texts",
    [
        ("int a = 3;", ["", "٣", "३", "1_", "_1", "010", "1e3", "0x10", "1L", "1.0", "1,000", "9" * 5000]),
        ("double a = 3;", ["", "٣", "1_", "1_.5", "1._5", "1e", "nan", "infinity", "1e999", "1d", "."]),
        ("boolean a = true;", ["", "True", "1"]),
    ],
)
def test_what_java_would_not_read_is_refused(line, texts):
    (parameter,) = parameters(line)
    for text in texts:
        with pytest.raises(Refusal, match="^a must be of type "):
            parameter.read(text)


def test_other_parameters_make_another_page_and_leave_the_rest(ready_clone):
    before = {path: path.read_bytes() for path in [*ready_clone.notebooks.iterdir(), *ready_clone.reports.glob("0*.html")]}
    claims = (ready_clone.reports / "claims.json").read_bytes()
    code, said = ready_clone.run("report", "00-bend.ipynb", "--set", "points=3", "--set", 'note=ä "quoted" \\u0022;')
    assert code == 0, said
    (page,) = ready_clone.reports.glob("00-bend--points-3-note-*.html")
    text = page.read_text(encoding="utf-8")
    assert "|x| in 7 points" in text and "3 points, ä \"quoted\" \\u0022;" in re.sub("&quot;|&#34;", '"', text)
    assert {path: path.read_bytes() for path in before} == before
    assert (ready_clone.reports / "claims.json").read_bytes() == claims
    assert page.name.split("--")[1][:8] in (ready_clone.reports / "index.html").read_text(encoding="utf-8")
    page.unlink()


def test_where_there_is_no_terminal_each_notebook_has_a_line(ready_clone):
    code, said = ready_clone.run("report", "0", "1")
    first, second, last = said.splitlines()
    assert code == 0 and re.fullmatch(r"0[01]-(bend|sum): \d+ cells in \d+ s", first), said
    assert {first[:2], second[:2]} == {"00", "01"}
    assert last == f"The pages are in {ready_clone.reports}; open {ready_clone.reports / 'index.html'}"


def test_claims_are_collected(ready_clone):
    told = json.loads((ready_clone.reports / "claims.json").read_text())
    (claim,) = told["claims"]
    assert told["version"] == 2
    assert {field: value for field, value in claim.items() if value} == {
        "id": "sample.bend",
        "notebook": "00-bend",
        "claim": "The bend is <b>sharp</b> & bent",
        "measured": "66.1 %",
        "interval": ["0.61", "0.71"],
        "verdict": "true",
        "expected": "true",
    }


def test_a_failing_cell_and_a_changed_verdict_are_told_and_the_rest_is_kept(clone):
    clone.borrow()
    stops = 'int units = 0;\nthrow new IllegalArgumentException("units must be at least 1. Received: " + units)'
    samples.write(clone.notebooks, stops=samples.plain(stops), typo=samples.plain('int z = "x"'), other=samples.bend("false"))
    (clone.reports).mkdir(parents=True)
    (clone.reports / "00-stops.html").write_text("old")
    code, said = clone.run("report")
    assert code == 1
    assert "00-stops stops in cell 1, `int units = 0;`: units must be at least 1. Received: 0\n" in said
    assert '01-typo stops in cell 1, `int z = "x"`: incompatible types: java.lang.String cannot be converted to int' in said
    assert "sample.bend in 02-other is false, not true (measured: 66.1 %)" in said
    assert said.splitlines()[-1].endswith(f"The pages that could be made are in {clone.reports}") and "The pages are in" not in said
    assert (clone.reports / "00-stops.html").read_text() == "old"
    assert "A bend" in (clone.reports / "02-other.html").read_text()


def test_a_full_disk_ends_a_report_of_many_notebooks(monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    def reported():
        try:
            report._all_reported([Notebook(Path(f"{number:02}.ipynb")) for number in range(20)], [])
        except OSError as error:
            told.append(error.errno)

    told = []

    monkeypatch.setattr(report, "_failure", full)
    work = threading.Thread(target=reported, daemon=True)
    work.start()
    work.join(30)
    assert told == [errno.ENOSPC]


LONG = pytest.mark.long


@pytest.mark.parametrize(
    "number", [signal.SIGINT, pytest.param(signal.SIGTERM, marks=LONG), pytest.param(getattr(signal, "SIGHUP", signal.SIGTERM), marks=LONG)]
)
def test_an_interrupt_stops_the_kernel(ready_clone, number):
    workbook = ready_clone.start("report", "02")
    eventually(lambda: [each for each in psutil.Process(workbook.pid).children(recursive=True) if "java" in each.name()])
    code, said, left = interrupted(workbook, number)
    assert (code, left) == (INTERRUPTED, []), said
    assert "Traceback" not in said and not (ready_clone.reports / "02-waiting.html").exists()


def test_an_interrupt_stops_the_server(ready_clone):
    workbook = ready_clone.start("lab", "--no-browser")
    lines = []
    eventually(lambda: "token=" in (lines.append(workbook.stdout.readline()) or lines[-1]))
    root, token = re.search(r"(http://localhost:\d+)/\S*(\?token=\w+)", lines[-1]).groups()
    urllib.request.urlopen(f"{root}/api/contents/01-sum.ipynb{token}").close()
    kernel = json.load(urllib.request.urlopen(f"{root}/api/kernels{token}", data=b'{"name": "java"}'))
    eventually(lambda: json.load(urllib.request.urlopen(f"{root}/api/kernels/{kernel['id']}{token}"))["execution_state"] != "unknown")
    eventually(lambda: [each for each in psutil.Process(workbook.pid).children(recursive=True) if "java" in each.name()])
    code, said, left = interrupted(workbook)
    assert (code, left) == (INTERRUPTED, [])
    assert not re.search("NOTE|WARNING|trusted|websocket|stopping", said), said  # the address is all that a reader needs


@pytest.mark.skipif(find_ijava(places.VENV) is not None, reason="IJava is on this machine")
def test_ijava_is_told_where_it_is_missing(ready_clone):
    code, said = ready_clone.run("lab", "--kernel", "ijava")
    assert code == 1 and said.startswith("workbook: IJava is not on this machine: install it")


def test_a_port_in_use_is_told(ready_clone):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, said = ready_clone.run("lab", "--no-browser", "--port", port)
    assert (code, said) == (1, f"workbook: port {port} is in use: choose another one with --port, or leave it out.\n")
