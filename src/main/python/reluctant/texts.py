"""A notebook as plain text: Markdown without HTML in it, and a script for JShell."""

import re

from bs4 import BeautifulSoup
from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode

from . import claims
from .tables import markdown

PNG = "image/png"
MARKS = re.compile(r"([\\`*_<|]|\](?=\())")
LITERAL = re.compile(r'"(?:[^"\\\n]|\\.)*"')
GOES_ON = re.compile(r"(\s*)(\.(?!\d)|\+(?!\+)|&&|\|\||[?:=*]|else\b|catch\b|finally\b)(.*)")
HOW = '// Run it in the notebook\'s folder: jshell --class-path "../target/lib/*" {name}{ending}'


class PlainMarkdown(Preprocessor):
    """Outputs as Markdown: figures are pictures, tables are tables, claims are quotes."""

    def preprocess(self, nb, resources):
        """Each output keeps one form."""
        resources["alt"] = alt
        return super().preprocess(nb, resources)

    def preprocess_cell(self, cell, resources, index):
        """One cell's outputs."""
        for output in cell.get("outputs", []):
            if "data" in output:
                output.data = _plain(output.data)
        return cell, resources


def _plain(data: NotebookNode) -> dict:
    said = data.get("text/plain", "")
    if claims.MIME in data:
        return {"text/markdown": "> " + "\\\n> ".join(map(escaped, said.splitlines()))}
    if PNG in data:
        return {PNG: data[PNG], "text/plain": said}
    if "<table" in data.get("text/html", ""):
        return {"text/markdown": tables(data["text/html"])}
    return {"text/plain": said} if said else data


def alt(output: NotebookNode) -> str:
    """What a picture shows, in one line."""
    return escaped(" ".join(output.data.get("text/plain", "").split())) or "A picture"


def tables(html: str) -> str:
    """HTML's text, with its tables as Markdown has them."""
    soup = BeautifulSoup(html, "html.parser")
    for table in soup.find_all("table"):
        rows = [[_cell(cell) for cell in row.find_all(["th", "td"])] for row in table.find_all("tr")]
        head = [] if table.find("th") else [[""] * max(map(len, rows))]
        table.replace_with(f"\n\n{markdown(head + rows)}\n")
    return soup.get_text().strip()


def _cell(cell) -> str:
    text, link = escaped(" ".join(cell.get_text(" ").split())), cell.find("a", href=True)
    return f"[{text}]({link['href']})" if link else text


def escaped(text: str) -> str:
    """Text that Markdown leaves as it is."""
    return MARKS.sub(r"\\\1", text)


class JavaShell(Preprocessor):
    """Java that JShell reads line by line: prose and the kernel's commands are comments. Other languages stay as they are."""

    def preprocess(self, nb, resources):
        """Says how to run it, too."""
        info = nb.metadata.get("language_info", {})
        if info.get("name", "").lower() == "java":
            resources["how"] = HOW.format(name=resources["metadata"]["name"], ending=info.get("file_extension", ".txt"))
            return super().preprocess(nb, resources)
        return nb, resources

    def preprocess_cell(self, cell, resources, index):
        """One cell's code."""
        if cell.cell_type == "code":
            cell.source = shell(cell.source)
        return cell, resources


def shell(source: str) -> str:
    """A cell's code. A statement that goes on in the next line says so at the end of its line, or JShell would take it as complete."""
    if '"""' in source:
        return source
    made = []
    for line in source.split("\n"):
        goes_on = GOES_ON.fullmatch(line)
        if line.startswith("%"):
            made.append(f"// {line}")
        elif goes_on and made and "//" not in LITERAL.sub("", made[-1]):
            indent, operator, rest = goes_on.groups()
            made[-1] += operator if operator == "." else f" {operator}"
            made.append(indent + rest.lstrip())
        else:
            made.append(line)
    return "\n".join(made)
