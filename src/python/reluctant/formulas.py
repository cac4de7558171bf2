"""Markdown with formulas as MathML, which every browser draws by itself, and without anything that could act."""

import html
import re

import latex2mathml.converter
from markupsafe import Markup
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

from .names import cleaned

NAMESPACE = "http://www.w3.org/1998/Math/MathML"
TEXT = set(
    "a abbr b blockquote br caption code dd del details div dl dt em h1 h2 h3 h4 h5 h6 hr i img kbd li mark ol p pre s small span"
    " strong sub summary sup table tbody td tfoot th thead tr u ul".split()
)
MATH = set(
    "math menclose merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow mspace msqrt mstyle msub"
    " msubsup msup mtable mtd mtext mtr munder munderover none".split()
)
SHAPE = set(
    "accent accentunder align alt alttext class colspan columnalign columnlines columnspacing depth dir display displaystyle"
    " fence form height id largeop linethickness lspace mathcolor mathsize mathvariant maxsize minsize movablelimits notation open"
    " rowlines rowspacing rowspan rspace scope scriptlevel separator start stretchy symmetric title voffset width".split()
)
PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp|svg\+xml);base64,[A-Za-z0-9+/=\s]*")
PROTOCOLS = {"http", "https", "mailto", "data"}  # data for pictures only: what an address may be says ADDRESS
ADDRESS = re.compile(r"(?:https?:|mailto:|#|(?![\w+.-]*:)[\w.-])[^\x00-\x20]*", re.IGNORECASE)
LONG = 60  # a formula in a line that may be wider than a telephone
TABLE_FORMULA = re.compile(r"(?<![\\$])\$(?=\S)([^$\n]*\S)\$(?!\$)")


class FormulaRenderer(IPythonRenderer):
    """IPython's renderer, but for formulas."""

    def block_math(self, body):
        return mathml(body, "block")

    def inline_math(self, body):
        return mathml(body, "inline")

    def latex_environment(self, name, body):
        return mathml(f"\\begin{{{name}}}{body}\\end{{{name}}}", "block")

    def _embed_image_or_attachment(self, src):
        try:
            return super()._embed_image_or_attachment(src)
        except Exception:  # an attachment that is missing or empty, a folder of that name: the picture's text is shown
            return ""


def mathml(latex: str, display: str) -> str:
    """One formula. What can't be read stays as it was written."""
    try:
        made = latex2mathml.converter.convert(latex.strip(), display=display)
    except Exception:  # the converter raises whatever it stumbles over
        return f"<code>{html.escape(latex)}</code>"
    # In HTML the namespace is understood. The source is the formula's name for those who can't see it.
    kind = ' class="long"' if display == "inline" and len(latex) > LONG else ""
    return made.replace(f' xmlns="{NAMESPACE}"', f'{kind} alttext="{html.escape(latex.strip())}"', 1)


def markdown(source: str, attachments: dict, folder: str) -> str:
    """Markdown as HTML, with the pictures that are attached or lie in the folder. Tags that are no text stay visible as text."""
    lines = [_without_bars(line) if line.lstrip().startswith("|") else line for line in source.split("\n")]
    renderer = FormulaRenderer(escape=False, attachments=attachments, embed_images=bool(folder), path=folder)
    made = MarkdownWithMath(renderer=renderer).render("\n".join(lines))
    return cleaned(made, TEXT | MATH, _harmless, protocols=PROTOCOLS)


def rich(source: str, attachments: dict | None = None, folder: str = "") -> Markup:
    """Markdown as HTML with its pictures in it, tables in a box of their own that scrolls when it must."""
    html = markdown(source, attachments or {}, folder)
    return Markup(html.replace("<table>", '<div class="wide" tabindex="0"><table>').replace("</table>", "</table></div>"))


def _harmless(tag: str, name: str, value: str) -> bool:
    """Whether an attribute may stay: what shapes a text, links that lead somewhere, pictures that are here."""
    if (tag, name) == ("a", "href"):
        return bool(ADDRESS.fullmatch(value))
    return bool(PICTURE.fullmatch(value)) if (tag, name) == ("img", "src") else name in SHAPE


def _without_bars(row: str) -> str:
    """A table's row in which a formula's bars don't end a cell, as JupyterLab has it."""
    return TABLE_FORMULA.sub(lambda formula: formula[0].replace("|", r"\vert "), row)
