package reluctant.train;

import reluctant.Require;
import reluctant.data.CsvFile;
import reluctant.data.CsvProblem;
import reluctant.data.Dataset;
import reluctant.data.Derived;
import reluctant.data.Distribution;
import reluctant.data.FirFilter;
import reluctant.data.FormulaProblem;
import reluctant.data.GridInputs;
import reluctant.data.Inputs;
import reluctant.data.Problem;
import reluctant.data.Problems;
import reluctant.data.Signal;
import reluctant.line.Vocabulary;
import reluctant.nn.ModelWords;
import reluctant.optimizers.Adadelta;
import reluctant.optimizers.Adagrad;
import reluctant.optimizers.Adam;
import reluctant.optimizers.AdamW;
import reluctant.optimizers.Adamax;
import reluctant.optimizers.ExponentialDecay;
import reluctant.optimizers.Ftrl;
import reluctant.optimizers.InverseTimeDecay;
import reluctant.optimizers.Lion;
import reluctant.optimizers.Nadam;
import reluctant.optimizers.Optimizer;
import reluctant.optimizers.PiecewiseConstantDecay;
import reluctant.optimizers.PolynomialDecay;
import reluctant.optimizers.RMSprop;
import reluctant.optimizers.Rprop;
import reluctant.optimizers.SGD;
import reluctant.optimizers.Schedule;

/** The words of a trial's line: those of its model, and what it learns and how. */
public final class Words {

  public static final Vocabulary ALL =
      ModelWords.builder()
          .makes(Adadelta.class, Adagrad.class, Adam.class, AdamW.class, Adamax.class)
          .makes(BinaryAccuracy.class, ExponentialDecay.class, InverseTimeDecay.class)
          .makes(PiecewiseConstantDecay.class, PolynomialDecay.class)
          .makes(EarlyStopping.class, Fit.class, Ftrl.class, Huber.class, Lion.class, Nadam.class)
          .makes(RMSprop.class, Rprop.class, SGD.class, Trial.class)
          .changes(
              CsvFile.class, FirFilter.class, Fit.class, FormulaProblem.class, GridInputs.class)
          .changes(Optimizer.class, PiecewiseConstantDecay.class, Problem.class, Trial.class)
          .turns(CsvFile.class, CsvProblem.class)
          .names(Distribution.class, Loss.class, Metric.class, Signal.class)
          .factories(Distribution.class, "")
          .factories(Drawn.class, "Drawn.")
          .factories(Inputs.class, "")
          .factories(Problems.class, "")
          .parts(Adam.class, Dataset.class, EarlyStopping.class, Inputs.class, Metric[].class)
          .parts(int[].class, Schedule.class, String.class, String[].class)
          .fills(Dataset.class)
          .sized(Problem.class, problem -> numbers(problem))
          .build();

  private Words() {}

  /** Of what a line draws, which must not be in a file: who reads a line opens none. */
  private static long numbers(Problem problem) {
    Problem root = problem instanceof Derived derived ? derived.root() : problem;
    if (root instanceof CsvProblem) {
      throw Require.refusal(
          "a line opens no file, so keep a trial with samples drawn of one by trial.save(file)."
              + " Received: "
              + problem);
    }
    return (long) problem.samples() * ((long) problem.features() + problem.outputs());
  }
}
