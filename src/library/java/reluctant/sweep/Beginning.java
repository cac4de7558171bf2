package reluctant.sweep;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/** Compares the beginning of a file with what would be written there. */
final class Beginning extends OutputStream {

  private final InputStream file;
  private long length;
  private long lines;
  private boolean isWhole = true;
  private boolean isOther;

  Beginning(InputStream file) {
    this.file = file;
  }

  /** Says whether all of it stands in the file. */
  boolean isWhole() {
    return isWhole && !isOther;
  }

  /** Says whether something else stands there; else the file may end before it is whole. */
  boolean isOther() {
    return isOther;
  }

  /** Returns how many bytes were compared. */
  long length() {
    return length;
  }

  /** Returns how many lines, each of which is one write. */
  long lines() {
    return lines;
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    if (isWhole()) {
      byte[] found = file.readNBytes(count);
      int end = offset + found.length;
      isOther = !Arrays.equals(bytes, offset, end, found, 0, found.length);
      isWhole = found.length == count;
      length += found.length;
      lines++;
    }
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }
}
