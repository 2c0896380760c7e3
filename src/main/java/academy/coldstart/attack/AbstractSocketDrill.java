package academy.coldstart.attack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import academy.coldstart.execution.PythonKit;
import academy.coldstart.process.ChildProcess;
import academy.coldstart.process.Command;
import academy.coldstart.process.Signal;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Lets functions look for abstract Unix sockets that a process of the machine listens on.
 */
@Component
final class AbstractSocketDrill implements Drill {

	private static final String LISTENER = """
			import socket, sys, time
			stream, datagrams = socket.socket(socket.AF_UNIX), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
			stream.bind("\\0" + sys.argv[1])
			stream.listen()
			datagrams.bind("\\0" + sys.argv[1] + "-datagram")
			socket.socket(socket.AF_UNIX).connect("\\0" + sys.argv[1])
			print("ready", flush=True)
			time.sleep(600)
			""";

	private final FunctionDrill functions;

	private final ObjectProvider<PythonKit> kit;

	AbstractSocketDrill(FunctionDrill functions, ObjectProvider<PythonKit> kit) {
		this.functions = functions;
		this.kit = kit;
	}

	@Override
	public String name() {
		return "abstract-socket";
	}

	@Override
	public Finding run(AttackCase attack, Site site) throws Exception {
		Optional<Path> python = this.kit.getObject().interpreter();
		if (python.isEmpty()) {
			return Finding.skipped("Python");
		}
		String socket = "canary-" + UUID.randomUUID();
		ChildProcess listener = ChildProcess
			.start(new Command(List.of(python.get().toString(), "-I", "-S", "-c", LISTENER, socket), Path.of("/"),
					Map.of("PATH", "/usr/bin:/bin")));
		try {
			if (!"ready".equals(listener.outputReader().readLine())) {
				throw new IllegalStateException("Nobody listens on an abstract socket");
			}
			site.tell("socket", socket);
			return this.functions.run(attack, site);
		}
		finally {
			listener.signal(Signal.KILL);
		}
	}

}
