"""The library in a project of somebody else's, which knows nothing but its name and version."""

import hashlib
import os
import re
import subprocess
from pathlib import Path

import pytest
from conftest import PATIENCE, ROOT, plain_environment

from reluctant.machine import EXE, VECTORS, find_jdk, find_maven

VERSION = re.search(r"<version>(.*)</version>", (ROOT / "pom.xml").read_text(encoding="utf-8")).group(1)
POM = f"""\
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>somebody</groupId>
  <artifactId>else</artifactId>
  <version>1</version>
  <properties>
    <maven.compiler.source>17</maven.compiler.source>
    <maven.compiler.target>17</maven.compiler.target>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <dependencies>
    <dependency>
      <groupId>reluctant</groupId>
      <artifactId>reluctant</artifactId>
      <version>{VERSION}</version>
    </dependency>
  </dependencies>
</project>
"""
PROGRAM = """\
import static reluctant.data.Problems.absoluteValue;
import static reluctant.nn.Activation.RELU;
import static reluctant.train.Loss.MSE;
import reluctant.diagnose.Success;
import reluctant.nn.*;
import reluctant.optimizers.Adam;
import reluctant.sweep.*;
import reluctant.train.*;
public class Absolute {
    public static void main(String[] arguments) {
        var model = Sequential.of(1, new Dense(4, RELU), new Dense(1));
        var trial = new Trial(model, absoluteValue(100, 1000), new Fit(new Adam(0.001), MSE, 300, 32), 7);
        System.out.println(trial.run().history().finalLoss());
        var sweep = Sweep.of(trial).seeds(0, 128).outcomes(Success::of).run();
        System.out.println(sweep.rate(Success.LEARNT) + " " + sweep.engine());
    }
}
"""
MOST_BYTES = 6_000_000
OURS = ("reluctant-", "ejml-", "commons-rng-", "jackson-core-")


@pytest.fixture(scope="module")
def repository(tmp_path_factory):
    """A local repository of its own, which borrows all but this project's parts."""
    made = tmp_path_factory.mktemp("repository")
    known = Path.home() / ".m2" / "repository"
    for group in known.iterdir() if known.is_dir() else ():
        if group.is_dir() and group.name != "reluctant":
            (made / group.name).symlink_to(group)
    return made


def maven(repository: Path, folder: Path, *arguments: str) -> str:
    """Runs Maven as anybody would."""
    jdk = find_jdk()
    command = [find_maven(jdk), "-q", "-B", f"-Dmaven.repo.local={repository}", *arguments]
    env = plain_environment() | {"JAVA_HOME": str(jdk.home)}
    run = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, timeout=3 * PATIENCE)
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def install(clone, repository: Path) -> bytes:
    """Installs the library alone, and gives its jar's check sum."""
    maven(repository, clone.root, "-Dquick", "-Prelease", "-Dmaven.test.skip=true", "-pl", "src/library", "-am", "clean", "install")
    return hashlib.sha256((clone.root / f"src/library/target/reluctant-{VERSION}.jar").read_bytes()).digest()


@pytest.mark.long
def test_a_project_that_has_only_the_dependency(clone, repository, tmp_path):
    first = install(clone, repository)
    installed = repository / "reluctant" / "reluctant" / VERSION
    assert {f"reluctant-{VERSION}{part}" for part in (".jar", "-sources.jar", "-javadoc.jar", ".pom")} <= set(os.listdir(installed))

    project = tmp_path / "else"
    (project / "src/main/java").mkdir(parents=True)
    (project / "pom.xml").write_text(POM)
    (project / "src/main/java/Absolute.java").write_text(PROGRAM)
    maven(repository, project, "compile", "dependency:build-classpath", "-DincludeScope=runtime", f"-Dmdep.outputFile={project / 'path'}")
    jars = [Path(jar) for jar in (project / "path").read_text().split(os.pathsep)]
    assert all(jar.name.startswith(OURS) for jar in jars), jars
    assert sum(jar.stat().st_size for jar in jars) <= MOST_BYTES

    java = [find_jdk().home / "bin" / f"java{EXE}", "-cp", os.pathsep.join(map(str, [project / "target/classes", *jars]))]
    plain = subprocess.run([*java, "Absolute"], capture_output=True, text=True, timeout=PATIENCE, env=plain_environment())
    fast = subprocess.run([*java, f"--add-modules={VECTORS}", "Absolute"], capture_output=True, text=True, timeout=PATIENCE, env=plain_environment())
    assert "plain" in plain.stdout and "vectors" in fast.stdout, plain.stdout + plain.stderr + fast.stdout
    numbers = [re.findall(r"^[\d.eE-]+$|^[\d.]+ % \[.*\]", run.stdout, re.MULTILINE) for run in (plain, fast)]
    assert numbers[0] == numbers[1] and len(numbers[0]) == 2

    assert install(clone, repository) == first, "the same sources gave another jar"
