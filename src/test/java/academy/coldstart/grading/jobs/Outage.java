package academy.coldstart.grading.jobs;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Takes the database away, and gives it back.
 */
final class Outage implements BeanPostProcessor {

	private volatile boolean on;

	void begin() {
		this.on = true;
	}

	void end() {
		this.on = false;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof DataSource database) ? new DelegatingDataSource(database) {

			@Override
			public Connection getConnection() throws SQLException {
				if (Outage.this.on) {
					throw new SQLException("The database is away", "08001", 90067);
				}
				return super.getConnection();
			}

		} : bean;
	}

}
