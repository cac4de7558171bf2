/** What the compiler asks for: it runs these on the JVM, and no page has them. */
@NullMarked
package reluctant.page.compile;

import org.jspecify.annotations.NullMarked;
