/**
 * What the book settles: sentences, what was measured of them, what that survived, and the verdict.
 *
 * <p>Read in this order:
 *
 * <ol>
 *   <li>{@link reluctant.claim.Claim}: a sentence with its evidence and verdict; a cell makes it
 *       and the kernel shows it as a card. {@link reluctant.claim.Sentences} knows who said it.
 *   <li>{@link reluctant.claim.Study}: a trial that is counted over seeds, and the attacks on it;
 *       {@code Judging} makes {@link reluctant.claim.Evidence} of them. {@link
 *       reluctant.claim.ClaimAxis} is the list of what can be attacked.
 *   <li>{@link reluctant.claim.Word}: what "mostly" or "better" mean in numbers, the same on each
 *       card. {@code Certainty} is the rule by which a count settles a bound.
 *   <li>{@code KeptAttacks}: what took longer than a page may, and is trained again by tests;
 *       {@link reluctant.claim.Rules} knows the rules that it was counted by. {@code OutsideRates}:
 *       what another trainer measured.
 * </ol>
 */
@NullMarked
package reluctant.claim;

import org.jspecify.annotations.NullMarked;
