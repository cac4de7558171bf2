"""What the project is made of: pinned, listed, each part under a licence that is told."""

import re

import pytest

from conftest import ROOT
from reluctant import parts


@pytest.fixture(scope="module")
def listed():
    return parts.rows(parts.TABLE.read_text(encoding="utf-8"))


def test_the_table_is_that_of_the_build():
    if not parts.JAVA.exists():
        pytest.skip("target/bom.json is written by `mvn verify`, which `./workbook test` runs")
    assert parts.TABLE.read_text(encoding="utf-8") == parts.table(), "run .venv/bin/python -m reluctant.parts"


def test_every_licence_is_told(listed):
    assert len(listed) > 200
    assert [name for name, _, licence in listed if licence == parts.UNTOLD] == []


def test_pythons_parts_are_pinned_with_their_hashes(listed):
    components = parts.bom()["components"]
    assert {(each["name"], each["version"]) for each in components} <= {(name, version) for name, version, _ in listed}
    lines = [line for line in parts.REQUIREMENTS.read_text(encoding="utf-8").splitlines() if re.match(r"\S", line) and line[0] != "#"]
    assert len(components) == len(lines)
    for each in components:
        hashes = [one["value"] for one in each["properties"]]
        assert hashes and all(re.fullmatch(r"[0-9a-f]{64}", one) for one in hashes), each["name"]


@pytest.mark.parametrize("name", ["pom.xml", "requirements.in", "requirements.txt", "environment.yml", "THIRD-PARTY.md", ".ci/run"])
def test_no_file_names_where_to_fetch_from(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"index-url|find-links|<repository>|<url>(?!\$\{publisher)|pypi\.org|files\.pythonhosted|repo\d?\.maven", text)
