"""A reader's ids, classes and links, as a page can have them beside its own."""

import re

from bleach import ALLOWED_PROTOCOLS, Cleaner
from bleach.html5lib_shim import Filter
from pygments.token import STANDARD_TYPES

CHAPTER = re.compile(r"(?P<name>\d\d-[a-z0-9-]+)\.ipynb(?:#(?P<place>[\w.-]+))?")
# A script may take an element's id for a name of its own, as `exports`, and so may the page's: these are such names.
OURS = re.compile(r"[A-Za-z_$][\w$]*", re.ASCII)
CLASSES = {"anchor-link", "highlight", "long", "trial"} | {name for name in STANDARD_TYPES.values() if name}


def anchor(name: str) -> str:
    """What a reader calls a place in a page, told apart from the page's own names and those of scripts."""
    return f"at-{name}" if OURS.fullmatch(name) else name


class Renamed(Filter):
    """Puts a reader's names beside the page's. Links from chapter to chapter lead from page to page."""

    def __iter__(self):
        for token in super().__iter__():
            if token["type"] in ("StartTag", "EmptyTag"):
                token["data"] = {(space, name): self._renamed(name, value) for (space, name), value in token["data"].items()}
            yield token

    @staticmethod
    def _renamed(name: str, value: str) -> str:
        if name == "id":
            return anchor(value)
        if name == "class":
            return " ".join(each for each in value.split() if each in CLASSES)
        return linked(value) if name == "href" else value


def linked(address: str) -> str:
    """An address in a notebook as one in a page."""
    if address.startswith("#"):
        return "#" + anchor(address[1:])
    if chapter := CHAPTER.fullmatch(address):
        place = f"#{anchor(chapter['place'])}" if chapter["place"] else ""
        return f"{chapter['name']}.html{place}"
    return address


def cleaned(html: str, tags: set[str], attributes, strip: bool = False, protocols: set[str] = ALLOWED_PROTOCOLS) -> str:
    """HTML with these tags and attributes alone, and a reader's names beside the page's."""
    return Cleaner(tags=tags, attributes=attributes, protocols=protocols, strip=strip, filters=[Renamed]).clean(html)
