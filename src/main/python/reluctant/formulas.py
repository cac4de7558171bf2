"""Markdown with formulas as MathML, which every browser draws by itself."""

import html
import re

import latex2mathml.converter
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

NAMESPACE = "http://www.w3.org/1998/Math/MathML"
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


def markdown(source: str, attachments: dict, folder: str) -> str:
    """Markdown as HTML, with the pictures that are attached or lie in the folder."""
    lines = [_without_bars(line) if line.lstrip().startswith("|") else line for line in source.split("\n")]
    renderer = FormulaRenderer(escape=False, attachments=attachments, embed_images=bool(folder), path=folder)
    return MarkdownWithMath(renderer=renderer).render("\n".join(lines))


def _without_bars(row: str) -> str:
    """A table's row in which a formula's bars don't end a cell, as JupyterLab has it."""
    return TABLE_FORMULA.sub(lambda formula: formula[0].replace("|", r"\vert "), row)
