"""Good notebooks, broken in as many ways as chance finds: any node of the JSON, any byte of the file."""

import copy
import json
from random import Random

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output, new_raw_cell

import samples

PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
FIGURE, CLAIM = "application/vnd.plotly.v1+json", "application/vnd.reluctant.claim+json"
HARM = "</script></style></pre><meta http-equiv=refresh content=0><style>*{}</style><script>harm()</script><a style=position:fixed href=//evil.invalid>"


def deep(depth):
    made = 0
    for _ in range(depth):
        made = [made]
    return made


ODD = (
    *(None, True, 0, -1, 5, 1e308, float("nan"), float("inf"), 10**400, "", " ", "5", "java", "\0", "\ud800", "\u2028", "x" * 100_000),
    *([], [None], [[]], {}, {"a": None}, {"": ""}, deep(60), HARM, [HARM], {"text": HARM}, "1 style=position:fixed;inset:0", "attachment:none.png"),
    *("data:text/html,x", "javascript:harm()", "![](attachment:none.png)", "![a](/)", "[a](x", "> " * 300 + "deep", "$" * 99, "$$\\frac{1}{", "|" * 500, "# \n\n## \n"),
)
KEYS = (
    *("cells", "source", "outputs", "data", "metadata", "tags", "text", "nbformat", "nbformat_minor", "text/html", "text/vnd.mermaid", "layout"),
    *("image/png", "image/svg+xml", "text/latex", "text/markdown", "application/pdf", "title", "frames", "kernelspec", "language", "widgets", "transient", "id", "x"),
)


def whole():
    """A notebook with every kind of cell and output that there is."""
    figure = {
        "data": [{"type": "scatter", "y": [1, 2], "name": "a"}],
        "layout": {"title": {"text": "A <b>line</b>"}, "meta": {"alt": "a line"}, "height": 400, "sliders": [{"steps": [{"label": "a"}, {"label": "b"}]}]},
        "frames": [{"name": "a", "data": [{"y": [2, 1]}]}],
        "config": {},
    }
    claim = {"id": "odd.one", "claim": "It is odd", "measured": "1 %", "verdict": "true", "expected": "true", "interval": ["0", "1"], "thread": None}
    sizes = {"image/png": {"width": 10, "height": 10, "figure": "0"}}
    texts = {"text/html": "<table><tr><td>1</td></tr></table>", "text/plain": "1"}, {"text/markdown": "*a* $x$"}, {"text/latex": "$x^2$"}, {"text/vnd.mermaid": "graph"}
    shown = [
        new_output("display_data", {FIGURE: figure, "image/png": PIXEL, "text/plain": "a line"}, metadata=sizes),
        new_output("display_data", {CLAIM: claim, "text/plain": "It is odd: true"}),
        *(new_output("display_data", each) for each in texts),
        *(new_output("display_data", {f"image/{kind}": PIXEL}) for kind in ("png", "jpeg", "gif", "webp")),
        new_output("display_data", {"image/svg+xml": "<svg xmlns='http://www.w3.org/2000/svg'/>"}),
        new_output("execute_result", {"text/plain": "2"}, execution_count=1),
        *(new_output("stream", name=name, text="said\n") for name in ("stdout", "stderr", "stdout")),
        new_output("error", ename="E", evalue="odd", traceback=["odd", "at x"]),
    ]
    attached = new_markdown_cell("## A picture\n\n![it](attachment:a.png) of $x$\n\n| a |\n|---|\n| $x$ |", attachments={"a.png": {"image/png": PIXEL}})
    made = samples.notebook(
        new_markdown_cell("# An odd one\n\nIt is good. See [above](#odd) and [04](04-x.ipynb#odd)."),
        samples.code("int a = 1; // 1 to 9: an a", "parameters"),
        attached,
        new_code_cell("a + 1", execution_count=1, outputs=shown),
        new_raw_cell("raw"),
    )
    made.metadata["language_info"] = {"name": "java", "file_extension": ".jshell", "pygments_lexer": "java"}
    return json.loads(nbformat.writes(made))


def broken(random: Random) -> bytes:
    """The same notebook, one to three times changed, and sometimes its bytes too."""
    made = whole()
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        made = _changed(made, random)
    content = json.dumps(made, ensure_ascii=random.random() < 0.5).encode(errors="surrogatepass")
    return random.choice(BYTES)(content, random) if random.random() < 0.15 else content


BYTES = (
    lambda content, random: content[: random.randrange(len(content))],
    lambda content, random: content.decode(errors="replace").encode(random.choice(("utf-16", "utf-32", "utf-8-sig", "utf-7"))),
    lambda content, random: content.replace(b'"', b"'", random.randrange(1, 9)),
    lambda content, random: content[: (at := random.randrange(len(content)))] + random.randbytes(3) + content[at:],
    lambda content, random: content * 2,
    lambda content, random: b"[" * random.choice((900, 100_000)) + content,
    lambda content, random: random.choice((b"", b"\0" * 99, b"null", b"[]", b"{}", b"NaN", b"9" * 9999, b"\xff\xfe", b"<html>")),
)


def _changed(made, random: Random):
    """The same with one node deleted, replaced, doubled, wrapped, renamed or put elsewhere."""
    places = list(_places(made))
    holder, key = random.choice(places)
    if holder is None:
        return made
    change = random.randrange(8)
    if change < 4:
        holder[key] = copy.deepcopy(random.choice(ODD))
    elif change == 4:
        del holder[key]
    elif change == 5:
        holder[key] = [holder[key]] if random.random() < 0.5 else {"text": holder[key]}
    elif change == 6 and isinstance(holder, dict):
        holder[random.choice(KEYS)] = holder[key] if random.random() < 0.5 else copy.deepcopy(random.choice(ODD))
    else:
        other, name = random.choice(places)
        holder[key] = copy.deepcopy(other[name])
    return made


def _places(node):
    """Each node but the first, as what holds it and where."""
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        yield node, key
        yield from _places(value)
