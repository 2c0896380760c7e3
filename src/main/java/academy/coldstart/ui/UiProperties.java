package academy.coldstart.ui;

import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the pages.
 *
 * @param allowedHosts the host names a browser may call this installation by, the
 * loopback names when none is given. Every other name is refused, which keeps foreign
 * pages from reaching it by DNS rebinding.
 * @param publishedPort whether requests come through the published port of a container:
 * they seem to come from the gateway of its network then
 * @param largestRequest the size above which a request is refused before it is read
 * @param submissionsPerMinute how often one address may hand in work within a minute; a
 * classroom often has one address together
 * @param triesPerMinute how often one address may try code within a minute
 * @param requestsPerMinute how many pages and documents one address may ask for within a
 * minute
 * @param openStreams how many streams of events one address may hold open; pages that get
 * none ask for the state instead
 */
@ConfigurationProperties("coldstart.ui")
record UiProperties(@DefaultValue Set<String> allowedHosts, @DefaultValue("false") boolean publishedPort,
		@DefaultValue("12MB") DataSize largestRequest, @DefaultValue("600") int submissionsPerMinute,
		@DefaultValue("600") int triesPerMinute, @DefaultValue("12000") int requestsPerMinute,
		@DefaultValue("200") int openStreams) {

	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

	UiProperties {
		requirePositive("submissions-per-minute", submissionsPerMinute);
		requirePositive("tries-per-minute", triesPerMinute);
		requirePositive("requests-per-minute", requestsPerMinute);
		requirePositive("open-streams", openStreams);
		allowedHosts = allowedHosts.isEmpty() ? LOOPBACK : Set.copyOf(allowedHosts);
	}

	private static void requirePositive(String name, int value) {
		if (value < 1) {
			throw new IllegalArgumentException("coldstart.ui.%s is %d, but has to be 1 or more".formatted(name, value));
		}
	}

}
