package reluctant.train;

import reluctant.nn.Network;

/**
 * An epoch that has ended.
 *
 * @param number which, from 1
 * @param epochs how many there will be
 * @param loss the mean loss over its samples, each taken before its batch's step
 * @param network the network at its end
 */
public record Epoch(int number, int epochs, double loss, Network network) {}
