"""Markdown with formulas as MathML, which every browser draws by itself."""

import html

import latex2mathml.converter
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath


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
    # The source is the formula's name for those who can't see it.
    return made.replace("<math ", f'<math alttext="{html.escape(latex.strip())}" ', 1)


def markdown(source: str) -> str:
    """Markdown as HTML."""
    return MarkdownWithMath(renderer=FormulaRenderer(escape=False, exclude_anchor_links=False)).render(source)
