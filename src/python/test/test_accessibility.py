"""What axe finds in the pages, and what can be done without a mouse, in the dark, on a phone, or without moving pictures."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import eventually, some_chapters
from contrast import LIGHT
from test_pages import opened, until

CONTRAST = {"runOnly": ["color-contrast"], "resultTypes": ["violations"]}
FAINT = "() => {" + LIGHT + """
  const paper = light(getComputedStyle(document.documentElement).backgroundColor);
  return [...document.querySelectorAll(".plot text")].filter((text) => {
    const ink = light(getComputedStyle(text).fill);
    return text.textContent.trim() && Math.max(ink, paper) / Math.min(ink, paper) < 4.5;
  }).map((text) => text.textContent);
}"""


def grave(page, options=None):
    """What axe calls serious or critical."""
    found = Axe().run(page, options=options or {"resultTypes": ["violations"]}).response["violations"]
    return [(each["id"], each["nodes"][0]["html"][:200]) for each in found if each["impact"] in ("serious", "critical")]


def assert_accessible(page):
    """In both modes. Text in figures has the contrast of other text, too."""
    page.emulate_media(color_scheme="light")
    eventually(lambda: page.evaluate(FAINT) == [])
    assert grave(page) == []
    page.emulate_media(color_scheme="dark")
    eventually(lambda: page.evaluate(FAINT) == [])
    assert grave(page, CONTRAST) == []


@pytest.mark.parametrize("name", ["00-bend", "01-sum", "index"])
def test_axe_finds_nothing_grave_in_the_samples(browser, ready_clone, name):
    with opened(browser, ready_clone.reports / f"{name}.html") as page:
        assert_accessible(page)


def test_axe_finds_nothing_grave_in_the_index(browser, reports):
    with opened(browser, reports / "index.html") as page:
        assert_accessible(page)


@pytest.mark.parametrize("name", some_chapters(2))
def test_axe_finds_nothing_grave_in_any_page(browser, reports, name):
    with opened(browser, reports / f"{name}.html") as page:
        assert_accessible(page)


def test_the_contents_and_the_code_are_reached_by_keyboard_alone(browser, ready_clone):
    with opened(browser, ready_clone.reports / "00-bend.html", 360) as page:
        assert page.locator(".reading").inner_text() == "1 min to read"
        reached = []
        for _ in range(30):
            page.keyboard.press("Tab")
            reached.append(page.evaluate("(({ id, className, tagName }) => id || className || tagName)(document.activeElement)"))
            if reached[-1] == "SUMMARY":
                page.keyboard.press("Enter")
        assert reached.index("skip") < reached.index("code") < reached.index("SUMMARY") < reached.index("A") and "wide" in reached
        assert page.locator(".contents a").first.is_visible()


def test_a_phone_needs_no_sideways_scroll(browser, ready_clone):
    for name in ("00-bend", "index"):
        with opened(browser, ready_clone.reports / f"{name}.html", 360) as page:
            assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_who_wants_no_motion_gets_none(browser, words):
    with opened(browser, words, reduced_motion="reduce") as page:
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    with opened(browser, words, reduced_motion="no-preference") as page:
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "smooth"


def test_a_surface_is_a_picture_on_paper(browser, ready_clone):
    with opened(browser, ready_clone.reports / "00-bend.html", scheme="dark") as page:
        page.wait_for_selector("html[data-paper]", state="attached")
        assert page.locator("img.paper").count() == 1 and not page.locator("img.paper").is_visible()
        page.emulate_media(media="print")
        assert page.locator("img.paper").is_visible() and not page.locator(".plot.screen").is_visible()
        eventually(lambda: page.evaluate("document.querySelector('img.paper').naturalWidth") == 1320)
        until(page, "document.documentElement.dataset.drawn")
