package academy.coldstart;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets the pool get over a database that was closed behind it, as H2 does with one that
 * it could not write because the disk was full.
 */
@Configuration(proxyBeanMethods = false)
class ConnectionPoolConfiguration {

	private static final String TRUSTED_MILLISECONDS = "com.zaxxer.hikari.aliveBypassWindowMs";

	@Bean
	static BeanPostProcessor recoveringPool() {
		return new RecoveringPool();
	}

	/**
	 * Has every connection tried before it is used: a pool trusts those that were used
	 * half a second ago, and there is no other way to tell it than a property of the
	 * system. New ones come from {@link Connections}.
	 */
	private static final class RecoveringPool implements BeanPostProcessor {

		@Override
		public Object postProcessBeforeInitialization(Object bean, String name) {
			if (bean instanceof HikariDataSource pool && pool.getDataSource() == null) {
				if (System.getProperty(TRUSTED_MILLISECONDS) == null) {
					System.setProperty(TRUSTED_MILLISECONDS, "-1");
				}
				pool.setDataSource(new Connections(pool));
			}
			return bean;
		}

	}

}
