package reluctant.arithmetic;

/** Random numbers for many networks: a stream for each, which its layers share. */
public interface LaneRandom {

  /**
   * Draws uniform numbers u from [0, 1) for a group of lanes.
   *
   * @param lane the group's first lane
   * @param rate the bound of u
   * @param kept what is given for u &gt;= rate; 0 is given for others
   * @param to receives the numbers of all lanes of the group, {@code count} each
   * @param count how many
   */
  void draw(int lane, double rate, double kept, double[] to, int count);
}
