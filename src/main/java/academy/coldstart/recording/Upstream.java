package academy.coldstart.recording;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where the calls of an account go, and who may stop them before.
 *
 * @param engine the trusted address of the engine
 * @param gates what decides on calls after the rules that always hold, in order
 * @param authority what the policies of the account say, or null where everything is
 * allowed
 */
public record Upstream(URI engine, List<CallGate> gates, @Nullable Authority authority) {

	public Upstream {
		gates = List.copyOf(gates);
		if (engine.getPort() < 0) {
			throw new IllegalArgumentException("The address of an engine names its port, but this is '" + engine + "'");
		}
	}

	public Upstream(URI engine, List<CallGate> gates) {
		this(engine, gates, null);
	}

	public Upstream(URI engine) {
		this(engine, List.of());
	}

}
