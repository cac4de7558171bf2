package reluctant.sweep;

import static reluctant.Text.format;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import reluctant.Require;

/**
 * A sweep in a file, as it goes: a line that says which sweep it is, then a line of JSON for each
 * part, in order. A last line that was not finished is written anew; nothing else that stands in
 * the file is ever changed.
 *
 * <p>It listens to the sweep's work, which is given what stands in the file before it goes on.
 *
 * <p>It works on the file's descriptor: a channel would be closed by an interrupt, and a second
 * descriptor, when closed, would give the lock away.
 *
 * @param <O> the type of an outcome
 */
final class SweepFile<O extends Comparable<? super O>> implements Journal<O>, AutoCloseable {

  private static final long BETWEEN_SYNCS = TimeUnit.SECONDS.toNanos(1);

  private final Path path;
  private final RandomAccessFile file;
  private long lastSync = System.nanoTime();

  SweepFile(Path path) {
    this.path = path;
    try {
      file = new RandomAccessFile(path.toFile(), "rw");
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
  void resume(String header, Work<O> work) {
    try {
      var lines = new SweepLines<O>(path, new FileInputStream(file.getFD()), work);
      boolean isNew = lines.readHeader(header);
      lines.readParts();
      if (work.isOpen()) {
        file.setLength(lines.end());
        file.seek(lines.end());
        if (isNew) {
          append(header);
        }
        work.writeTo(this);
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public void write(long part, Tally<O> tally) {
    append(SweepLine.of(part, tally));
  }

  /** Adds a line. If it does not fit, the file ends before it. */
  private void append(String line) {
    try {
      long end = file.getFilePointer();
      try {
        file.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        file.setLength(end);
        throw e;
      }
      if (System.nanoTime() - lastSync > BETWEEN_SYNCS) {
        file.getFD().sync();
        lastSync = System.nanoTime();
      }
    } catch (IOException e) {
      throw failed(e);
    }
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
