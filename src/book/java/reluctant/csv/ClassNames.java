package reluctant.csv;

import static reluctant.Text.format;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reluctant.Require;
import reluctant.data.CsvFile;
import reluctant.data.CsvTable.Column;

/** The classes of a file, as they are met. */
final class ClassNames {

  private static final int MOST = 1000;

  private final CsvFile file;
  private final Map<String, Integer> places = new HashMap<>();

  ClassNames(CsvFile file) {
    this.file = file;
  }

  /** Returns how many classes were met before this one, when it was met first. */
  int place(String name, long line, Column column) {
    if (name.isEmpty()) {
      throw Require.refusal(
          format(
              "%s must name a class in line %d, column %d \"%s\", write it or take the line out."
                  + " Received: nothing",
              file.name(), line, column.number(), column.name()));
    }
    int place = places.computeIfAbsent(name, any -> places.size());
    if (places.size() > MOST) {
      throw Require.refusal(
          format(
              "%s must name at most %d classes, use .targets(\"%s\") if these are numbers."
                  + " Received: one more in line %d, column %d, %s",
              file.name(), MOST, column.name(), line, column.number(), name));
    }
    return place;
  }

  int count() {
    return places.size();
  }

  /** Returns the names in the order of Unicode. */
  List<String> names() {
    return places.keySet().stream().sorted().toList();
  }

  /** Returns where each class, in the order in which they were met, is among the names. */
  int[] sorted() {
    List<String> names = names();
    var sorted = new int[names.size()];
    places.forEach((name, place) -> sorted[place] = Collections.binarySearch(names, name));
    return sorted;
  }
}
