"""The public cases that the notebooks settle, and the symptoms by which a reader finds them."""

from nbformat import NotebookNode

from . import told

MIME = "application/vnd.reluctant.case+json"
TEXTS = ("id", "title", "address", "at", "asks", "setup", "untold", "cause")
LISTS = ("symptoms", "reported")


def read(data) -> dict | None:
    """What an output says that calls itself a case, or None where it says none."""
    case = told.fields(data, TEXTS)
    if case is None:
        return None
    lists = [case.get(field) for field in LISTS]
    if not all(isinstance(each, list) and all(isinstance(one, str) for one in each) for each in lists):
        return None
    return {field: case[field] for field in (*TEXTS, *LISTS)} if case["address"].startswith("https://") else None


def of(name: str, executed: NotebookNode) -> list[dict]:
    """The cases of one executed notebook, in order, each with the notebook's name."""
    found = map(read, told.of(executed, MIME))
    return [case | {"notebook": name} for case in found if case]


def symptoms(cases: list[dict]) -> list[str]:
    """All symptoms, each once, as a reader may look for them."""
    return sorted({symptom for case in cases for symptom in case["symptoms"]}, key=str.lower)
