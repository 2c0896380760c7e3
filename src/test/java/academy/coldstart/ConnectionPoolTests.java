package academy.coldstart;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests how the pool takes a database that was closed behind it.
 */
class ConnectionPoolTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
				JdbcClientAutoConfiguration.class))
		.withUserConfiguration(ConnectionPoolConfiguration.class)
		.withPropertyValues("spring.datasource.hikari.minimum-idle=4",
				"spring.datasource.hikari.connection-timeout=500",
				"spring.datasource.hikari.connection-test-query=select 1");

	@Test
	void usesNoConnectionToADatabaseThatWasClosed() {
		this.application.withPropertyValues("spring.datasource.url=jdbc:h2:mem:closed").run((context) -> {
			JdbcClient database = context.getBean(JdbcClient.class);
			for (int i = 0; i < 20; i++) {
				database.sql("shutdown immediately").update();
				assertThat(database.sql("select 1").query(Integer.class).single()).isEqualTo(1);
			}
		});
	}

}
