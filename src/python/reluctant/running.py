"""A notebook, run from its first cell to its last by papermill."""

import json
import re
import sys
import time
import warnings

import psutil
from nbclient.exceptions import DeadKernelError
from nbformat import NotebookNode
from papermill.engines import NBClientEngine, papermill_engines
from papermill.exceptions import PapermillExecutionError
from papermill.execute import execute_notebook
from papermill.models import Parameter
from papermill.translators import Translator, papermill_translators
from tqdm.auto import tqdm

from . import places
from .failures import Refusal, readable
from .notebooks import Notebook, Value, parameters
from .reading import read
from .streams import joined
from .watching import LostKernel, Watcher

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")
UNFINISHED = "This cell is not finished:"  # the library's words, and what is missing in the next line
OTHERS = re.compile(r"\||---|Incomplete input:|[\w$.]+(: |$)")  # a source, a trace: what an error begins with where the library has no better word
CLASS_ALONE = re.compile(r"(?:\| *)?([\w$.]+)(?:: null)?")  # an exception without a message
JAVA_CLASS = re.compile(r"^(?:[\w$]+\.)*[\w$]+(?:, |: )")


class JavaTranslator(Translator):
    """Parameters as Java: they are assigned, so the type that the notebook declares stays."""

    @classmethod
    def translate_int(cls, value):
        return f"{value}L" if abs(value) >= 2**31 else str(value)

    @classmethod
    def translate_bool(cls, value):
        return str(value).lower()

    @classmethod
    def translate_str(cls, value):
        # Java reads JSON's escapes as they are; its unicode escapes must not stand for a line's end, and JSON has \n for that.
        return json.dumps(value)

    @classmethod
    def comment(cls, text):
        return f"// {text}".strip()

    @classmethod
    def assign(cls, name, text):
        return f"{name} = {text};"

    @classmethod
    def inspect(cls, cell):
        return [Parameter(each.name, each.type, each.default, each.comment) for each in parameters(cell.source)]


class QuietEngine(NBClientEngine):
    """Keeps what the kernel's own process says out of the progress bar."""

    @classmethod
    def execute_managed_notebook(cls, manager, kernel_name, kernel_log, start_timeout=60, **_):
        client = Watcher(manager, kernel_name=kernel_name, startup_timeout=start_timeout, timeout=None, shutdown_kernel="immediate")
        with open(kernel_log, "w") as log:
            client.execute(cwd=str(places.NOTEBOOKS), stdout=log, stderr=log)


warnings.simplefilter("ignore")  # what papermill's parts say of each other is not the reader's concern
papermill_translators.register("java", JavaTranslator)
papermill_engines.register("quiet", QuietEngine)


def run(notebook: Notebook, values: dict[str, Value] | None = None, described: str = "", kernel: str = "java") -> NotebookNode:
    """Runs a notebook with other parameters where given. The committed file is only read. Several may run at once."""
    kernel_log = places.TARGET / f"{notebook.name}.log"
    name = readable(described or notebook.name)
    began = time.monotonic()
    try:
        executed = execute_notebook(
            _read(notebook),
            None,
            parameters=values or {},
            engine_name="quiet",
            kernel_name=kernel,
            language="java",
            kernel_log=kernel_log,
            progress_bar={"desc": name, "leave": False, "disable": None},
        )
    except PapermillExecutionError as error:
        raise Refusal(f"{notebook.name} stops in {_cell(error.cell_index, error.source)}: {_said(error)}") from None
    except LostKernel as lost:
        told = f"the kernel was lost, it {lost}. Restart it in JupyterLab, run the cells above, and look at this one"
        raise Refusal(f"{notebook.name} hangs in {_cell(lost.index, lost.cell.source)}: {told}.") from None
    except (DeadKernelError, RuntimeError) as error:
        raise Refusal(f"{notebook.name}: the kernel ended ({error}). What it said last is in {kernel_log}.") from None
    for cell in executed.cells:
        if cell.cell_type == "code":
            cell.outputs = joined(list(filter(shows, cell.outputs)))
    tqdm.write(f"{name}: {len(executed.cells)} cells in {time.monotonic() - began:.0f} s", file=sys.stderr)
    return executed


def shows(output: NotebookNode) -> bool:
    """Whether there is anything to see. Where a progress bar has been there is not, and whether it has been there is chance."""
    return output.output_type != "display_data" or output.data != {"text/plain": ""}


def stop_kernels() -> None:
    """Ends every process that this one has started."""
    children = psutil.Process().children(recursive=True)
    for child in children:
        _end(child.terminate)
    for child in psutil.wait_procs(children, timeout=3)[1]:
        _end(child.kill)


def _end(how) -> None:
    try:
        how()
    except psutil.NoSuchProcess:
        pass  # it has ended already


def _read(notebook: Notebook) -> NotebookNode:
    """The committed cells without their outputs, as papermill wants them."""
    made = read(notebook.path)
    made.metadata["papermill"] = {"default_parameters": {}, "parameters": {}, "environment_variables": {}}
    for cell in made.cells:
        cell.metadata.setdefault("tags", [])
        cell.metadata["papermill"] = {}
    return made


def _cell(index: int, source: str) -> str:
    line = next((line.strip() for line in source.splitlines() if line.strip()), "")
    return f"cell {index}, `{readable(line, 200)}`"


def _said(error: PapermillExecutionError) -> str:
    return readable(message(error.ename, error.evalue, error.traceback))


def message(name: str, value: str, traceback: list[str]) -> str:
    """The one sentence of a Java exception, without the kernel's wrapping."""
    lines = [line for line in ESCAPES.sub("", "\n".join(traceback)).splitlines() if line.strip()]
    told = next(iter(lines), "")
    if told == UNFINISHED:
        return " ".join(lines[:2])
    if told and not OTHERS.match(told):
        return told
    if name == "CompilationException":
        return next((line for line in reversed(lines) if not line.startswith("|")), value)
    said = JAVA_CLASS.sub("", value, count=1) if name == "RuntimeException" else value or name
    return said if said != "null" else next((found[1] for found in map(CLASS_ALONE.fullmatch, lines) if found), name)
