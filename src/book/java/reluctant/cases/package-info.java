/**
 * Public cases: questions that others asked about their small networks, and what becomes of them
 * here. Chapters from 13 on have a section for each.
 *
 * <ol>
 *   <li>{@link reluctant.cases.Case}: the question in our words, with its address, the set-up, what
 *       was reported and what was said. {@link reluctant.cases.Cases} reads and checks the file of
 *       all, {@code cases.json}.
 *   <li>{@link reluctant.cases.Reported}: a number that was published; {@link
 *       reluctant.cases.Replication}: ours beside it, and whether they agree, by {@link
 *       reluctant.cases.FisherExact}.
 *   <li>{@link reluctant.cases.Published}: these as a table, which ends a chapter.
 * </ol>
 */
@NullMarked
package reluctant.cases;

import org.jspecify.annotations.NullMarked;
