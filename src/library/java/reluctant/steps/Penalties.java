package reluctant.steps;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import reluctant.nn.Constraint;
import reluctant.nn.Regularizer;
import reluctant.nn.Sequential;
import reluctant.nn.Variable;

/**
 * What a model's variables ask for beside the loss: regularizers and constraints. Those that are
 * not trained ask for nothing.
 */
public final class Penalties {

  /** A variable that asks for something, and memory to hand it over as matrices. */
  private record Place(Variable variable, int offset, DMatrixRMaj numbers, DMatrixRMaj gradient) {

    void read(double[] from, DMatrixRMaj to) {
      System.arraycopy(from, offset, to.data, 0, variable.size());
    }

    void write(DMatrixRMaj from, double[] to) {
      System.arraycopy(from.data, 0, to, offset, variable.size());
    }
  }

  private final List<Place> regularized = new ArrayList<>();
  private final List<Place> constrained = new ArrayList<>();

  /** Finds the variables that ask for something. */
  public Penalties(Sequential model) {
    int offset = 0;
    for (Variable variable : model.variables()) {
      boolean isTrained = variable.trainable();
      if (isTrained && !variable.regularizer().equals(Regularizer.NONE)) {
        regularized.add(place(variable, offset));
      }
      if (isTrained && !variable.constraint().equals(Constraint.NONE)) {
        constrained.add(place(variable, offset));
      }
      offset += variable.size();
    }
  }

  private static Place place(Variable variable, int offset) {
    var memory = new DMatrixRMaj(variable.rows(), variable.columns());
    return new Place(variable, offset, memory, memory.copy());
  }

  /** Says whether no variable asks for anything. */
  public boolean isEmpty() {
    return regularized.isEmpty() && constrained.isEmpty();
  }

  /** Returns the sum of all penalties. */
  public double value(double[] parameters) {
    double sum = 0;
    for (int i = 0; i < regularized.size(); i++) {
      Place place = regularized.get(i);
      place.read(parameters, place.numbers);
      sum += place.variable.regularizer().penalty(place.numbers);
    }
    return sum;
  }

  /** Adds the penalties' slopes to the gradient of the loss. */
  public void addGradient(double[] parameters, double[] gradient) {
    for (int i = 0; i < regularized.size(); i++) {
      Place place = regularized.get(i);
      place.read(parameters, place.numbers);
      place.read(gradient, place.gradient);
      place.variable.regularizer().addGradient(place.numbers, place.gradient);
      place.write(place.gradient, gradient);
    }
  }

  /** Moves the parameters to where their constraints want them. */
  public void constrain(double[] parameters) {
    for (int i = 0; i < constrained.size(); i++) {
      Place place = constrained.get(i);
      place.read(parameters, place.numbers);
      place.variable.constraint().apply(place.numbers);
      place.write(place.numbers, parameters);
    }
  }
}
