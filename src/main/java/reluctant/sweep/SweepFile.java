package reluctant.sweep;

import static reluctant.Text.format;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import reluctant.Require;

/**
 * A sweep in a file, as it goes: a line that says which sweep it is, then a line of JSON for each
 * part, in order. A last line that was not finished is written anew; nothing else that stands in
 * the file is ever changed.
 *
 * <p>It works on the file's descriptor: a channel would be closed by an interrupt, and a second
 * descriptor, when closed, would give the lock away.
 */
final class SweepFile implements AutoCloseable {

  private static final long BETWEEN_SYNCS = TimeUnit.SECONDS.toNanos(1);

  private final Path path;
  private final RandomAccessFile file;
  private long lastSync = System.nanoTime();

  private SweepFile(Path path) {
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

  /** Does the work on the sweep's engine, with its file if it has one, and says how it ended. */
  static <O extends Comparable<? super O>> End run(
      Sweep sweep, List<Axis<?>> axes, Plan plan, Work<O> work) {
    if (sweep.file() == null) {
      sweep.engine().run(work);
      return work.close();
    }
    String header = SweepHeader.of(sweep, axes, plan);
    try (var file = new SweepFile(sweep.file())) {
      file.resume(header, work);
      if (work.isOpen()) {
        sweep.engine().run(work);
      }
      return work.close();
    }
  }

  private <O extends Comparable<? super O>> void resume(String header, Work<O> work) {
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
        work.writeTo((part, tally) -> append(SweepLine.of(part, tally)));
      }
    } catch (IOException e) {
      throw failed(e);
    }
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
