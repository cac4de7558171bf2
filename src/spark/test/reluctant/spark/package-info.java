/** Tests of sweeps on Spark, with masters and workers of their own. */
@NullMarked
package reluctant.spark;

import org.jspecify.annotations.NullMarked;
