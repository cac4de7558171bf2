"""The pages in a real browser: opened from disk, with the network off."""

import json
import re
from contextlib import contextmanager
from pathlib import Path

import nbformat
import pytest

from conftest import chapters, eventually
from reluctant import places
from reluctant.formulas import rich
from reluctant.notebooks import all_notebooks
from reluctant.outputs import plain_html
from reluctant.page import LARGEST
from reluctant.page import page as made

COMMITTED = [notebook.name for notebook in all_notebooks()]
WIDTHS = (1280, 390)  # a screen and a phone
CUT = """() => [...document.querySelectorAll(".plot")].flatMap((plot) => {
  const room = plot.getBoundingClientRect();
  return [...plot.querySelectorAll("text")].filter((text) => {
    const box = text.getBoundingClientRect();
    const outside = Math.max(room.left - box.left, box.right - room.right, room.top - box.top, box.bottom - room.bottom);
    return box.width > 0 && outside > 1 && !text.closest(".modebar");
  }).map((text) => text.textContent);
})"""


@contextmanager
def opened(browser, path: Path, width=1280, scheme="light", **more):
    """A page, and a check at the end that it asked for nothing and complained of nothing."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, offline=True, **more)
    wrong = []
    page = context.new_page()
    page.on("request", lambda request: None if request.url.startswith(("file:", "data:", "blob:")) else wrong.append(request.url))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(path.as_uri())
    if page.query_selector(".plot"):
        page.wait_for_selector("html[data-drawn]", state="attached")
    yield page
    context.close()
    assert wrong == []


def until(page, condition: str):
    """Waits for a condition. Playwright's own waiting would evaluate a string, which the page's policy forbids."""
    eventually(lambda: page.evaluate(condition))


def figures(executed: Path) -> int:
    cells = json.loads(executed.read_text(encoding="utf-8"))["cells"]
    return sum("application/vnd.plotly.v1+json" in output.get("data", {}) for cell in cells for output in cell.get("outputs", []))


def check(browser, page_path: Path, expected: int, width: int):
    """All figures are drawn in both modes, nothing is cut, nothing is wider than the page."""
    with opened(browser, page_path, width, "light") as page:
        assert page.evaluate(CUT) == []
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert page.locator(".plot[data-drawn] .svg-container").count() == expected
            assert page.locator(".plot").count() == expected
            for box in page.locator(".plot .svg-container").all():
                assert 250 < box.bounding_box()["width"] <= width and box.bounding_box()["height"] > 250
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            assert page.locator("main merror").count() == 0
            paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/g).map(Number)")
            assert (sum(paper) < 150) == (scheme == "dark")


@pytest.mark.parametrize("width", [1280, 390])
def test_the_sample_draws_offline(browser, ready_clone, width):
    check(browser, ready_clone.reports / "00-bend.html", 2, width)


def test_a_browser_that_can_not_draw_says_what_there_is_to_see(browser, ready_clone):
    context = browser.new_context(offline=True)
    context.add_init_script("delete window.DecompressionStream")
    page = context.new_page()
    page.goto((ready_clone.reports / "00-bend.html").as_uri())
    for plot in page.locator(".plot").all():
        eventually(lambda: plot.inner_text() == plot.get_attribute("aria-label") != "")
    context.close()


def test_a_browser_without_webgl_shows_a_surface_from_above(browser, ready_clone):
    context = browser.new_context(offline=True)
    context.add_init_script("HTMLCanvasElement.prototype.getContext = (get => function(kind, ...more) { return /webgl/.test(kind) ? null : get.call(this, kind, ...more); })(HTMLCanvasElement.prototype.getContext)")
    page = context.new_page()
    page.goto((ready_clone.reports / "00-bend.html").as_uri())
    page.wait_for_selector("html[data-drawn]", state="attached")
    surface = page.locator(".figure").nth(1)
    assert surface.locator(".contourlayer .contour").count() == 1 and surface.locator(".cbaxis").count() == 1
    assert "Seen from above" in surface.locator("figcaption").inner_text()
    assert "WebGL is not supported" not in page.inner_text("main")
    context.close()


def lefts_and_colours(browser, path: Path, width: int, scheme: str):
    """Where the first figure's panels begin, and the colours of its lines."""
    with opened(browser, path, width, scheme) as page:
        plot = page.locator(".plot").first
        lefts = {round(panel.bounding_box()["x"]) for panel in plot.locator(".scatterlayer").all()}
        lines = plot.locator(".scatterlayer .js-line").evaluate_all("lines => lines.map(line => getComputedStyle(line).stroke)")
        return lefts, set(lines)


def test_panels_stand_below_each_other_on_a_phone_and_have_other_colours_in_the_dark(browser, tmp_path):
    path = tmp_path / "page.html"
    path.write_text(made("page", nbformat.read(places.NOTEBOOKS / "04-absolute-value.ipynb", as_version=4)), encoding="utf-8")
    wide, light = lefts_and_colours(browser, path, 1280, "light")
    narrow, dark = lefts_and_colours(browser, path, 390, "dark")
    assert (len(wide), len(narrow)) == (2, 1)
    assert len(light) == len(dark) > 3 and not light & dark


@pytest.mark.parametrize("chapter, width", chapters(WIDTHS))
def test_every_page_draws_offline(browser, reports, chapter, width):
    check(browser, reports / f"{chapter.name}.html", figures(places.EXECUTED / f"{chapter.name}.ipynb"), width)


@pytest.mark.parametrize("chapter", chapters())
def test_pages_are_small_and_name_no_other_host(reports, chapter):
    name = chapter.name
    raw = (reports / f"{name}.html").read_bytes()
    assert len(raw) <= LARGEST
    text = re.sub(r'<script type="text/plain" id="plotly">.*?</script>', "", raw.decode(), flags=re.DOTALL)
    assert not re.search(r"""(?:src|srcset)=["']?(?!data:)|@import|url\((?!["']?data:)|<link""", text)
    assert "<script src" not in text and " onclick=" not in text


def test_figures_take_the_colours_of_the_page(browser, flat):
    colour = "getComputedStyle(document.querySelector('.plot .xtick text')).fill"
    with opened(browser, flat) as page:
        light = page.evaluate(colour)
        page.emulate_media(color_scheme="dark")
        until(page, f"{colour} !== '{light}'")
        ink = page.evaluate("getComputedStyle(document.documentElement).color")
        until(page, f"{colour} === '{ink}'")


def test_a_drawn_surface_is_not_blank(browser, ready_clone):
    with opened(browser, ready_clone.reports / "00-bend.html") as page:
        surface = page.locator(".plot").nth(1)
        drawn = len(surface.screenshot())
        page.evaluate("Plotly.restyle(document.querySelectorAll('.plot')[1], { visible: false })")
        assert drawn > 2 * len(surface.screenshot())


def test_code_can_be_hidden_by_keyboard_and_stays_hidden(browser, ready_clone):
    with opened(browser, ready_clone.reports / "00-bend.html") as page:
        code = page.locator(".code").first
        assert code.is_visible()
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.id") == "code"
        page.keyboard.press("Enter")
        assert code.is_hidden() and page.locator("#code").get_attribute("aria-pressed") == "true"
        page.reload()
        assert code.is_hidden()
        page.emulate_media(media="print")
        assert code.is_visible()
        page.emulate_media(media="screen")
        page.keyboard.press("Tab")
        page.locator("#code").focus()
        page.keyboard.press("Space")
        assert code.is_visible()


def test_the_contents_lead_to_headings(browser, words):
    with opened(browser, words) as page:
        links = page.locator(".contents a")
        assert links.all_inner_texts()[0] == "What you can change" and links.count() == 4
        for link in links.all():
            assert page.evaluate("id => !!document.getElementById(id)", link.get_attribute("href")[1:])
    with opened(browser, words, 390) as page:
        assert not page.locator(".contents a").first.is_visible()
        page.locator(".contents summary").focus()
        page.keyboard.press("Enter")
        assert page.locator(".contents a").first.is_visible()


def test_user_text_stays_text(browser, flat):
    with opened(browser, flat) as page:
        assert page.locator(".claim .said").inner_text() == "The bend is <b>sharp</b> & bent"
        assert page.locator(".claim b").count() == 0
        assert page.locator(".claim .verdict").inner_text() == "True"
        assert page.locator(".plot").first.get_attribute("aria-label") == "|x| in 41 points"
        assert page.locator("figcaption").first.inner_text() == "|x| in 41 points"


def test_formulas_are_drawn_by_the_browser(browser, words):
    with opened(browser, words) as page:
        assert page.locator("main math").count() == 7
        assert page.locator("table math").count() == 3 and page.locator("td").count() == 4
        assert "$" not in page.locator("main").inner_text()


def test_without_scripts_figures_have_their_text(browser, ready_clone):
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto((ready_clone.reports / "00-bend.html").as_uri())
    assert page.locator("noscript p").first.inner_text() == "|x| in 41 points"
    context.close()


def test_pages_and_index_lead_to_each_other(browser, ready_clone):
    with opened(browser, ready_clone.reports / "index.html", 390) as page:
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.locator(".cards li").count() == 3
        assert "Not run yet: ./workbook report 02" in page.locator(".cards li").nth(2).inner_text()
        assert page.locator(".claims .verdict").inner_text() == "true"
        page.locator(".cards a").first.click()
        assert page.title() == "A bend & its bowl"
        page.locator("a[rel=next]").click()
        assert page.title() == "A sum"
        page.locator("a[rel=prev]").click()
        page.locator("a.home").click()
        page.locator(".claims a").click()
        assert page.url.endswith("00-bend.html#sample.bend")


def test_the_index_has_all_notebooks_and_claims(browser, reports):
    settled = json.loads((reports / "claims.json").read_text(encoding="utf-8"))["claims"]
    with opened(browser, reports / "index.html") as page:
        assert page.locator(".cards li").count() == len(COMMITTED)
        assert page.locator(".cards h2 a").count() == sum((reports / f"{name}.html").exists() for name in COMMITTED)
        assert page.locator(".claims tbody tr").count() == len(settled)
        for link in page.locator("a").all():
            assert (reports / link.get_attribute("href").split("#")[0]).exists()


def test_printing_keeps_figures_on_the_page(browser, flat):
    with opened(browser, flat, scheme="dark") as page:
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        until(page, "document.querySelector('.plot .svg-container').getBoundingClientRect().width <= 680")
        assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--ink').trim()") == "#1f2328"
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        until(page, "document.querySelector('.plot .svg-container').getBoundingClientRect().width > 680")


def test_links_between_chapters_lead_from_page_to_page():
    link = '<a href="04-absolute-value.ipynb#abs.only-half">abs</a>'
    assert '<a href="04-absolute-value.html#abs.only-half">abs</a>' in plain_html(f"<table><tr><td>{link}</td></tr></table>")
    assert 'href="05-initializers.html"' in rich("See [chapter 05](05-initializers.ipynb).")
    assert 'href="https://example.org/05-x.ipynb"' in rich("[elsewhere](https://example.org/05-x.ipynb)")


@pytest.mark.parametrize("href", ["javascript:alert(1)", "https://example.org", "../04-x.ipynb", "04-x.ipynb?a", "04-x.ipynb#a onclick"])
def test_a_kernels_html_links_to_nothing_but_chapters(href):
    made = plain_html(f'<a href="{href}" onclick="alert(1)" style="x">there</a>')
    assert "<a>there</a>" in made and "alert" not in made
