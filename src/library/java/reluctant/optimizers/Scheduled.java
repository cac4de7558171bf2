package reluctant.optimizers;

import reluctant.Require;

/**
 * An optimizer whose learning rate changes from step to step.
 *
 * @param optimizer what makes the steps; its own learning rate is not used
 * @param schedule the learning rate of each
 */
public record Scheduled(Optimizer optimizer, Schedule schedule) implements Optimizer {

  /** Of a schedule the last one counts. */
  public Scheduled {
    Require.present("schedule", schedule);
    double first = Require.positive("the schedule's first rate", schedule.rate(0));
    Optimizer steps = Require.present("optimizer", optimizer);
    optimizer = (steps instanceof Scheduled other ? other.optimizer : steps).learningRate(first);
  }

  @Override
  public OptimizerState start(int... variables) {
    return optimizer.start(variables);
  }

  @Override
  public double learningRate() {
    return optimizer.learningRate();
  }

  @Override
  public double rate(long step) {
    return schedule.rate(step);
  }

  @Override
  public Scheduled learningRate(double learningRate) {
    return new Scheduled(optimizer, schedule.startingAt(learningRate));
  }

  /** Returns this optimizer as the Java that makes it. */
  @Override
  public String toString() {
    return optimizer + ".learningRate(" + schedule + ")";
  }
}
