package academy.coldstart;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * New connections for a pool. A connection to a database that H2 has closed, when it is
 * used once more, makes H2 forget the database that was opened in its place; that holds
 * the lock of the file, so no further connection can be had until all its connections are
 * closed. That is what this sees to.
 */
final class Connections extends DriverManagerDataSource {

	/** H2: the database may be open elsewhere, in this program too. */
	private static final int ALREADY_OPEN = 90020;

	private final HikariDataSource pool;

	Connections(HikariDataSource pool) {
		super(Objects.requireNonNull(pool.getJdbcUrl(), "a pool needs the address of its database"));
		setConnectionProperties(pool.getDataSourceProperties());
		this.pool = pool;
	}

	@Override
	protected Connection getConnectionFromDriver(Properties properties) throws SQLException {
		try {
			return super.getConnectionFromDriver(properties);
		}
		catch (SQLException ex) {
			if (ex.getErrorCode() == ALREADY_OPEN) {
				closeOthers();
			}
			throw ex;
		}
	}

	private void closeOthers() {
		HikariPoolMXBean running = this.pool.getHikariPoolMXBean();
		if (running != null) {
			logger.warn("The database is opened once more, because it was closed while it was in use.");
			running.softEvictConnections();
		}
	}

}
