package academy.coldstart.simulator;

import java.util.List;

/**
 * What happens with some settings.
 *
 * @param answer the answer to the question that was asked before
 * @param sentence what happens, in one or two sentences
 * @param remarks what else is worth knowing about it
 * @param drawing the figure
 * @param table the same as a table
 */
public record Outcome(int answer, String sentence, List<String> remarks, Drawing drawing, Table table) {

	public Outcome {
		remarks = List.copyOf(remarks);
	}

	/**
	 * A table that says what the figure shows.
	 *
	 * @param caption what it is about
	 * @param columns the heads of the columns
	 * @param rows the cells, row by row
	 */
	public record Table(String caption, List<String> columns, List<List<String>> rows) {

		public Table {
			columns = List.copyOf(columns);
			rows = List.copyOf(rows);
		}

	}

}
