package reluctant.train;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
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
import reluctant.optimizers.SGD;
import reluctant.optimizers.Schedule;

/** The optimizer of a golden file, and its schedule, in our terms. */
final class GoldenOptimizer {

  private GoldenOptimizer() {}

  static Optimizer of(GoldenSettings settings, JsonNode rates) {
    Optimizer optimizer = unclipped(settings);
    if (rates.isArray()) {
      optimizer = optimizer.learningRate(steps(GoldenCase.vector(rates)));
    }
    for (String clip : List.of("clipvalue", "clipnorm", "global_clipnorm")) {
      double limit = settings.numberOr(clip, 0);
      if (limit != 0) {
        optimizer =
            switch (clip) {
              case "clipvalue" -> optimizer.clipValue(limit);
              case "clipnorm" -> optimizer.clipNorm(limit);
              default -> optimizer.globalClipNorm(limit);
            };
      }
    }
    settings.expectAllRead();
    return optimizer;
  }

  private static Optimizer unclipped(GoldenSettings settings) {
    String name = settings.text("class");
    JsonNode ofEach = settings.take("learning_rate");
    double rate = ofEach.isObject() ? schedule(ofEach).rate(0) : ofEach.asDouble();
    return switch (name) {
      case "SGD" ->
          new SGD(rate, settings.number("momentum"), settings.take("nesterov").asBoolean());
      case "Adam" -> adam(rate, settings);
      case "AdamW" -> new AdamW(adam(rate, settings), settings.number("weight_decay"));
      case "Adamax" ->
          new Adamax(
              rate,
              settings.number("beta_1"),
              settings.number("beta_2"),
              settings.number("epsilon"));
      case "Nadam" ->
          new Nadam(
              rate,
              settings.number("beta_1"),
              settings.number("beta_2"),
              settings.number("epsilon"));
      case "RMSprop" ->
          new RMSprop(
              rate,
              settings.number("rho"),
              settings.number("momentum"),
              settings.number("epsilon"),
              settings.take("centered").asBoolean());
      case "Adagrad" ->
          new Adagrad(
              rate, settings.number("initial_accumulator_value"), settings.number("epsilon"));
      case "Adadelta" -> new Adadelta(rate, settings.number("rho"), settings.number("epsilon"));
      case "Lion" -> new Lion(rate, settings.number("beta_1"), settings.number("beta_2"));
      case "Ftrl" ->
          new Ftrl(
              rate,
              settings.number("learning_rate_power"),
              settings.number("initial_accumulator_value"),
              settings.number("l1_regularization_strength"),
              settings.number("l2_regularization_strength"),
              settings.number("l2_shrinkage_regularization_strength"),
              settings.number("beta"));
      default -> throw GoldenSettings.unknown("optimizer", name);
    };
  }

  /** The rates of the file, one after the other. */
  private static Schedule steps(double[] rates) {
    var schedule = new PiecewiseConstantDecay(rates[0]);
    for (int step = 1; step < rates.length; step++) {
      schedule = schedule.after(step - 1, rates[step]);
    }
    return schedule;
  }

  static Schedule schedule(JsonNode node) {
    var settings = new GoldenSettings(node.get("config"));
    settings.take("name");
    String name = node.get("class_name").asText();
    Schedule schedule =
        switch (name) {
          case "ExponentialDecay" ->
              new ExponentialDecay(
                  settings.number("initial_learning_rate"),
                  settings.take("decay_steps").asInt(),
                  settings.number("decay_rate"),
                  settings.take("staircase").asBoolean());
          case "InverseTimeDecay" ->
              new InverseTimeDecay(
                  settings.number("initial_learning_rate"),
                  settings.take("decay_steps").asInt(),
                  settings.number("decay_rate"),
                  settings.take("staircase").asBoolean());
          case "PolynomialDecay" ->
              new PolynomialDecay(
                  settings.number("initial_learning_rate"),
                  settings.take("decay_steps").asInt(),
                  settings.number("end_learning_rate"),
                  settings.number("power"),
                  settings.take("cycle").asBoolean());
          case "PiecewiseConstantDecay" ->
              pieces(
                  GoldenCase.vector(settings.take("boundaries")),
                  GoldenCase.vector(settings.take("values")));
          default -> throw GoldenSettings.unknown("schedule", name);
        };
    settings.expectAllRead();
    return schedule;
  }

  private static Schedule pieces(double[] boundaries, double[] values) {
    var schedule = new PiecewiseConstantDecay(values[0]);
    for (int i = 0; i < boundaries.length; i++) {
      schedule = schedule.after((int) boundaries[i], values[i + 1]);
    }
    return schedule;
  }

  private static Adam adam(double rate, GoldenSettings settings) {
    return new Adam(
        rate,
        settings.number("beta_1"),
        settings.number("beta_2"),
        settings.number("epsilon"),
        settings.take("amsgrad").asBoolean());
  }
}
