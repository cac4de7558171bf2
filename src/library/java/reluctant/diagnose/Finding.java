package reluctant.diagnose;

import reluctant.Require;

/**
 * Something seen of a trained network.
 *
 * @param symptom what kind of thing
 * @param sentence what was seen, with its numbers
 */
public record Finding(Symptom symptom, String sentence) {

  public Finding {
    Require.present("symptom", symptom);
    Require.present("sentence", sentence);
  }

  /** Returns the sentence. */
  @Override
  public String toString() {
    return sentence;
  }
}
