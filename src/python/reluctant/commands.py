"""The command line of ./workbook."""

import argparse
import os
import re
import socket
import sys
from pathlib import Path

from . import children, places
from .bench import measure
from .failures import Refusal, guarded, readable
from .kernelspecs import INSTEAD, VERBOSE, find_ijava
from .machine import browser, cores
from .new import make_notebook
from .notebooks import chosen
from .peers.comparison import compare, outside
from .setup import ready, tell

SPARK_HELP = "put Apache Spark on the notebooks' classpath, for Engine.spark (fetches about 140 MB once)"
NOTEBOOK_HELP = "a notebook's number, name or file, as in 04 (all when none is named)"

OUTSIDE_SEEDS = 1000

SETTINGS = Path(__file__).parent / "lab"
LAB = (
    # The notebooks are all Java: no other kernel is offered, so none is started by mistake.
    "--KernelSpecManager.allowed_kernelspecs=java",
    "--MultiKernelManager.default_kernel_name=java",
    "--KernelSpecManager.ensure_native_kernel=False",
    # Nothing is asked of the network.
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    f"--LabApp.app_settings_dir={SETTINGS}",
    "--LabApp.extension_manager=readonly",
)
QUIET = "--ServerApp.log_level=WARN", "--LabApp.log_level=WARN"


def main() -> int:
    """Runs the command that was typed and gives its exit code."""
    if len(sys.argv) == 1:
        parser().print_help()
        return 0
    options, more = parser().parse_known_args()
    if more and options.command != "lab":
        parser().error(f"unknown argument {more[0]}")
    return guarded(lambda: options.run(options, more))


def parser() -> argparse.ArgumentParser:
    """All commands and their options."""
    top = argparse.ArgumentParser(
        prog="workbook",
        description="Runs the Java notebooks of this folder. What is missing is set up by the first call, in .venv and target.",
        epilog="Needs a JDK 17+, Maven 3.8+ and Python 3.10+. Each command has its own --help.",
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="report | lab | new | test | bake | attack | bench")

    report = commands.add_parser("report", help="run the notebooks and leave HTML pages in target/reports")
    report.add_argument("notebooks", nargs="*", metavar="NOTEBOOK", help=NOTEBOOK_HELP)
    report.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="another value for a parameter of the named notebook; its page gets a name of its own",
    )
    report.add_argument("--pdf", action="store_true", help="print each page to a PDF beside it (needs a Chrome or Chromium)")
    report.add_argument("--spark", action="store_true", help=SPARK_HELP)
    report.set_defaults(run=_report)

    lab = commands.add_parser(
        "lab", help="open JupyterLab on notebooks/", epilog="Every other argument goes to JupyterLab as it is."
    )
    lab.add_argument("--no-browser", action="store_true", help="don't open a browser, only print the address")
    lab.add_argument("--port", type=whole_number, help="the port to listen on (the first free one from 8888 on)")
    lab.add_argument("--spark", action="store_true", help=SPARK_HELP)
    lab.add_argument("--kernel", choices=("jjava", "ijava"), default="jjava", help="what runs the cells: JJava, or IJava where it is installed")
    lab.add_argument("--verbose", action="store_true", help="print all that JupyterLab and the kernels say of themselves")
    lab.set_defaults(run=_lab)

    new = commands.add_parser("new", help="make a notebook of your own in notebooks/, with the first cells in it")
    new.add_argument("name", metavar="NAME", help="what it is about, in lower case words joined by hyphens, as in my-question")
    new.set_defaults(run=_new)

    test = commands.add_parser("test", help="run all tests: the library, the notebooks, the pages in a browser")
    test.add_argument("--all", action="store_true", help="run the long ones too: other seeds and settings, kills, hostile texts, Spark")
    test.set_defaults(run=_test)

    bake = commands.add_parser("bake", help="store fresh outputs and pictures in the committed notebooks (for authors)")
    bake.add_argument("notebooks", nargs="*", metavar="NOTEBOOK", help=NOTEBOOK_HELP)
    bake.set_defaults(run=_bake)

    attack = commands.add_parser("attack", help="run the attacks on what the notebooks settle, which takes long, and keep what they gave (for authors)")
    attack.add_argument("notebooks", nargs="*", metavar="NOTEBOOK", help=NOTEBOOK_HELP)
    attack.add_argument("--outside", action="store_true", help="train the headline rates with Keras instead, in its own float32 (set up in .venv-peers)")
    attack.set_defaults(run=_attack)

    bench = commands.add_parser("bench", help="measure how fast the library trains and leave a table in target/bench")
    bench.add_argument("--quick", action="store_true", help="a short run, good for a first look only")
    bench.add_argument("--peers", action="store_true", help="measure JAX, Keras, EJML and Encog beside it (set up in .venv-peers)")
    bench.add_argument("--all", action="store_true", help="with --peers: each optimizer on every rung of the ladder of shapes")
    bench.set_defaults(run=_bench)
    return top


def _report(options: argparse.Namespace, _: list[str]) -> int:
    if options.set and not options.notebooks:
        raise Refusal("--set needs the notebook that it is for, as in `./workbook report 04 --set trials=2000`.")
    for notebook in chosen(options.notebooks):
        notebook.values(options.set)
    if options.pdf:
        browser("--pdf needs")
    return _with_venv("reluctant.report", options.spark, page=True)


def _bake(options: argparse.Namespace, _: list[str]) -> int:
    chosen(options.notebooks)
    return _with_venv("reluctant.bake")


def _attack(options: argparse.Namespace, _: list[str]) -> int:
    if options.outside:
        if options.notebooks:
            raise Refusal("--outside trains all headline rates: name no notebook with it.")
        return outside(OUTSIDE_SEEDS)
    chosen(options.notebooks)
    return _with_venv("reluctant.attack")


def _bench(options: argparse.Namespace, _: list[str]) -> int:
    if options.all and (options.quick or not options.peers):
        raise Refusal("--all is for `./workbook bench --peers`, without --quick.")
    return compare(options.quick, options.all) if options.peers else measure(options.quick)


def _new(options: argparse.Namespace, _: list[str]) -> int:
    made = make_notebook(options.name).relative_to(places.ROOT)
    print(f"{made} is made; open it with `./workbook lab`, or run it with `./workbook report {made.name[:2]}`")
    return 0


def _with_venv(module: str, spark: bool = False, page: bool = False) -> int:
    places.sweep(places.NOTEBOOKS)
    with ready(spark=spark, page=page) as env, places.temporary() as folder:
        code, _ = children.run([places.VENV_PYTHON, "-m", module, *sys.argv[1:]], env | {"TMPDIR": folder}, places.ROOT)
    if code < 0:
        raise Refusal(f"the command was ended from outside ({children.signal_name(code)}): run it again.")
    return code


def _lab(options: argparse.Namespace, more: list[str]) -> int:
    arguments = ["--no-browser"] if options.no_browser else []
    if options.port is not None:
        _check_port(options.port)
        arguments += [f"--port={options.port}", "--ServerApp.port_retries=0"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments.append("--allow-root")  # containers; the server listens to this machine only and keeps its token
    if options.kernel == "ijava" and not find_ijava(places.VENV):
        raise Refusal("IJava is not on this machine: install it, as CONTRIBUTING.md says, or leave out --kernel.")
    arguments += () if options.verbose else QUIET
    with ready(held=False, spark=options.spark) as env:
        if options.kernel == "ijava":
            env["JUPYTER_PATH"] = os.pathsep.join(filter(None, [str(places.VENV / INSTEAD), env.get("JUPYTER_PATH")]))
        if options.verbose:
            env[VERBOSE] = "1"
        lab = [places.VENV_PYTHON, "-m", "reluctant.lab_server", f"--ServerApp.root_dir={places.NOTEBOOKS}", *LAB]
        return children.run([*lab, *arguments, *more], env, places.NOTEBOOKS)[0]


def whole_number(text: str) -> int:
    """A number in ASCII digits; Python takes others too."""
    if not re.fullmatch("[0-9]{1,9}", text):
        raise argparse.ArgumentTypeError(f"must be a whole number. Received: {readable(text, 200)}")
    return int(text)


def _check_port(port: int) -> None:
    if not 1 <= port <= 65535:
        raise Refusal(f"--port must be 1 to 65535. Received: {port}")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except PermissionError:
            raise Refusal(f"port {port} is for administrators: choose one from 1024 on with --port.") from None
        except OSError:
            raise Refusal(f"port {port} is in use: choose another one with --port, or leave it out.") from None


def _test(options: argparse.Namespace, _: list[str]) -> int:
    tests, marks = ("all", []) if options.all else ("short", ["-m", "not long"])
    tell("part 1 of 2: the library, its checks and its JUnit tests (Maven) ..")
    with ready(tests=tests) as env:
        tell("part 2 of 2: notebooks, pages and commands (pytest) ..")
        # A file's tests share kernels and servers. They wait for these a third of the time, so one file more than cores, and three are enough.
        at_once = ["-v", "-n", str(min(3, cores() + 1)), "--dist", "loadfile", "--no-loadscope-reorder"]
        return children.run([places.VENV_PYTHON, "-m", "pytest", *at_once, *marks, "src/python/test"], env, places.ROOT)[0]
