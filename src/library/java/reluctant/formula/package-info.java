/**
 * Formulas such as {@code sin(3 x) + x^2}: read, printed and computed, never run as code.
 *
 * <pre>
 * formula  = value {";" value}                        an output each
 * value    = sum [("&lt;" | "&lt;=" | "&gt;" | "&gt;=" | "==" | "!=") sum]
 * sum      = product {("+" | "-") product}
 * product  = sign {("*" | "/") sign | power}          "3 x" is 3 * x
 * sign     = "-" sign | power                         -x^2 is -(x^2)
 * power    = simple ["^" ("-" .. power)]              x^y^z is x^(y^z)
 * simple   = number | name | function "(" value {"," value} ")" | "(" value ")"
 * </pre>
 *
 * <p>What binds more strongly stands lower. Products and quotients are read from left to right,
 * also where no sign stands between the factors, so {@code 1/2 x} is {@code (1/2) * x}, and it is
 * printed so that this can be seen. A comparison is 1 where it holds and 0 where not: a product of
 * comparisons is "and", their maximum "or", and {@code (x < 0) (-x) + (x >= 0) x^2} has two pieces.
 * They do not follow each other: {@code 0 < x < 1} is refused.
 *
 * <p>Names are those of inputs, {@code x} or {@code x1}, {@code x2}, .., the constants {@code pi}
 * and {@code e}, and the {@link reluctant.formula.Function}s. The numbers are doubles and the
 * functions {@link reluctant.elementary.Elementary}'s, in the order in which they are written, so
 * that a formula gives the same bits everywhere. {@code x^2} is {@code x x}, and rounded once.
 *
 * <p>A formula has at most 2000 characters and 100 brackets in each other. {@link
 * reluctant.formula.Formula} is what others need; what it prints is read as the same formula.
 */
@NullMarked
package reluctant.formula;

import org.jspecify.annotations.NullMarked;
