package academy.coldstart.survival;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The database of an application that does not run, read directly.
 *
 * @param jdbc the database
 */
record StoredGradings(JdbcClient jdbc) {

	static StoredGradings of(Home home) {
		return new StoredGradings(
				JdbcClient.create(new DriverManagerDataSource(home.database() + ";IFEXISTS=TRUE", "coldstart", "")));
	}

	/**
	 * Return all gradings in the order in which work was handed in.
	 * @return the gradings
	 */
	List<Row> rows() {
		return this.jdbc.sql("""
				select s.id, g.status, g.attempts, coalesce(g.outcome, '-') as outcome, coalesce(g.score, -1) as score
				from submission s left join grading g on g.submission = s.id order by s.number""")
			.query((row, index) -> new Row("/submissions/" + row.getString(1), row.getString(2), row.getInt(3),
					row.getString(4), row.getInt(5)))
			.list();
	}

	int scheduled() {
		return this.jdbc.sql("select count(*) from scheduled_tasks").query(Integer.class).single();
	}

	/**
	 * A grading.
	 *
	 * @param submission the address of the submission
	 * @param status such as {@code RUNNING}
	 * @param attempts how many attempts count
	 * @param outcome such as {@code PASSED}, or a dash
	 * @param score the points, or -1
	 */
	record Row(String submission, String status, int attempts, String outcome, int score) {
	}

}
