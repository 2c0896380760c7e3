package academy.coldstart.survival;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;

/**
 * Stops a running application exactly where a test wants it, from outside, by the JDK's
 * debugger interface: the application is the one that is shipped.
 */
final class Breakpoint implements AutoCloseable {

	private final VirtualMachine machine;

	private final String type;

	private final String method;

	private Breakpoint(VirtualMachine machine, String type, String method) {
		this.machine = machine;
		this.type = type;
		this.method = method;
	}

	/**
	 * Set a breakpoint at the entry of a method.
	 * @param program the application
	 * @param type the name of the class, without {@code academy.coldstart.}
	 * @param method the name of the method
	 * @return the breakpoint
	 */
	static Breakpoint set(Program program, String type, String method) {
		Breakpoint breakpoint = new Breakpoint(attach(program.debuggerPort()), "academy.coldstart." + type, method);
		ClassPrepareRequest loading = breakpoint.machine.eventRequestManager().createClassPrepareRequest();
		loading.addClassFilter(breakpoint.type);
		loading.setSuspendPolicy(EventRequest.SUSPEND_ALL);
		loading.enable();
		breakpoint.machine.classesByName(breakpoint.type).forEach(breakpoint::arm);
		return breakpoint;
	}

	/**
	 * Wait until the application has stopped there. All its threads stand still then; its
	 * child processes go on.
	 * @param limit how long to wait at most
	 */
	void await(Duration limit) {
		long deadline = System.nanoTime() + limit.toNanos();
		while (System.nanoTime() < deadline) {
			EventSet events = next();
			if (events == null) {
				continue;
			}
			for (Event event : events) {
				if (event instanceof ClassPrepareEvent loaded) {
					arm(loaded.referenceType());
				}
				else if (event instanceof BreakpointEvent) {
					return;
				}
			}
			events.resume();
		}
		throw new AssertionError("The application did not come to " + this.type + "." + this.method);
	}

	/**
	 * Let the application go on, as if nothing had been.
	 */
	@Override
	public void close() {
		try {
			this.machine.dispose();
		}
		catch (com.sun.jdi.VMDisconnectedException ex) {
			// It was killed.
		}
	}

	private EventSet next() {
		try {
			return this.machine.eventQueue().remove(1000);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private void arm(ReferenceType loaded) {
		List<Method> methods = loaded.methodsByName(this.method);
		if (methods.isEmpty()) {
			throw new AssertionError("There is no method " + this.type + "." + this.method + " to stop at");
		}
		methods.forEach((each) -> {
			var request = this.machine.eventRequestManager().createBreakpointRequest(each.location());
			request.setSuspendPolicy(EventRequest.SUSPEND_ALL);
			request.enable();
		});
	}

	private static VirtualMachine attach(int port) {
		AttachingConnector connector = Bootstrap.virtualMachineManager()
			.attachingConnectors()
			.stream()
			.filter((candidate) -> candidate.name().equals("com.sun.jdi.SocketAttach"))
			.findFirst()
			.orElseThrow();
		Map<String, Connector.Argument> arguments = connector.defaultArguments();
		arguments.get("hostname").setValue("127.0.0.1");
		arguments.get("port").setValue(Integer.toString(port));
		try {
			return connector.attach(arguments);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (IllegalConnectorArgumentsException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
