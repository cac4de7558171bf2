package reluctant.arithmetic;

/**
 * A matrix of vectors: the element in row r and column c begins {@code r * row + c * column} behind
 * the first.
 *
 * @param numbers where the vectors are
 * @param row how far rows are apart
 * @param column how far columns are apart
 */
@SuppressWarnings("ArrayRecordComponent") // Handed around, never compared.
record VectorMatrix(double[] numbers, int row, int column) {}
