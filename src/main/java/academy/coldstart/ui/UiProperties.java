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
 */
@ConfigurationProperties("coldstart.ui")
record UiProperties(@DefaultValue Set<String> allowedHosts, @DefaultValue("false") boolean publishedPort,
		@DefaultValue("12MB") DataSize largestRequest) {

	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

	UiProperties {
		allowedHosts = allowedHosts.isEmpty() ? LOOPBACK : Set.copyOf(allowedHosts);
	}

}
