package reluctant.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import reluctant.nn.Dense;
import reluctant.nn.Dropout;
import reluctant.nn.Layer;
import reluctant.train.Trial;

/** A trial's Dense layers, and trials with others. */
final class Layers {

  private Layers() {}

  static List<Dense> dense(Trial trial) {
    return dense(trial.model().layers());
  }

  /** All but the last layer. */
  static List<Dense> hidden(Trial trial) {
    List<Layer> layers = trial.model().layers();
    return dense(layers.subList(0, layers.size() - 1));
  }

  private static List<Dense> dense(List<Layer> layers) {
    return layers.stream().filter(Dense.class::isInstance).map(Dense.class::cast).toList();
  }

  static Trial each(Trial trial, UnaryOperator<Dense> change) {
    return eachHidden(last(trial, change), change);
  }

  static Trial eachHidden(Trial trial, UnaryOperator<Dense> change) {
    var layers = new ArrayList<>(trial.model().layers());
    layers.subList(0, layers.size() - 1).replaceAll(layer -> changed(layer, change));
    return with(trial, layers);
  }

  static Trial last(Trial trial, UnaryOperator<Dense> change) {
    var layers = new ArrayList<>(trial.model().layers());
    layers.subList(layers.size() - 1, layers.size()).replaceAll(layer -> changed(layer, change));
    return with(trial, layers);
  }

  private static Layer changed(Layer layer, UnaryOperator<Dense> change) {
    return layer instanceof Dense dense ? change.apply(dense) : layer;
  }

  static Trial withoutDropout(Trial trial) {
    return with(
        trial,
        trial.model().layers().stream().filter(layer -> !(layer instanceof Dropout)).toList());
  }

  /** The same with another first layer in front. */
  static Trial behind(Trial trial, Dense first) {
    return with(trial, Stream.concat(Stream.of(first), trial.model().layers().stream()).toList());
  }

  /** The first and the last layer alone. */
  static Trial ends(Trial trial) {
    List<Layer> layers = trial.model().layers();
    return with(trial, List.of(layers.get(0), layers.get(layers.size() - 1)));
  }

  private static Trial with(Trial trial, List<Layer> layers) {
    return trial.layers(layers.toArray(Layer[]::new));
  }
}
