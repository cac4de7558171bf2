package reluctant;

import static org.assertj.core.api.Assertions.assertThat;
import static reluctant.data.Problems.amplitudeSpectrum;
import static reluctant.data.Problems.euclideanDistance;
import static reluctant.data.Problems.firFilter;
import static reluctant.data.Problems.oneRelu;
import static reluctant.data.Problems.xor;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reluctant.data.Distribution;
import reluctant.data.Problem;
import reluctant.data.Signal;
import reluctant.lanes.Lockstep;
import reluctant.nn.Activation;
import reluctant.nn.Dense;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.pyramid.Form;
import reluctant.pyramid.Lean;
import reluctant.sweep.Rate;
import reluctant.sweep.Rule;
import reluctant.sweep.Sweep;
import reluctant.train.Fit;
import reluctant.train.Loss;
import reluctant.train.ProgressListener;
import reluctant.train.Run;
import reluctant.train.Trial;

/**
 * Wilson's interval is that of independent trials. The 64 seeds of a block share the order of their
 * samples, so the counts of successes in blocks must scatter no more than binomial ones do.
 */
class BlocksOfSeedsTest {

  /** Data that are drawn, a network and its training, and what is counted: some of its runs. */
  private enum Question {
    NOISY_FILTER {
      @Override
      Trial trial() {
        var filter = firFilter(40, Signal.WHITE, 0.5, -0.25, 0.125).noise(0.5);
        return new Trial(Sequential.of(3, new Dense(1)), filter, fit(40), 0);
      }

      @Override
      boolean counts(Run run) {
        return run.history().finalLoss() < 0.23;
      }
    },
    LEAN {
      @Override
      Trial trial() {
        return hidden(3, euclideanDistance(200, Distribution.NORMAL), 50);
      }

      @Override
      boolean counts(Run run) {
        Lean lean = Form.of(run).lean();
        return lean == Lean.FIRST || lean == Lean.SECOND;
      }
    },
    NOISY_XOR {
      @Override
      Trial trial() {
        return hidden(3, xor(40, 0.3), 30);
      }

      @Override
      boolean counts(Run run) {
        return run.history().finalLoss() < 0.2;
      }
    },
    ONE_RELU {
      @Override
      Trial trial() {
        return hidden(1, oneRelu(40, 1, -0.5), 20);
      }

      @Override
      boolean counts(Run run) {
        return run.history().finalLoss() < 0.1;
      }
    },
    SPECTRUM {
      @Override
      Trial trial() {
        return hidden(6, amplitudeSpectrum(40, 4), 20);
      }

      @Override
      boolean counts(Run run) {
        return run.history().finalLoss() < 0.2;
      }
    };

    abstract Trial trial();

    abstract boolean counts(Run run);

    private static Fit fit(int epochs) {
      return new Fit(new Adam(0.01), Loss.MSE, epochs, 10);
    }

    private static Trial hidden(int units, Problem data, int epochs) {
      var relus = new Dense(units, Activation.RELU);
      var model = Sequential.of(data.features(), relus, new Dense(data.outputs()));
      return new Trial(model, data, fit(epochs), 0);
    }
  }

  /** The variance of the blocks' counts over that of a binomial count, 64 p (1 - p). */
  private record Scatter(Rate rate, double ratio) {

    static Scatter of(Question question, int blocks) {
      var counts = new AtomicIntegerArray(blocks);
      Rule<Boolean> counted =
          run -> {
            boolean isSuccess = question.counts(run);
            counts.addAndGet((int) (run.trial().seed() / Lockstep.BLOCK), isSuccess ? 1 : 0);
            return isSuccess;
          };
      var sweep = Sweep.of(question.trial()).seeds(0, (long) blocks * Lockstep.BLOCK);
      Rate rate = sweep.outcomes(counted).run(ProgressListener.NONE).rate(true);
      double squares = 0;
      for (int block = 0; block < blocks; block++) {
        double apart = counts.get(block) - Lockstep.BLOCK * rate.value();
        squares += apart * apart;
      }
      double binomial = Lockstep.BLOCK * rate.value() * (1 - rate.value());
      return new Scatter(rate, squares / (blocks - 1) / binomial);
    }
  }

  /** Prints each question's scatter, over so many blocks. */
  public static void main(String[] arguments) {
    for (Question question : Question.values()) {
      System.out.println(question + " " + Scatter.of(question, Integer.parseInt(arguments[0])));
    }
  }

  @Test
  void countsOfBlocksOfANoisyFilterScatterAsBinomialOnesDo() {
    check(Question.NOISY_FILTER, 100);
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource
  void countsOfBlocksScatterAsBinomialOnesDo(Question question) {
    check(question, 400);
  }

  /** The ratio itself scatters by sqrt(2 / blocks). Of shared data it is from 3.5 to 26. */
  private static void check(Question question, int blocks) {
    var scatter = Scatter.of(question, blocks);
    assertThat(scatter.ratio).as("%s", scatter).isLessThan(1 + 3 * Math.sqrt(2.0 / blocks));
    assertThat(scatter.rate.value()).as("neither sure nor hopeless").isBetween(0.1, 0.9);
  }
}
