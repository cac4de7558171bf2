"""Markdown with formulas as MathML, which every browser draws by itself, and without anything that could act."""

import html
import re

import latex2mathml.converter
from bleach import clean
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

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
ADDRESS = re.compile(r"(?:https?:|mailto:|#|(?![\w+.-]*:)[\w.-])[^\x00-\x20]*", re.IGNORECASE)
TABLE_FORMULA = re.compile(r"(?<![\\$])\$(?=\S)([^$\n]*\S)\$(?!\$)")


class FormulaRenderer(IPythonRenderer):
    """IPython's renderer, but for formulas."""

    def block_math(self, body):
        return mathml(body, "block")

    def inline_math(self, body):
        return mathml(body, "inline")

    def latex_environment(self, name, body):
        return mathml(f"\\begin{{{name}}}{body}\\end{{{name}}}", "block")


def mathml(latex: str, display: str) -> str:
    """One formula. What can't be read stays as it was written."""
    try:
        made = latex2mathml.converter.convert(latex.strip(), display=display)
    except Exception:  # the converter raises whatever it stumbles over
        return f"<code>{html.escape(latex)}</code>"
    # In HTML the namespace is understood. The source is the formula's name for those who can't see it.
    return made.replace(f' xmlns="{NAMESPACE}"', f' alttext="{html.escape(latex.strip())}"', 1)


def markdown(source: str) -> str:
    """Markdown as HTML. Tags that are no text stay visible as text."""
    lines = [_without_bars(line) if line.lstrip().startswith("|") else line for line in source.split("\n")]
    made = MarkdownWithMath(renderer=FormulaRenderer(escape=False)).render("\n".join(lines))
    return clean(made, tags=TEXT | MATH, attributes=_harmless)


def _harmless(tag: str, name: str, value: str) -> bool:
    """Whether an attribute may stay: what shapes a text, links that lead somewhere, pictures that are here."""
    if (tag, name) == ("a", "href"):
        return bool(ADDRESS.fullmatch(value))
    return bool(PICTURE.fullmatch(value)) if (tag, name) == ("img", "src") else name in SHAPE


def _without_bars(row: str) -> str:
    """A table's row in which a formula's bars don't end a cell, as JupyterLab has it."""
    return TABLE_FORMULA.sub(lambda formula: formula[0].replace("|", r"\vert "), row)
