"""Sweeps on a cluster of an unmodified Spark, PyPI's, started as the package documentation of `reluctant.spark` says."""

import os
import re
import shutil
import socket
import subprocess
import sys
import tarfile

import pytest

from conftest import ROOT, eventually, plain_environment
from reluctant import places

pytestmark = pytest.mark.long

LISTED = ROOT / "src" / "python" / "test" / "pyspark.txt"
SPARK = places.TARGET / "pyspark"
SET_UP = "from reluctant.setup import ready\nwith ready(spark=True): pass"
WITH_ITS_STARTER = ("sh", "-c", '"$@" & read -r end_of_input; kill -9 $!', "sh")  # its input ends with this process, however that ends
COUNT = """\
import reluctant.data.Problems;
import reluctant.absolute.Halves;
import reluctant.nn.*;
import reluctant.optimizers.*;
import reluctant.sweep.*;
import reluctant.train.*;

public class Count {
    public static void main(String[] masters) {
        var model = Sequential.of(1, new Dense(2, Activation.RELU), new Dense(1));
        var fit = new Fit(new Adam(0.01), Loss.MSE, 50, 32);
        var sweep = Sweep.of(new Trial(model, Problems.absoluteValue(400, 1000), fit, 0)).seeds(0, 3000);
        tell(sweep.outcomes(Halves::of).run());
        tell(sweep.engine(Engine.spark(masters[0])).outcomes(Halves::of).run());
    }

    static void tell(Outcomes<Halves> outcomes) {
        var counts = new java.util.ArrayList<Long>();
        for (Halves halves : Halves.values()) counts.add(outcomes.count(halves));
        System.out.println("counted " + outcomes.trials() + ": " + counts);
    }
}
"""


@pytest.fixture(scope="module")
def spark():
    """The folder of an unmodified Spark, fetched once."""
    version = re.search(r"<spark.version>(.*)</spark.version>", (ROOT / "pom.xml").read_text(encoding="utf-8")).group(1)
    assert f"pyspark=={version} " in LISTED.read_text(encoding="utf-8")
    home = SPARK / version
    if not home.exists():
        fetched = places.TARGET / "pyspark.part"
        shutil.rmtree(fetched, ignore_errors=True)
        pip = [sys.executable, "-m", "pip", "download", "--no-deps", "--no-cache-dir", "--require-hashes", "-r", LISTED, "-d", fetched]
        if subprocess.run(pip, capture_output=True).returncode:
            pytest.skip(f"pyspark {version} could not be fetched, 450 MB: a network is needed once")
        with tarfile.open(fetched / f"pyspark-{version}.tar.gz") as packed:
            wanted = [each for each in packed if re.match(r"[^/]+/deps/(bin|jars)/", each.name) and each.isfile()]
            packed.extractall(fetched, members=wanted)
        SPARK.mkdir(exist_ok=True)
        (fetched / f"pyspark-{version}" / "deps").rename(home)
        shutil.rmtree(fetched)
    subprocess.run([sys.executable, "-c", SET_UP], cwd=ROOT, env=plain_environment() | {"PYTHONPATH": str(places.SOURCES)}, check=True)
    return home


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def answers(port: int) -> bool:
    with socket.socket() as client:
        return client.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture(scope="module")
def master(spark, tmp_path_factory):
    """The address of a cluster of two workers."""
    folder, port = tmp_path_factory.mktemp("spark"), free_port()
    address = f"spark://127.0.0.1:{port}"
    own = ["--host", "127.0.0.1", "--webui-port", "0"]
    worker = [*own, "--cores", "1", "--memory", "1g", "--work-dir", str(folder), address]
    programs = [("master.Master", [*own, "--port", str(port)]), ("worker.Worker", worker), ("worker.Worker", worker)]
    started = []
    try:
        for program, arguments in programs:
            command = [*WITH_ITS_STARTER, spark / "bin" / "spark-class", f"org.apache.spark.deploy.{program}", *arguments]
            with open(folder / f"{program}.log", "a") as log:
                started.append(subprocess.Popen(command, stdin=subprocess.PIPE, stdout=log, stderr=log, env=plain_environment(), start_new_session=True))
            eventually(lambda: answers(port))
        yield address
    finally:
        for each in started:
            each.stdin.close()
        for each in started:
            each.wait()


def libraries() -> str:
    return os.pathsep.join([str(places.LIBRARY / "*"), str(places.SPARK / "*")])


def by_java(spark, folder):
    return ["java", f"@{ROOT / 'src' / 'spark' / 'jvm.options'}", "-cp", libraries(), folder / "Count.java"]


def by_spark_submit(spark, folder):
    subprocess.run(["javac", "-cp", libraries(), "-d", folder, folder / "Count.java"], check=True)
    subprocess.run(["jar", "cf", folder / "count.jar", "-C", folder, "Count.class"], check=True)
    jars = [*places.LIBRARY.glob("*.jar"), *places.SPARK.glob("reluctant-*.jar")]
    return [spark / "bin" / "spark-submit", "--class", "Count", "--jars", ",".join(map(str, jars)), folder / "count.jar"]


@pytest.mark.parametrize("way", [by_java, by_spark_submit])
def test_an_unmodified_spark_counts_the_same(spark, master, tmp_path, way):
    (tmp_path / "Count.java").write_text(COUNT)
    run = subprocess.run([*way(spark, tmp_path), master], env=plain_environment(), capture_output=True, text=True, timeout=300)
    assert run.returncode == 0, run.stdout + run.stderr
    here, there = re.findall(r"counted 3000: \[.*\]", run.stdout)
    assert here == there
