package academy.coldstart.engine.container;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.DockerObject;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Volume;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

/**
 * What {@code compose.yaml} says about the service, so that what is tested is what is
 * documented, also where there is no Compose.
 *
 * @param service its part of the file
 */
record ComposeService(JsonNode service) {

	private static final String UNCOVERED = "systempaths=unconfined";

	private static final String PROFILE = "seccomp=";

	static ComposeService read() throws IOException {
		return new ComposeService(new YAMLMapper().readTree(Files.readString(Path.of("compose.yaml")))
			.path("services")
			.path("coldstart"));
	}

	/**
	 * Return the one published port.
	 * @param port the port of this machine to use instead of the usual one
	 * @return a binding such as {@code 127.0.0.1:40001:8080}
	 */
	String binding(int port) {
		return texts("ports").getFirst().replace("${COLDSTART_PORT:-8080}", String.valueOf(port));
	}

	/**
	 * Return how long a stop may take before the program is killed.
	 * @return the time
	 */
	Duration stopGracePeriod() {
		return DurationStyle.detectAndParse(this.service.path("stop_grace_period").asString());
	}

	void apply(CreateContainerCmd command, String volume) throws IOException {
		HostConfig host = Objects.requireNonNull(command.getHostConfig());
		host.withMemory(DataSize.ofGigabytes(gigabytes()).toBytes())
			.withCapDrop(texts("cap_drop").stream().map(Capability::valueOf).toArray(Capability[]::new))
			.withSecurityOpts(securityOptions())
			.withBinds(texts("volumes").stream().map((text) -> bind(text, volume)).toList());
		if (texts("security_opt").contains(UNCOVERED)) {
			uncover(host);
		}
	}

	// Compose reads the file of a profile, and turns one option into two lists of paths.
	private List<String> securityOptions() throws IOException {
		List<String> options = new ArrayList<>();
		for (String text : texts("security_opt")) {
			String option = text.replaceFirst("^([a-z]+):", "$1=");
			if (option.startsWith(PROFILE)) {
				options.add(PROFILE + Files.readString(Path.of(option.substring(PROFILE.length()))));
			}
			else if (!text.equals(UNCOVERED)) {
				options.add(option);
			}
		}
		return options;
	}

	// The client has no names for these lists, but sends on what it does not know.
	private static void uncover(HostConfig host) {
		try {
			Field unknown = DockerObject.class.getDeclaredField("rawValues");
			unknown.setAccessible(true);
			@SuppressWarnings("unchecked")
			Map<String, Object> values = (Map<String, Object>) unknown.get(host);
			values.put("MaskedPaths", List.of());
			values.put("ReadonlyPaths", List.of());
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Bind bind(String text, String volume) {
		return new Bind(volume, new Volume(text.substring(text.indexOf(':') + 1)));
	}

	private long gigabytes() {
		return Long.parseLong(this.service.path("mem_limit").asString().replace("g", ""));
	}

	private List<String> texts(String name) {
		return this.service.path(name).valueStream().map(JsonNode::asString).toList();
	}

}
