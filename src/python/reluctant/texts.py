"""A notebook as plain text: Markdown without HTML in it, and a script for JShell."""

import re

from bs4 import BeautifulSoup, NavigableString
from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode

from . import claims
from .outputs import shown
from .tables import markdown

PNG = "image/png"
KNOWN = ("image/svg+xml", "image/jpeg", "text/markdown", "text/latex")
MARKS = re.compile(r"([\\`*_<|]|\](?=\())")
LITERAL = re.compile(r'"(?:[^"\\\n]|\\.)*"')
GOES_ON = re.compile(r"(\s*)(\.(?!\d)|\+(?!\+)|&&|\|\||[?:=*]|else\b|catch\b|finally\b)(.*)")
LINE_END = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
UNICODE_ESCAPE = re.compile(r"\\(?=u)")
UNREAD = {ord(end): f"\\u{ord(end):04x}" for end in "\x85\u2028\u2029"}  # JShell ends a line there, Java doesn't
HOW = 'Run it in the notebook\'s folder: jshell --class-path "../target/lib/*" {name}{ending}'


class PlainMarkdown(Preprocessor):
    """Outputs as Markdown: figures are pictures, tables are tables, claims are quotes."""

    def preprocess(self, nb, resources):
        """Each output keeps one form."""
        resources["alt"] = alt
        return super().preprocess(nb, resources)

    def preprocess_cell(self, cell, resources, index):
        """One cell's outputs."""
        if cell.cell_type == "code":
            cell.outputs = shown(cell.outputs)
        for output in cell.get("outputs", []):
            if "data" in output:
                output.data = _plain(output.data)
        return cell, resources


def _plain(data: NotebookNode) -> dict:
    said = data.get("text/plain", "")
    if claims.MIME in data and said:
        return {"text/markdown": "> " + "\\\n> ".join(map(escaped, said.splitlines()))}
    if PNG in data:
        return {PNG: data[PNG], "text/plain": said}
    if "<table" in data.get("text/html", ""):
        return {"text/markdown": tables(data["text/html"])}
    if said:
        return {"text/plain": " ".join(said.split("\r"))}
    if "text/html" in data:
        return {"text/markdown": tables(data["text/html"])}
    known = {mime: data[mime] for mime in KNOWN if mime in data}
    return known or {"text/plain": f"What this cell showed can't be shown here ({', '.join(data)})."}


def alt(output: NotebookNode) -> str:
    """What a picture shows, in one line."""
    return escaped(" ".join(output.data.get("text/plain", "").split())) or "A picture"


def tables(html: str) -> str:
    """HTML's text, with its tables as Markdown has them."""
    soup = BeautifulSoup(html, "html.parser")
    for text in [text for text in soup.find_all(string=True) if type(text) is NavigableString and not text.find_parent("table")]:
        text.replace_with(escaped(text))
    for table in soup.find_all("table"):
        rows = [[_cell(cell) for cell in row.find_all(["th", "td"])] for row in table.find_all("tr")]
        width = max(map(len, rows), default=0)
        head = [] if table.find("th") else [[]]
        filled = [row + [""] * (width - len(row)) for row in head + rows]
        table.replace_with(f"\n\n{markdown(filled)}\n" if width else "")
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
            how = HOW.format(name=resources["metadata"]["name"], ending=info.get("file_extension", ".txt"))
            resources |= {"how": comment(how), "comment": comment}
            return super().preprocess(nb, resources)
        return nb, resources

    def preprocess_cell(self, cell, resources, index):
        """One cell's code."""
        if cell.cell_type == "code":
            cell.source = shell(cell.source)
        return cell, resources


def comment(text: str) -> str:
    """A text that JShell passes over: no line of it ends unseen, neither does Java read an escape of it as a line's end."""
    return "\n".join(f"// {line}" for line in UNICODE_ESCAPE.sub(r"\\ ", LINE_END.sub("\n", text)).split("\n"))


def shell(source: str) -> str:
    """A cell's code. A statement that goes on in the next line says so at the end of its line, or JShell would take it as complete."""
    source = re.sub("\r\n?", "\n", source).translate(UNREAD)
    if '"""' in source:
        return source
    made = []
    for line in source.split("\n"):
        goes_on = GOES_ON.fullmatch(line)
        if line.startswith("%"):
            made.append(comment(line))
        elif goes_on and made and "//" not in LITERAL.sub("", made[-1]):
            indent, operator, rest = goes_on.groups()
            made[-1] += operator if operator == "." else f" {operator}"
            made.append(indent + rest.lstrip())
        else:
            made.append(line)
    return "\n".join(made)
