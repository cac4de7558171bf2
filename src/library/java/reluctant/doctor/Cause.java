package reluctant.doctor;

/** Why a trial fails: what one of the usual remedies takes away. */
public enum Cause {
  /** The last activation cannot give the targets. */
  OUTPUT("its last activation cannot give the targets"),
  /** Its layers are linear, and what it learns is not. */
  LINEAR("its layers are linear, and what it learns is not"),
  /** A penalty, a constraint or dropout keeps it from the targets. */
  PENALTIES("its penalties, constraints or dropout keep it from the targets"),
  /** Layers have no bias. */
  NO_BIASES("its layers have no biases"),
  /** The inputs lie far from a mean of 0 and a deviation of 1. */
  INPUT_SCALE("its inputs are not scaled"),
  /** The targets lie far from a mean of 0 and a deviation of 1. */
  TARGET_SCALE("its targets are not scaled"),
  /** All units of a layer start alike, and stay alike. */
  SYMMETRY("its units start alike, and so stay alike"),
  /** Units are dead. */
  DEAD_UNITS("its units are dead"),
  /** Units are saturated. */
  SATURATION("its units are saturated"),
  /** The kernels or biases start in a bad place. */
  START("its start is a bad one"),
  /** What it minimizes has another best answer. */
  LOSS("its loss asks for something else"),
  /** Its steps are too large. */
  LARGE_STEPS("its steps are too large"),
  /** It has too many layers. */
  DEPTH("it is too deep"),
  /** Its steps are too few or too small. */
  SLOW("it is only slow"),
  /** It has too few units. */
  FEW_UNITS("it has too few units"),
  /** Its activation passes too little of the gradient. */
  ACTIVATION("its activation passes too little of the gradient"),
  /** Its optimizer makes too little of the gradient. */
  OPTIMIZER("its optimizer makes too little of the gradient");

  private final String sentence;

  Cause(String sentence) {
    this.sentence = sentence;
  }

  /** Returns it as what follows "because". */
  public String sentence() {
    return sentence;
  }
}
