"""What a page shows of a cell's outputs: what is known to be harmless and can be drawn, and nothing else."""

import base64
import binascii
import functools
import json
import math
import re
from html import unescape

import jinja2
from markupsafe import Markup
from nbconvert.filters import ansi2html
from nbformat import NotebookNode

from . import cases, claims
from .exports import TEMPLATES
from .formulas import rich
from .names import CHAPTER, anchor, cleaned
from .streams import bounded, joined

FIGURE = "application/vnd.plotly.v1+json"
PLOTLY_MARKUP = re.compile(r"</?(?:b|i|em|sub|sup|span|a|br)\b[^>]*>", re.IGNORECASE)
TABLE_TAGS = {"table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption", "p", "em", "strong", "code", "pre", "br", "ul", "ol", "li", "sub", "sup", "div", "span", "a"}
HIGHEST, WIDEST = 2000, 10_000


def shown(outputs: list[NotebookNode]) -> list[NotebookNode]:
    """A cell's outputs, with what was printed in one piece and what was thrown told, both bounded."""
    made = joined(outputs)
    for output in made:
        if output.output_type == "error":
            told = "\n".join(output.traceback) or f"{output.ename}: {output.evalue}"
            output.traceback = bounded(told).split("\n")
    return made


def drawn(output: NotebookNode) -> Markup:
    """The first of an output's forms that can be drawn."""
    data = output.data
    for mime, draw in DRAWN.items():
        if mime in data and (made := draw(data[mime], output)) is not None:
            return made
    kinds = ", ".join(data)[:200] or "no kind"
    return Markup('<p class="notice">What this cell showed can’t be shown here ({}).</p>').format(kinds) if data else Markup("")


def is_figure(output: NotebookNode) -> bool:
    """Whether an output has what a figure is made of."""
    figure = output.get("data", {}).get(FIGURE)
    if not isinstance(figure, dict) or not all(isinstance(figure.get(part, {}), dict) for part in ("layout", "config")):
        return False
    lists = [figure.get(part, []) for part in ("data", "frames")]
    return all(isinstance(each, list) and all(isinstance(one, dict) for one in each) for each in lists)


def figure(_, output: NotebookNode) -> Markup | None:
    """A figure: its caption, its text alternative and its data. The page's script draws it."""
    if not is_figure(output):
        return None
    data = json.loads(json.dumps(output.data[FIGURE], sort_keys=True), parse_float=_number, parse_constant=lambda _: None)
    layout = data.setdefault("layout", {})
    data.setdefault("data", [])
    caption = _caption(layout.pop("title", None))
    meta = layout.get("meta")
    alts = (meta.get("alt") if isinstance(meta, dict) else None, output.data.get("text/plain"), caption, "A figure")
    alt = next(each for each in alts if isinstance(each, str) and each)
    layout.pop("width", None)  # the page's width is the figure's
    height = layout.pop("height", None)
    if _is_number(height) and height > 0:
        layout["height"] = min(height, HIGHEST)
    packed = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return Markup(
        '<figure class="figure"><div class="plot" role="group" aria-label="{}"></div><noscript><p>{}</p></noscript>'
        "{}<script type=\"application/json\">{}</script></figure>"
    ).format(alt, alt, Markup("<figcaption>{}</figcaption>").format(caption) if caption else "", Markup(packed))


def picture(output: NotebookNode) -> tuple[str, str] | None:
    """The picture that is stored beside a figure and what it shows, or nothing."""
    data = output["data"].get("image/png")
    packed = _packed("image/png", data) if isinstance(data, str) else None
    meta = output["data"][FIGURE].get("layout", {}).get("meta") if is_figure(output) else None
    alt = meta.get("alt") if isinstance(meta, dict) else None
    return (packed, alt if isinstance(alt, str) else "") if packed else None


def _caption(title) -> str:
    text = title.get("text") if isinstance(title, dict) else title
    return unescape(PLOTLY_MARKUP.sub(" ", text)).strip() if isinstance(text, str) else ""


def _number(text: str) -> float | None:
    """A number as JupyterLab stores it, which knows no difference between 1 and 1.0."""
    number = float(text)
    if not math.isfinite(number):
        return None
    return int(number) if number.is_integer() and abs(number) < 1e21 else number


def _is_number(value) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def claim(data, _) -> Markup | None:
    """A claim: what was said, what was measured and the verdict."""
    told = claims.read(data)
    return told and Markup(template("claim.html.j2").render(claim=claims.shown(told), id=anchor(told["id"])))


def case(data, _) -> Markup | None:
    """A public case: what was asked, where, and what was reported."""
    told = cases.read(data)
    return told and Markup(template("case.html.j2").render(case=told, id=anchor(told["id"])))


@functools.cache
def template(name: str) -> jinja2.Template:
    """One of the book's own templates."""
    loader = jinja2.FileSystemLoader(TEMPLATES / "book")
    return jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True).get_template(name)


def plain_html(html: str, _=None) -> Markup | None:
    """Tables and text of a kernel, without anything that could act."""
    if not isinstance(html, str):
        return None
    made = cleaned(html, TABLE_TAGS, _harmless, strip=True)
    return Markup(f'<div class="wide" tabindex="0">{made}</div>')


def _harmless(tag: str, name: str, value: str) -> bool:
    """Whether an attribute may stay: what shapes a table, links to chapters, and the mark of a line that can be copied."""
    if tag == "a":
        return name == "href" and bool(CHAPTER.fullmatch(value))
    if tag == "code":
        return name == "class" and value == "trial"
    return name in {"th": ("scope", "colspan", "rowspan"), "td": ("colspan", "rowspan")}.get(tag, ())


def _text(text, _) -> Markup | None:
    if not isinstance(text, str):
        return None
    made = Markup(ansi2html(bounded(text)))
    return Markup('<div class="jp-RenderedText jp-OutputArea-output" data-mime-type="text/plain"><pre>{}</pre></div>').format(made)


def _rich_text(text, _) -> Markup | None:
    return plain_html(rich(text)) if isinstance(text, str) else None


def _picture(mime: str):
    def draw(data, output: NotebookNode) -> Markup | None:
        if not isinstance(data, str) or not (packed := _packed(mime, data)):
            return None
        told, sizes = output.data.get("text/plain"), output.get("metadata", {}).get(mime, {})
        alt = told if isinstance(told, str) and told.strip() else "A picture"
        size = Markup("").join(
            Markup(' {}="{}"').format(side, int(sizes[side]))
            for side in ("width", "height")
            if isinstance(sizes, dict) and _is_number(sizes.get(side)) and 1 <= sizes[side] <= WIDEST
        )
        return Markup('<div class="jp-RenderedImage jp-OutputArea-output"><img src="data:{};base64,{}" alt="{}"{}/></div>').format(mime, packed, alt, size)

    return draw


def _packed(mime: str, data: str) -> str | None:
    """A picture as an address can hold it, or None where it isn't one."""
    if mime == "image/svg+xml":
        return base64.b64encode(data.encode(errors="replace")).decode()
    packed = "".join(data.split())
    try:
        return packed if base64.b64decode(packed, validate=True) else None
    except (binascii.Error, ValueError):
        return None


DRAWN = {
    FIGURE: figure,
    claims.MIME: claim,
    cases.MIME: case,
    "text/html": plain_html,
    "text/markdown": _rich_text,
    "image/svg+xml": _picture("image/svg+xml"),
    "text/latex": _rich_text,
    **{mime: _picture(mime) for mime in ("image/png", "image/jpeg", "image/gif", "image/webp")},
    "text/plain": _text,
}
