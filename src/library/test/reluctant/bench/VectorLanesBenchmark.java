package reluctant.bench;

import org.openjdk.jmh.annotations.Fork;

/** Sweeps in a JVM with vector instructions, as {@code ./workbook} starts its kernels. */
@Fork(value = 2, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class VectorLanesBenchmark extends SweepBenchmark {}
