/**
 * CSV files, read by FastCSV for {@link reluctant.data.CsvFile}: all that was chosen of a file, or
 * one sentence that says the line, the column and the cure.
 *
 * <p>{@link reluctant.csv.FastCsvProvider} is found as a service. {@code Content} are a file's
 * bytes and their text, {@code Header} the columns, {@code NumberColumns} and {@code ClassColumn}
 * what stands in them.
 */
@NullMarked
package reluctant.csv;

import org.jspecify.annotations.NullMarked;
