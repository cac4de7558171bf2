/** One class of Tablesaw's in our words: where a notebook runs, its figures belong to a cell. */
package tech.tablesaw.plotly;
