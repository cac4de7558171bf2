"""conda, Binder and the dev container. None of them can be run here: what they name is compared with what the project has."""

import json
import os
import re
import shlex
import stat
import subprocess

import pytest
import yaml

from conftest import ROOT
from reluctant import machine, setup
from reluctant.commands import parser
from test_setup import bare, environment, jdk, script, tools  # noqa: F401

BINDER = ROOT / ".binder"
CONTAINER = ROOT / ".devcontainer"


def conda(path):
    """What an environment.yml installs: conda's packages, and the list for pip."""
    made = yaml.safe_load(path.read_text(encoding="utf-8"))
    (pip,) = [each["pip"] for each in made["dependencies"] if isinstance(each, dict)]
    (option,) = [each.split() for each in pip]
    assert made["channels"] == ["conda-forge"] and option[0] == "-r"
    return [each for each in made["dependencies"] if isinstance(each, str)], (path.parent / option[1]).resolve()


def test_conda_brings_what_the_project_needs():
    packages, listed = conda(ROOT / "environment.yml")
    asked = {name: version for name, version in (re.match(r"([a-z]+)[=>]*(.*)", each).groups() for each in packages)}
    assert listed == setup.VENV.requirements and set(asked) == {"openjdk", "maven", "python", "pip"}
    assert int(asked["openjdk"]) >= machine.OLDEST_JDK
    assert tuple(map(int, asked["maven"].split("."))) >= machine.OLDEST_MAVEN
    assert tuple(map(int, asked["python"].split("."))) >= (3, 10)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "You need a JDK (17 or newer), Maven (3.8 or newer) and Python (3.10 or newer)." in readme


def test_binder_has_the_same_environment():
    assert conda(BINDER / "environment.yml") == conda(ROOT / "environment.yml")


@pytest.mark.parametrize("name", ["postBuild", "start"])
def test_binders_scripts_can_run(name):
    assert (BINDER / name).stat().st_mode & stat.S_IXUSR
    subprocess.run(["bash", "-n", BINDER / name], check=True)


def test_binder_builds_the_library_as_the_set_up_does(bare, tools, tmp_path):  # noqa: F811
    script(tools / "mvn", f'[ "$1" = -v ] && echo "Apache Maven 3.9.9" || echo "$PWD: $@" >> "{tools}/asked"')
    env = environment(tools, jdk(tmp_path / "jdk"))
    bare.set_up(env).communicate()
    python = tmp_path / "python" / "python"
    script(python, f'echo "$PYTHONPATH $@" >> "{tools}/exports"')
    in_binder = env | {"PATH": os.pathsep.join(map(str, (python.parent, tools, os.environ["PATH"])))}
    subprocess.run([BINDER / "postBuild"], cwd=bare.root, env=in_binder, check=True)
    first, second = (tools / "asked").read_text().splitlines()
    assert first == second
    assert (tools / "exports").read_text() == "src/python -m reluctant.exports\n"


def test_binder_starts_what_it_is_given_with_vectors():
    said = subprocess.run([BINDER / "start", "printenv", "JDK_JAVA_OPTIONS"], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == f"--add-modules={machine.VECTORS}"


def test_the_container_is_made_of_what_is_there():
    made = json.loads((CONTAINER / "devcontainer.json").read_text(encoding="utf-8"))
    told = (CONTAINER / made["build"]["dockerfile"]).read_text(encoding="utf-8")
    assert {"openjdk-17-jdk-headless", "maven", "python3", "python3-venv", "chromium", "git"} <= set(told.split())
    program, *arguments = shlex.split(made["postCreateCommand"])
    assert (ROOT / program).stat().st_mode & stat.S_IXUSR
    options, more = parser().parse_known_args(arguments)
    assert options.command == "lab" and more == ["--version"]
