"""What plays a figure, in its page: reached and moved without a mouse, told to a screen reader, the same after a redraw."""

import nbformat
import pytest

import samples
from contrast import LIGHT
from reluctant import places
from reluctant.page import page as made
from test_accessibility import CONTRAST, grave
from test_pages import opened, until

HEIGHT = "document.querySelector('.plot').data[0].y[0]"
GREEN = "document.querySelectorAll('.plot')[1].data[0].line?.color === 'green'"
SHOWS = "document.querySelector('.figure:has(:focus) .plot')._fullLayout._currentFrame === '%s'"
DRAWN = "document.documentElement.dataset.drawn"
FOCUSED = "document.activeElement.getAttribute('aria-label')"
RING = "() => {" + LIGHT + """
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(document.activeElement);
  const both = [light(outlineColor), light(getComputedStyle(document.documentElement).backgroundColor)];
  return outlineStyle === "solid" && parseFloat(outlineWidth) >= 2 && Math.max(...both) / Math.min(...both);
}"""


@pytest.fixture(scope="module")
def turning(tmp_path_factory):
    return stored(tmp_path_factory.mktemp("player"), samples.played())


def stored(folder, executed):
    path = folder / "page.html"
    path.write_text(made("page", executed), encoding="utf-8")
    return path


def tab_to(page, name):
    """Goes on with Tab alone until what has this name is reached."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED) == name:
            return
    raise AssertionError(f"Tab does not reach {name}")


def told(page):
    """What a screen reader is told of the slider that is reached."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    of = [{each["name"]: each["value"].get("value") for each in node.get("properties", [])} | node for node in nodes]
    (slider,) = [node for node in of if node.get("focused") and node["role"]["value"] == "slider"]
    # The protocol's own valuetext knows no aria-valuetext.
    text = page.locator(":focus").get_attribute("aria-valuetext")
    return slider["name"]["value"], slider["valuemin"], slider["valuemax"], slider["value"]["value"], text


def moved(page, key, at):
    """Presses a key and waits for the frame that it leads to."""
    page.keyboard.press(key)
    until(page, f"{HEIGHT} === {at}")
    assert told(page) == ("Frame", 0, 40, at, f"epoch {10 * at}")
    assert page.locator(".player output").inner_text() == f"epoch {10 * at}"


def test_a_slider_is_moved_by_keys_and_says_where_it_stands(browser, turning):
    with opened(browser, turning) as page:
        tab_to(page, "Play")
        tab_to(page, "Pause")
        tab_to(page, "Frame")
        assert told(page) == ("Frame", 0, 40, 40, "epoch 400")
        for key, at in (("ArrowLeft", 39), ("ArrowDown", 38), ("PageDown", 34), ("Home", 0)):
            moved(page, key, at)
        for key, at in (("ArrowRight", 1), ("ArrowUp", 2), ("PageUp", 6), ("End", 40)):
            moved(page, key, at)


def test_a_redraw_keeps_the_frame_and_the_focus(browser, turning):
    with opened(browser, turning) as page:
        tab_to(page, "Frame")
        assert page.evaluate(RING) >= 3
        moved(page, "Home", 0)
        moved(page, "PageUp", 4)
        page.emulate_media(color_scheme="dark")
        until(page, DRAWN)
        moved(page, "ArrowRight", 5)
        assert page.evaluate(RING) >= 3
        page.set_viewport_size({"width": 360, "height": 700})
        until(page, f"{DRAWN} && {HEIGHT} === 5")
        moved(page, "ArrowRight", 6)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        until(page, f"{HEIGHT} === 40")  # on paper nothing has been played
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        until(page, f"{DRAWN} && {HEIGHT} === 6")
        moved(page, "ArrowLeft", 5)


def test_buttons_play_and_pause_and_keep_the_focus(browser, turning):
    with opened(browser, turning, reduced_motion="reduce") as page:
        tab_to(page, "Play")
        page.keyboard.press("Enter")
        until(page, f"{HEIGHT} > 2 && {HEIGHT} < 30")
        assert page.evaluate(FOCUSED) == "Play"
        page.emulate_media(color_scheme="dark")  # which stops it
        until(page, DRAWN)
        page.keyboard.press("Space")
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        page.wait_for_timeout(300)
        at = page.evaluate(HEIGHT)
        page.wait_for_timeout(300)
        assert 2 < page.evaluate(HEIGHT) == at < 40 and page.evaluate(FOCUSED) == "Pause"
        page.keyboard.press("Tab")
        assert told(page) == ("Frame", 0, 40, at, f"epoch {10 * at}")


def test_a_menu_is_opened_by_keys_and_axe_finds_nothing_grave(browser, turning):
    with opened(browser, turning) as page:
        assert grave(page) == [] and page.locator(".player").count() == 2
        tab_to(page, "Shown")
        page.keyboard.press("ArrowDown")
        until(page, GREEN)
        assert page.get_by_role("option").all_inner_texts() == ["red & co", "green & co"]
        page.emulate_media(color_scheme="dark")
        until(page, f"{DRAWN} && {GREEN}")
        assert grave(page, CONTRAST) == []
        page.emulate_media(media="print")
        assert page.locator(".player").first.is_hidden()


@pytest.mark.parametrize("name", ["02-amplitude-spectrum", pytest.param("06-euclidean-pyramid", marks=pytest.mark.long)])
def test_a_chapters_figure_is_moved_by_keyboard(browser, tmp_path, name):
    committed = nbformat.read(places.NOTEBOOKS / f"{name}.ipynb", as_version=4)
    with opened(browser, stored(tmp_path, committed)) as page:
        tab_to(page, "Frame")
        figure = page.locator(".figure:has(:focus) .plot")
        before, drawn = told(page), figure.screenshot()
        ends = ["Home", "End"] if before[3] else ["End", "Home"]
        page.keyboard.press(ends[0])
        after = told(page)
        assert after[3] != before[3] and after[4] != before[4] and after[:3] == before[:3]
        until(page, SHOWS % after[4])
        assert figure.screenshot() != drawn
        page.emulate_media(color_scheme="dark")
        until(page, f"{DRAWN} && {SHOWS % after[4]}")
        assert told(page) == after
        page.keyboard.press(ends[1])
        until(page, SHOWS % told(page)[4])
