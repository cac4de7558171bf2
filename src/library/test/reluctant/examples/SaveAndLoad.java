package reluctant.examples;

import static reluctant.data.Problems.absoluteValue;
import static reluctant.nn.Activation.RELU;
import static reluctant.train.Loss.MSE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import reluctant.nn.Dense;
import reluctant.nn.Network;
import reluctant.nn.Sequential;
import reluctant.optimizers.Adam;
import reluctant.train.Fit;
import reluctant.train.Run;
import reluctant.train.Trial;

/** Keeps a trained network, and the trial that made it, in files that a person can read. */
public final class SaveAndLoad {

  private SaveAndLoad() {}

  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("saved");
    Path ofNetwork = folder.resolve("network.json");
    Path ofTrial = folder.resolve("trial.json");

    var model = Sequential.of(1, new Dense(4, RELU), new Dense(1));
    Run run = new Trial(model, absoluteValue(40, 1), new Fit(new Adam(0.01), MSE, 100, 8), 7).run();
    run.network().save(ofNetwork);
    run.trial().save(ofTrial);

    Network loaded = Network.load(ofNetwork);
    System.out.println("the network is the same: " + loaded.equals(run.network()));
    Network again = Trial.load(ofTrial).run().network();
    System.out.println("trained again, to the bit: " + again.equals(loaded));

    for (Path file : new Path[] {ofNetwork, ofTrial, folder}) {
      Files.delete(file);
    }
  }
}
