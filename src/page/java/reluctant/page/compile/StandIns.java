package reluctant.page.compile;

import java.util.List;
import org.apache.commons.math3.util.FastMath;
import org.ejml.concurrency.EjmlConcurrency;
import org.ejml.dense.row.CommonOps_MT_DDRM;
import org.ejml.simple.ops.SimpleOperations_CDRM;
import org.ejml.simple.ops.SimpleOperations_DSCC;
import org.ejml.simple.ops.SimpleOperations_FDRM;
import org.ejml.simple.ops.SimpleOperations_FSCC;
import org.ejml.simple.ops.SimpleOperations_ZDRM;
import org.teavm.extension.spi.substitution.SubstitutionPolicy;
import org.teavm.extension.spi.substitution.SubstitutionSink;
import reluctant.Jvm;
import reluctant.arithmetic.CacheLines;
import reluctant.json.LineWriter;

/** Puts the classes of {@code reluctant.page.without} in the places of those that a page lacks. */
public final class StandIns implements SubstitutionPolicy {

  private static final String WITHOUT = "reluctant.page.without";

  private static final List<Class<?>> REPLACED =
      List.of(
          CacheLines.class,
          Jvm.class,
          LineWriter.class,
          EjmlConcurrency.class,
          FastMath.class,
          CommonOps_MT_DDRM.class,
          SimpleOperations_FDRM.class,
          SimpleOperations_ZDRM.class,
          SimpleOperations_CDRM.class,
          SimpleOperations_DSCC.class,
          SimpleOperations_FSCC.class);

  /** For the compiler. */
  public StandIns() {}

  @Override
  public void contribute(SubstitutionSink sink) {
    for (Class<?> replaced : REPLACED) {
      sink.selectClasses(replaced.getName()::equals)
          .replacePackage(replaced.getPackageName(), WITHOUT);
    }
  }
}
