"""One executed notebook as one HTML file that needs nothing else."""

import base64
import functools
import gzip
import hashlib
import json
import re
from dataclasses import dataclass
from importlib.resources import files

from bs4 import BeautifulSoup, Tag
from markupsafe import Markup, escape
from nbconvert import HTMLExporter
from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode, from_dict
from traitlets.config import Config

from . import places
from .exports import CONFIG, TEMPLATES
from .formulas import MATH, rich
from .outputs import drawn, is_figure, shown, template

TAGS = {"parameters", "injected-parameters"}  # the style knows these
KEPT = ("transient", "magics_language")  # by nbconvert
LARGEST = 3_000_000
WORDS_A_MINUTE = 220
SENTENCE_END = re.compile(r"(?<=[.?!])\s+(?=[A-Z])")
PICTURE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
WITHIN_LINES = MATH | {"b", "code", "em", "i", "mark", "s", "small", "strong", "sub", "sup", "u"}


@dataclass(frozen=True)
class Heading:
    """What a notebook says of itself first: its title as HTML and as text, and its first sentence."""

    title: Markup
    text: str
    summary: Markup
    given: bool


@dataclass(frozen=True)
class Link:
    """Another page."""

    href: str
    title: Markup


class Book(Preprocessor):
    """What the template `book` needs beside a notebook's cells. The template names it, so whoever takes the template has it."""

    def preprocess(self, nb, resources):
        """Leaves of the cells what can be shown."""
        nb = _showable(nb)
        title = heading(resources["metadata"]["name"], nb.cells)
        words = sum(len(cell.source.split()) for cell in nb.cells if cell.cell_type == "markdown")
        made = {"heading": title, "contents": contents(nb), "minutes": -(-words // WORDS_A_MINUTE), "unrun": _unrun(nb)}
        made |= {"drawn": drawn, "rich": rich, **assets()}
        made["plotly"] = Markup(plotly()[0]) if _has_figures(nb) else ""
        resources["book"] = made | resources.get("book", {})
        return nb, resources


def _showable(nb: NotebookNode) -> NotebookNode:
    """The cells without halves of characters, without tags of no concern to a page, and with their outputs joined."""
    made = from_dict(json.loads(json.dumps(nb, ensure_ascii=False).encode(errors="replace")))
    for cell in made.cells:
        tags = [tag for tag in cell.metadata.get("tags", []) if tag in TAGS]
        cell.metadata = {key: cell.metadata[key] for key in KEPT if key in cell.metadata} | {"tags": tags}
        if cell.cell_type == "code":
            cell.outputs = shown(cell.outputs)
        else:
            cell.pop("outputs", None)
    return made


def _unrun(nb: NotebookNode) -> bool:
    """Whether there is code, and none of it has been run."""
    code = [cell for cell in nb.cells if cell.cell_type == "code" and cell.source.strip()]
    return bool(code) and not any(cell.get("execution_count") or cell.get("outputs") for cell in code)


def _has_figures(nb: NotebookNode) -> bool:
    return any(is_figure(output) for cell in nb.cells for output in cell.get("outputs", []))


def page(name: str, executed: NotebookNode, home: str | None = None, before: Link | None = None, after: Link | None = None) -> str:
    """The page of a notebook, between the pages before and after it. Without these, Jupyter's own export is the same."""
    resources = {"book": {"home": home, "before": before, "after": after}}
    resources["metadata"] = {"name": name, "path": str(places.NOTEBOOKS)}
    language = {key: executed.metadata[key] for key in ("language_info",) if key in executed.metadata}
    return HTMLExporter(config=Config(CONFIG)).from_notebook_node(NotebookNode(executed, metadata=from_dict(language)), resources)[0]


def overview(**content) -> str:
    """The page that lists all others."""
    return template("overview.html.j2").render(**content, **assets())


@functools.cache
def assets() -> dict[str, Markup]:
    """The style, the script and the policy that every page holds: nothing but the page's own scripts runs, nothing is fetched."""
    colours = json.loads(places.STYLE.read_bytes())["layout"]["colorway"]
    style, early, *scripts = map(_read, ("page.css", "early.js", "player.js", "flat.js", "page.js"))
    script, looking = "".join(scripts), _read("looking.js")
    hashes = " ".join(f"'sha256-{sha(text)}'" for text in (script, early, looking, plotly()[1]))
    policy = f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'"
    style = f":root {{ --series: {' '.join(colours)}; }}\n{style}"
    return {"style": Markup(style), "script": Markup(script), "early": Markup(early), "looking": Markup(looking), "policy": Markup(policy)}


def _read(name: str) -> str:
    return (TEMPLATES / "book" / name).read_text(encoding="utf-8")


@functools.cache
def plotly() -> tuple[str, str]:
    """The drawing library: packed in a script element, and as it is."""
    source = (files("plotly") / "package_data" / "plotly.min.js").read_bytes()
    packed = base64.b64encode(gzip.compress(source, 9, mtime=0)).decode()
    return f'<script type="text/plain" id="plotly">{packed}</script>', source.decode("utf-8")


def sha(text: str) -> str:
    """A hash as a page's policy has it."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def heading(name: str, cells: list[dict]) -> Heading:
    """The first heading and the first sentence after it, or the name where there is none."""
    source = next(("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"), "")
    title = re.search(r"^# +(.+)$", source, re.MULTILINE)
    first = re.search(r"^(?![#\s])(?:.+\n?)+", source, re.MULTILINE)
    sentence = SENTENCE_END.split(first[0].strip(), maxsplit=1)[0] if first else ""
    made = _inline(title[1]) if title else escape(name)
    return Heading(made, BeautifulSoup(made, "html.parser").get_text().strip(), _inline(sentence), bool(title))


def _inline(source: str) -> Markup:
    """A line of Markdown as HTML that can stand in a link."""
    soup = BeautifulSoup(rich(PICTURE.sub(r"\1", source)), "html.parser")
    return _linkable(soup.p) if soup.p else escape(source)


def _linkable(title: Tag) -> Markup:
    """What an element says, without links, pictures and blocks."""
    for link in title.select("a.anchor-link"):
        link.decompose()
    for picture in title.find_all("img"):
        picture.replace_with(picture.get("alt", ""))
    for other in title.find_all(lambda each: each.name not in WITHIN_LINES):
        other.unwrap()
    return Markup(title.decode_contents())


def contents(executed: NotebookNode) -> list[dict]:
    """The headings of the second and third level, for the table of contents."""
    found = []
    for cell in executed.cells:
        if cell.cell_type == "markdown":
            for title in BeautifulSoup(rich(cell.source, cell.get("attachments")), "html.parser").find_all(["h2", "h3"]):
                found.append({"level": title.name, "id": title.get("id", ""), "title": _linkable(title)})
    return found
