package academy.coldstart.engine.wiring;

import java.lang.management.ManagementFactory;
import java.util.Map;

import com.sun.management.OperatingSystemMXBean;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Chooses how many engines run side by side where nobody has chosen: as many as the
 * processors and the memory of the machine (or of the container that this program is in)
 * keep busy.
 */
class EngineCount implements EnvironmentPostProcessor {

	private static final String PROPERTY = "coldstart.engine.count";

	/** An engine keeps about one processor busy, its functions another. */
	private static final int PROCESSORS_EACH = 2;

	/** LocalStack, DynamoDB Local and the functions of one grading in three languages. */
	private static final long MEMORY_EACH = 2L << 30;

	/** This application, and what else the machine does. */
	private static final long MEMORY_OF_OTHERS = 2L << 30;

	private static final int MOST = 4;

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
		int count = automatic(machine.getAvailableProcessors(), machine.getTotalMemorySize());
		environment.getPropertySources().addLast(new MapPropertySource("engineCount", Map.of(PROPERTY, count)));
	}

	static int automatic(int processors, long memoryBytes) {
		long byMemory = (memoryBytes - MEMORY_OF_OTHERS) / MEMORY_EACH;
		return Math.clamp(Math.min(processors / PROCESSORS_EACH, byMemory), 1, MOST);
	}

}
