/** Sweeps on Apache Spark. */
@NullMarked
package reluctant.spark;

import org.jspecify.annotations.NullMarked;
