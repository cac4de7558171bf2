/**
 * Why a trial fails, found by trying the usual remedies.
 *
 * <ul>
 *   <li>{@link reluctant.doctor.Doctor}: what is asked, and what it says. A {@link
 *       reluctant.doctor.Cause} is named when taking it away moves the rate; each {@link
 *       reluctant.doctor.Treatment} is a remedy that was tried.
 *   <li>{@code Remedies}: which remedies a trial has, in the order in which they are believed;
 *       {@code Layers} and {@code Scale} are what they ask of the trial, {@code Signs} what they
 *       ask of the runs that failed.
 *   <li>{@code Examination}: round by round with more seeds. {@code Race} compares the remedies, on
 *       the same seeds, and drops those that are beaten; {@code Cohort} trains; {@code Cost} and
 *       {@code Time} say how long it takes.
 * </ul>
 *
 * <p>To add a remedy, add a line to {@code Remedies} and, if it takes away something new, a {@code
 * Cause}.
 */
@NullMarked
package reluctant.doctor;

import org.jspecify.annotations.NullMarked;
