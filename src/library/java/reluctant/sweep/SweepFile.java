package reluctant.sweep;

import static reluctant.Text.format;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import reluctant.Require;
import reluctant.json.LineReader;
import reluctant.json.LineWriter;
import reluctant.json.Place;

/**
 * A sweep in a file, as it goes: lines that say which sweep it is, then a line for each part, in
 * order. A last line that was not finished is written anew; nothing else that stands in the file is
 * ever changed.
 *
 * <p>It listens to the sweep's work, which is given what stands in the file before it goes on.
 *
 * <p>It works on the file's descriptor: a channel would be closed by an interrupt, and a second
 * descriptor, when closed, would give the lock away.
 *
 * @param <O> the type of an outcome
 */
final class SweepFile<O extends Comparable<? super O>> extends OutputStream implements Journal<O> {

  private static final long BETWEEN_SYNCS = TimeUnit.SECONDS.toNanos(1);

  private final Path path;
  private final RandomAccessFile file;
  private LineWriter lines = new LineWriter(this, new CRC32());
  private long lastSync = System.nanoTime();

  SweepFile(Path path) {
    this.path = path;
    Path place = Place.ofPlainFile(path);
    try {
      file = new RandomAccessFile(place.toFile(), "rw");
    } catch (IOException e) {
      throw new UncheckedIOException(
          Require.told(
              "file must be one in a folder that is there and yours. Received: " + e.getMessage()),
          e);
    }
    lock();
  }

  private void lock() {
    boolean mine = false;
    try {
      mine = file.getChannel().tryLock() != null;
    } catch (OverlappingFileLockException e) {
      mine = false;
    } catch (IOException e) {
      throw failed(e);
    } finally {
      if (!mine) {
        close();
      }
    }
    if (!mine) {
      throw new IllegalStateException(
          Require.told(
              "file must not be in use, wait for the other sweep to end. Received: " + path));
    }
  }

  /** Gives the work all that is there, or begins with the header, and then listens to the work. */
  void resume(SweepHeader header, Work<O> work) {
    try {
      InputStream in = new BufferedInputStream(new FileInputStream(file.getFD()));
      var sum = new CRC32();
      var beginning = new Beginning(in);
      header.write(new LineWriter(beginning, sum));
      if (beginning.isOther()) {
        throw other(header);
      }
      long end = beginning.isWhole() ? read(in, beginning, sum, work) : 0;
      if (work.isOpen()) {
        file.setLength(end);
        file.seek(end);
        if (end == 0) {
          header.write(new LineWriter(this, new CRC32()));
        }
        lines = new LineWriter(this, sum);
        work.writeTo(this);
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Returns where the last whole line ends. */
  private long read(InputStream in, Beginning header, CRC32 sum, Work<O> work) throws IOException {
    long start = header.length();
    var parts = new LineReader(in, file.length() - start, header.lines(), sum);
    try {
      new SweepLines<>(parts, work).read();
    } catch (IllegalArgumentException e) {
      throw Require.refusal(
          format(
              "file must be whole and of this rule, name a new one if it is not. Received: %s: %s",
              path, e.getMessage()),
          e);
    }
    return start + parts.end();
  }

  private IllegalArgumentException other(SweepHeader header) throws IOException {
    file.seek(0);
    var in = new FileInputStream(file.getFD()); // Closed with the file.
    String difference;
    try {
      difference = ", which " + header.difference(new LineReader(in, file.length()));
    } catch (IllegalArgumentException e) {
      difference = ": " + e.getMessage();
    }
    return Require.refusal(
        format("file must be new or that of this sweep. Received: %s%s", path, difference));
  }

  @Override
  public void write(long part, Tally<O> tally) {
    try {
      SweepLine.write(lines, part, tally);
      if (System.nanoTime() - lastSync > BETWEEN_SYNCS) {
        file.getFD().sync();
        lastSync = System.nanoTime();
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Adds a line. If it does not fit, the file ends before it. */
  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    long end = file.getFilePointer();
    try {
      file.write(bytes, offset, length);
    } catch (IOException e) {
      file.setLength(end);
      throw e;
    }
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  private UncheckedIOException failed(IOException e) {
    return new UncheckedIOException(
        Require.told(
            format(
                "%s can't be written, make room and run again, it keeps what was counted: %s",
                path, e.getMessage())),
        e);
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw failed(e);
    }
  }
}
