/**
 * The elementary functions: the same bits on every JDK, in vectors and in a browser.
 *
 * <p>{@link reluctant.elementary.Elementary} has them all, with how far each may be off. They are
 * made of + - * / and the square root, which IEEE 754 rounds correctly, of the bits of a double and
 * of whole numbers; no product is fused with a sum. Their {@link reluctant.elementary.Coefficients}
 * are public, since {@code reluctant.arithmetic} computes some of them in vectors, operation by
 * operation. {@link reluctant.elementary.Gaussian} draws normal numbers with them.
 *
 * <p>It is the library's own and depends on no other package of it.
 */
@NullMarked
package reluctant.elementary;

import org.jspecify.annotations.NullMarked;
