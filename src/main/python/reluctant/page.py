"""One executed notebook as one HTML file that needs nothing else."""

import base64
import functools
import gzip
import hashlib
import json
import re
from dataclasses import dataclass
from html import unescape
from importlib.resources import files

import jinja2
from bleach import clean
from bs4 import BeautifulSoup, Tag
from markupsafe import Markup, escape
from nbconvert import HTMLExporter
from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode
from traitlets.config import Config

from . import claims, places
from .exports import CONFIG, TEMPLATES
from .formulas import MATH, markdown

FIGURE = "application/vnd.plotly.v1+json"
LARGEST = 3_000_000
WORDS_A_MINUTE = 220
SENTENCE_END = re.compile(r"(?<=[.?!])\s+(?=[A-Z])")
PICTURE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
PLOTLY_MARKUP = re.compile(r"</?(?:b|i|em|sub|sup|span|a|br)\b[^>]*>", re.IGNORECASE)
TABLE_TAGS = {"table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption", "p", "em", "strong", "code", "pre", "br", "ul", "ol", "li", "sub", "sup", "div", "span", "a"}
WITHIN_LINES = MATH | {"b", "code", "em", "i", "mark", "s", "small", "strong", "sub", "sup", "u"}
CHAPTER = re.compile(r"(?P<name>\d\d-[a-z0-9-]+)\.ipynb(?P<place>#[\w.-]+)?")
CHAPTER_LINK = re.compile(rf'(?<=href="){CHAPTER.pattern}(?=")')


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
        """Leaves the cells as they are."""
        title = heading(resources["metadata"]["name"], nb.cells)
        words = sum(len(cell.source.split()) for cell in nb.cells if cell.cell_type == "markdown")
        made = {"heading": title, "contents": contents(nb), "minutes": -(-words // WORDS_A_MINUTE), "unrun": _unrun(nb)}
        made |= {"figure": figure, "claim": claim, "plain_html": plain_html, "rich": rich, **assets()}
        made["plotly"] = Markup(plotly()[0]) if _has_figures(nb) else ""
        resources["book"] = made | resources.get("book", {})
        return nb, resources


def _unrun(nb: NotebookNode) -> bool:
    """Whether there is code, and none of it has been run."""
    code = [cell for cell in nb.cells if cell.cell_type == "code" and cell.source.strip()]
    return bool(code) and not any(cell.get("execution_count") or cell.get("outputs") for cell in code)


def _has_figures(nb: NotebookNode) -> bool:
    return any(FIGURE in output.get("data", {}) for cell in nb.cells for output in cell.get("outputs", []))


def page(name: str, executed: NotebookNode, home: str | None = None, before: Link | None = None, after: Link | None = None) -> str:
    """The page of a notebook, between the pages before and after it. Without these, Jupyter's own export is the same."""
    resources = {"book": {"home": home, "before": before, "after": after}}
    resources["metadata"] = {"name": name, "path": str(places.NOTEBOOKS)}
    return HTMLExporter(config=Config(CONFIG)).from_notebook_node(executed, resources)[0]


def overview(**content) -> str:
    """The page that lists all others."""
    return _template("overview.html.j2").render(**content, **assets())


@functools.cache
def _template(name: str) -> jinja2.Template:
    loader = jinja2.FileSystemLoader(TEMPLATES / "book")
    return jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True).get_template(name)


@functools.cache
def assets() -> dict[str, Markup]:
    """The style, the script and the policy that every page holds: nothing but the page's own scripts runs, nothing is fetched."""
    style, early, *scripts = map(_read, ("page.css", "early.js", "player.js", "flat.js", "page.js"))
    script = "".join(scripts)
    hashes = " ".join(f"'sha256-{_sha(text)}'" for text in (script, early, plotly()[1]))
    policy = f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'"
    return {"style": Markup(style), "script": Markup(script), "early": Markup(early), "policy": Markup(policy)}


def _read(name: str) -> str:
    return (TEMPLATES / "book" / name).read_text(encoding="utf-8")


@functools.cache
def plotly() -> tuple[str, str]:
    """The drawing library: packed in a script element, and as it is."""
    source = (files("plotly") / "package_data" / "plotly.min.js").read_bytes()
    packed = base64.b64encode(gzip.compress(source, 9, mtime=0)).decode()
    return f'<script type="text/plain" id="plotly">{packed}</script>', source.decode("utf-8")


def _sha(text: str) -> str:
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


def rich(source: str, attachments: dict | None = None, folder: str = "") -> Markup:
    """Markdown as HTML with its pictures in it, tables in a box of their own that scrolls when it must."""
    html = markdown(source, attachments or {}, folder).replace("<table>", '<div class="wide" tabindex="0"><table>').replace("</table>", "</table></div>")
    return _to_pages(html)


def _to_pages(html: str) -> Markup:
    """Links from chapter to chapter lead from page to page."""
    return Markup(CHAPTER_LINK.sub(r"\g<name>.html\g<place>", html))


def figure(output: NotebookNode) -> Markup:
    """A figure: its caption, its text alternative and its data. The page's script draws it."""
    data = json.loads(json.dumps(output["data"][FIGURE], sort_keys=True), parse_float=_number)
    layout = data.get("layout", {})
    title = layout.pop("title", None) or ""
    caption = unescape(PLOTLY_MARKUP.sub(" ", title.get("text") or "" if isinstance(title, dict) else title)).strip()
    alt = (layout.get("meta") or {}).get("alt") or output["data"].get("text/plain") or caption or "A figure"
    packed = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return Markup(
        '<figure class="figure"><div class="plot" role="group" aria-label="{}"></div><noscript><p>{}</p></noscript>'
        "{}<script type=\"application/json\">{}</script></figure>"
    ).format(alt, alt, Markup("<figcaption>{}</figcaption>").format(caption) if caption else "", Markup(packed))


def _number(text: str) -> float:
    """A number as JupyterLab stores it, which knows no difference between 1 and 1.0."""
    number = float(text)
    return int(number) if number.is_integer() and abs(number) < 1e21 else number


def claim(output: NotebookNode) -> Markup:
    """A claim: what was said, what was measured and the verdict."""
    data = output["data"][claims.MIME]
    told = json.loads(data) if isinstance(data, str) else data
    return Markup(_template("claim.html.j2").render(claim=told, kind=kind(told["verdict"])))


def kind(verdict: str) -> str:
    """The class of a verdict: true, false or partly."""
    return verdict if verdict in ("true", "false") else "partly"


def plain_html(html: str) -> Markup:
    """Tables and text of a kernel, without anything that could act."""
    made = clean(html, tags=TABLE_TAGS, attributes=_harmless, strip=True)
    return _to_pages(f'<div class="wide" tabindex="0">{made}</div>')


def _harmless(tag: str, name: str, value: str) -> bool:
    """Whether an attribute may stay: what shapes a table, links to chapters, and the mark of a line that can be copied."""
    if tag == "a":
        return name == "href" and bool(CHAPTER.fullmatch(value))
    if tag == "code":
        return name == "class" and value == "trial"
    return name in {"th": ("scope", "colspan", "rowspan"), "td": ("colspan", "rowspan")}.get(tag, ())
