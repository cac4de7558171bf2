"""What a page shows of stored outputs and of a reader's names: nothing acts, leaves the page, covers it or stops its figures."""

import json
import re

import nbformat
import pytest
from bs4 import BeautifulSoup

import samples
from reluctant import cases, claims, outputs
from reluctant import page as pages
from reluctant.names import CLASSES
from reluctant.outputs import FIGURE
from test_pages import opened

@pytest.mark.parametrize(
    "mime, value",
    [
        ("application/javascript", "alert(1)"),
        ("image/svg+xml", "<svg onload='alert(1)'></svg>"),
        ("text/markdown", "<script>alert(1)</script>"),
        ("text/latex", "</script><script>alert(1)</script>"),
        ("text/html", "<script>alert(1)</script><svg onload=alert(1)><style>*{}</style><iframe src=//evil.invalid>"),
    ],
)
def test_outputs_that_could_act_are_left_out(mime, value):
    cell = samples.code("1")
    cell.outputs = [nbformat.v4.new_output("display_data", {mime: value})]
    raw = nbformat.v4.new_raw_cell("<script>alert(1)</script>")
    made = pages.page("x", samples.notebook(cell, raw))
    body = BeautifulSoup(made, "html.parser").body
    assert [script.string for script in body.find_all("script")] == [pages.assets()["script"]]
    assert not body.find_all(["svg", "style", "iframe"])
    assert "<script>alert(1)</script>" in [pre.string for pre in body.find_all("pre")]


HARM = "<meta http-equiv=refresh content='0;url=https://evil.invalid/'><style>*{}</style><a href=//evil.invalid style='position:fixed;inset:0'>x</a>"


@pytest.mark.parametrize("mime", ["text/vnd.mermaid", "application/pdf", "text/x-any", "application/vnd.jupyter.widget-view+json", "text/html", "text/markdown"])
def test_no_kind_of_output_leaves_or_covers_the_page(mime):
    value = {"model_id": HARM} if mime.endswith("json") else HARM
    for data in ({mime: value}, {mime: value, "text/plain": "in words"}, {mime: value, HARM[:9]: HARM}):
        cell = samples.code("1")
        cell.outputs = [nbformat.v4.new_output("display_data", data, metadata={mime: {"width": HARM}})]
        body = BeautifulSoup(pages.page("x", samples.notebook(cell)), "html.parser").main
        assert not body.find_all(["meta", "style", "script", "iframe"]) and not body.find_all("a", href=re.compile("evil")) and not body.find_all(style=True)
        assert "in words" in body.get_text() or "text/plain" not in data or mime in ("text/html", "text/markdown")


@pytest.mark.parametrize("mime", ["image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml"])
@pytest.mark.parametrize("size", ["1 style=position:fixed;inset:0;width:9999px", HARM, 10**9, -1, True, None, [], {"a": 1}])
def test_the_size_of_a_picture_is_a_number_or_not_there(mime, size):
    cell = samples.code("1")
    picture = "<svg/>" if mime == "image/svg+xml" else "iVBORw0KGgo="
    cell.outputs = [nbformat.v4.new_output("display_data", {mime: picture}, metadata={mime: {"width": size, "height": 20}})]
    (image,) = BeautifulSoup(pages.page("x", samples.notebook(cell)), "html.parser").main.find_all("img")
    assert image.attrs.keys() == {"src", "alt", "height"} and image["height"] == "20"


@pytest.mark.parametrize("picture", ["\" onerror=alert(1) x=\"", "AAAA' onload='x", "", "A", "====", "\ud800"])
def test_what_is_no_picture_is_told(picture):
    cell = samples.code("1")
    cell.outputs = [nbformat.v4.new_output("display_data", {"image/png": picture})]
    body = BeautifulSoup(pages.page("x", samples.notebook(cell)), "html.parser").main
    assert not body.find_all("img") and "can’t be shown here (image/png)" in body.get_text()


ODD_FIGURES = [
    *([], "x", 5, {"data": 5}, {"data": [5]}, {"data": {}}, {"layout": 5}, {"data": [], "frames": 5}, {"data": [{"type": "none", "y": "x"}], "config": 5}),
    *({"data": [{"y": [1]}], "layout": layout} for layout in ({"title": 5}, {"title": {"text": []}}, {"meta": 5}, {"meta": {"alt": {}}}, {"height": "x"}, {"height": 1e9, "width": 9e9})),
    *({"data": [{"y": [1]}], "layout": layout} for layout in ({"grid": {"columns": 2}, "xaxis": 5, "yaxis": None}, {"scene": {"camera": {"eye": 5}}}, {"template": 5})),
    *({"data": [{"y": [1]}], "layout": {kind: odd}} for kind in ("sliders", "updatemenus") for odd in (5, [5], [None], {}, [{"steps": 5}], [{"buttons": 5, "steps": [None, None]}])),
    *({"data": data} for data in ([{"type": "surface", "z": 5}], [{"type": "surface", "z": [[1, 2], [3]]}], [{"type": "bar", "error_y": 5}], [{"contours": 5, "type": "contour", "z": [[1]]}])),
    *({"data": [{"y": [1]}], "frames": frames} for frames in ([{"data": 5}], [{"name": {}}])),
]


def test_an_odd_figure_stops_no_other(browser, tmp_path):
    cells = [samples.code("1") for _ in range(len(ODD_FIGURES) + 1)]
    for cell, figure in zip(cells, [*ODD_FIGURES, {"data": [{"y": [1, 2]}], "layout": {"title": "good"}}], strict=True):
        cell.outputs = [nbformat.v4.new_output("display_data", {FIGURE: figure, "text/plain": "in words"})]
    (tmp_path / "page.html").write_text(pages.page("x", samples.notebook(*cells)), encoding="utf-8")
    with opened(browser, tmp_path / "page.html", 390) as page:
        assert page.locator(".plot").last.locator(".main-svg").count() > 0
        for plot in page.locator(".plot").all():
            assert plot.locator(".main-svg").count() or plot.inner_text() == plot.get_attribute("aria-label")
        page.wait_for_selector("html[data-paper]", state="attached")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def own_names():
    """The ids and classes of a page's templates, and names that scripts have."""
    texts = [path.read_text(encoding="utf-8") for path in (pages.TEMPLATES / "book").iterdir() if path.suffix in (".css", ".js", ".j2")]
    found = {name for text in texts for name in re.findall(r"[.#]([A-Za-z][\w-]*)", text)}
    found |= {name for text in texts for names in re.findall(r'(?:id|class)="([\w -]+)"', text) for name in names.split()}
    return sorted(found | {"exports", "module", "define", "require", "global", "process", "self", "window", "document", "name", "top", "Buffer"})


def test_a_readers_names_meet_none_of_the_pages(browser, tmp_path):
    names = own_names()
    assert {"plot", "plotly", "code", "text", "trial", "contents", "claims", "screen", "paper"} <= set(names)
    headings = [samples.new_markdown_cell(f"## {name}\n\n[to it](#{name}) <div id='{name}' class='{name} plot' name='{name}'>text</div>") for name in names]
    figure = samples.code("1")
    figure.metadata["tags"] = [" plot", "x plot"]
    figure.outputs = [nbformat.v4.new_output("display_data", {FIGURE: {"data": [{"y": [1, 2]}], "layout": {"title": "good"}}})]
    (tmp_path / "page.html").write_text(pages.page("x", samples.notebook(samples.new_markdown_cell("# Names"), *headings, figure)), encoding="utf-8")
    with opened(browser, tmp_path / "page.html") as page:
        assert page.locator(".plot").count() == page.locator(".plot[data-drawn] .main-svg").locator("xpath=ancestor::*[@data-drawn][1]").count() == 1
        page.locator("button#code").click()
        assert page.locator(".code").first.is_hidden()
        for link in page.locator(".contents a, .prose a[href]").all():
            place = link.get_attribute("href")[1:]
            assert page.evaluate("id => document.getElementById(id)?.closest('.prose') != null", place), place
        classes = page.locator(".prose *[class]").evaluate_all("all => [...new Set(all.flatMap(one => [...one.classList]))]")
        assert set(classes) <= CLASSES and not {"plot", "figure", "code", "wide"} & CLASSES


@pytest.mark.parametrize("height, drawn", [(300, 300), (2000, 2000), (2600, 2000), (1e9, 2000), (0, None), (-5, None), ("x", None), (True, None)])
def test_a_height_that_was_chosen_is_kept_up_to_a_bound(height, drawn):
    output = nbformat.v4.new_output("display_data", {FIGURE: {"data": [{"y": [1]}], "layout": {"height": height}}})
    script = BeautifulSoup(outputs.figure(None, output), "html.parser").find("script")
    assert json.loads(script.string)["layout"].get("height") == drawn


@pytest.mark.parametrize("width", [390, 1280])
def test_wide_words_and_formulas_stay_inside_the_page(browser, tmp_path, width):
    word, formula = "W" * 300, "+".join(f"x_{{{number}}}" for number in range(200))
    prose = f"# {word} ${formula}$\n\n{word} and ${formula}$ `{word}`\n\n## {word}\n\n$${formula}$$\n\n- {word} ${formula}$\n\n> {word}\n\n| {word} |\n|-|\n| ${formula}$ |"
    more = f"```\n{word * 3}\n```\n\n{'> ' * 30}{word}\n\n<math><mspace width='9999px'/><mpadded voffset='-500px' width='9999px'><mi>x</mi></mpadded></math><table><tr><td width=9999>{word}"
    claim = {"id": "a.b", "claim": word, "measured": word, "verdict": word, "expected": word}
    case = dict.fromkeys(cases.TEXTS, word) | {"address": "https://example.org"} | dict.fromkeys(cases.LISTS, [word])
    shown = [{"text/latex": f"${formula}$"}, {"text/html": f"<p>{word}</p>"}, {"text/plain": word}, {claims.MIME: claim}, {cases.MIME: case}, {"image/svg+xml": "<svg xmlns='http://www.w3.org/2000/svg' width='9999' height='9'/>"}]
    cell = samples.code(word * 3)
    cell.outputs = [nbformat.v4.new_output("display_data", each) for each in shown] + [nbformat.v4.new_output("stream", text=word * 9)]
    cells = [samples.new_markdown_cell(prose), samples.new_markdown_cell(more), cell, nbformat.v4.new_raw_cell(word)]
    link = pages.Link("a.html", word)
    (tmp_path / "page.html").write_text(pages.page(word, samples.notebook(*cells), "index.html", link, link), encoding="utf-8")
    with opened(browser, tmp_path / "page.html", width) as page:
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


