/**
 * Classes that stand in a page for those of the same name that cannot be there, or would only be
 * carried: {@link reluctant.page.compile.StandIns} says for which.
 */
@NullMarked
package reluctant.page.without;

import org.jspecify.annotations.NullMarked;
