"""A notebook's file, read whole or refused in one sentence."""

import json
import warnings
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.warnings import DuplicateCellId, MissingIDFieldWarning
from traitlets.log import get_logger

from .failures import Refusal, readable, sentence

OLDEST_CHECKED, NEWEST = 3, 4
LONGEST = 200
warnings.simplefilter("ignore", DuplicateCellId)
warnings.simplefilter("ignore", MissingIDFieldWarning)
get_logger().disabled = True  # nbformat tells it at length what a refusal says in a sentence


def read(path: Path) -> NotebookNode:
    """A notebook of Java, as the newest format has it. The file is only read."""
    name = readable(path.name)
    notebook = _upgraded(name, _json(path, name))
    language = _language(notebook.metadata)
    if language.lower() != "java":
        raise Refusal(f"{name} is a notebook of {readable(language)[:LONGEST]}, and those of Java are run here: move it elsewhere.")
    return notebook


def _json(path: Path, name: str) -> dict:
    try:
        path.name.encode()
        if not path.is_file():
            raise Refusal(f"{name} is {_kind(path)}, not a notebook: restore it, or move it elsewhere.")
        made = json.loads(path.read_bytes())
    except OSError as error:
        raise Refusal(f"{name} can't be read: {sentence(error)}") from None
    except UnicodeEncodeError:
        raise Refusal(f"the name of {name} is not Unicode: rename it.") from None
    except RecursionError:
        raise Refusal(f"{name} is nested too deeply for a notebook: restore it, as with `git checkout`.") from None
    except ValueError as error:
        raise _no_notebook(name, f"it is not JSON: {error}") from None
    if not isinstance(made, dict):
        raise _no_notebook(name, "its JSON is no object")
    return made


def _kind(path: Path) -> str:
    """What lies there instead of a file."""
    if path.is_dir():
        return "a folder"
    return "a link that leads nowhere" if path.is_symlink() else "no file"


def _upgraded(name: str, made: dict) -> NotebookNode:
    version = made.get("nbformat", 0)
    if not isinstance(version, int) or not 1 <= version <= NEWEST:
        raise Refusal(f"{name} is of nbformat {readable(str(version))[:LONGEST]}, and 1 to {NEWEST} can be read: save it as one of these.")
    try:
        checked = _with_ids(made) if version == NEWEST else made
        if version >= OLDEST_CHECKED:
            nbformat.validate(checked, version=version, relax_add_props=True)
        notebook = nbformat.versions[version].to_notebook_json(checked, minor=made.get("nbformat_minor", 0))
        notebook = nbformat.v4.upgrade(nbformat.from_dict(nbformat.convert(notebook, NEWEST)))
        nbformat.validate(notebook, relax_add_props=True)
        for cell in notebook.cells:
            if cell.cell_type != "code":
                cell.pop("outputs", None)  # unknown fields are no error
    except nbformat.ValidationError as error:
        place = "/".join(map(str, error.relative_path)) or "as a whole"
        raise _no_notebook(name, f"{place}: {_shortened(error.message)}") from None
    except Exception as error:  # of any kind: each version's reader stumbles in its own way
        raise _no_notebook(name, str(error) or type(error).__name__) from None
    return notebook


def _with_ids(made: dict) -> dict:
    try:
        return nbformat.validator.normalize(made)[1]
    except Exception:  # it stumbles over what the schema then finds
        return made


def _shortened(message: str) -> str:
    return message if len(message) <= LONGEST / 2 else f"{message[:20]} … {message[-60:]}"


def _no_notebook(name: str, told: str) -> Refusal:
    first = next(iter(told.splitlines()), "")[:LONGEST]
    return Refusal(f"{name} is not a notebook ({readable(first)}): restore it, as with `git checkout`.")


def _language(metadata: dict) -> str:
    """What a notebook says of its language, Java where it says nothing."""
    kernel, language = metadata.get("kernelspec", {}), metadata.get("language_info", {})
    return str(kernel.get("language") or language.get("name") or "java")
