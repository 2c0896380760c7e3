package academy.coldstart.survival;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import org.awaitility.Awaitility;

/**
 * Stops threads of a running application exactly where a test wants them, from outside,
 * by the JDK's debugger interface: the application is the one that is shipped. Only the
 * thread that comes to such a place stands still, so that others can be led to theirs.
 */
final class Debugger implements AutoCloseable {

	private final VirtualMachine machine;

	private Debugger(VirtualMachine machine) {
		this.machine = machine;
	}

	static Debugger attach(Program program) {
		return Awaitility.await()
			.atMost(Duration.ofMinutes(2))
			.ignoreException(UncheckedIOException.class)
			.until(() -> new Debugger(attach(program.debuggerPort())), Objects::nonNull);
	}

	/**
	 * Stop the next thread that enters a method, and no other after it.
	 * @param place the class without {@code academy.coldstart.}, a dot, and the method
	 * @return the halt
	 */
	Halt stopAt(String place) {
		int dot = place.lastIndexOf('.');
		Halt halt = new Halt("academy.coldstart." + place.substring(0, dot), place.substring(dot + 1));
		ClassPrepareRequest loading = this.machine.eventRequestManager().createClassPrepareRequest();
		loading.addClassFilter(halt.type);
		loading.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
		loading.enable();
		this.machine.classesByName(halt.type).forEach(halt::arm);
		return halt;
	}

	/**
	 * Let the application go on, as if nothing had been.
	 */
	@Override
	public void close() {
		try {
			this.machine.dispose();
		}
		catch (VMDisconnectedException ex) {
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

	private static VirtualMachine attach(int port) {
		AttachingConnector connector = Bootstrap.virtualMachineManager()
			.attachingConnectors()
			.stream()
			.filter((candidate) -> candidate.name().equals("com.sun.jdi.SocketAttach"))
			.findFirst()
			.orElseThrow();
		Map<String, Connector.Argument> arguments = connector.defaultArguments();
		Objects.requireNonNull(arguments.get("hostname")).setValue("127.0.0.1");
		Objects.requireNonNull(arguments.get("port")).setValue(Integer.toString(port));
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

	/**
	 * A place where a thread is to stop.
	 */
	final class Halt {

		private final String type;

		private final String method;

		private Halt(String type, String method) {
			this.type = type;
			this.method = method;
		}

		/**
		 * Wait until a thread has come here. It stands still from then on.
		 * @param limit how long to wait at most
		 */
		void await(Duration limit) {
			long deadline = System.nanoTime() + limit.toNanos();
			while (System.nanoTime() < deadline) {
				EventSet events = next();
				if (events != null && isHere(events)) {
					disarm();
					return;
				}
			}
			throw new AssertionError("The application did not come to " + this.type + "." + this.method);
		}

		private boolean isHere(EventSet events) {
			for (Event event : events) {
				if (event instanceof ClassPrepareEvent loaded && loaded.referenceType().name().equals(this.type)) {
					arm(loaded.referenceType());
				}
				else if (event instanceof BreakpointEvent stop
						&& stop.location().declaringType().name().equals(this.type)) {
					return true;
				}
			}
			events.resume();
			return false;
		}

		private void arm(ReferenceType loaded) {
			List<Method> methods = loaded.methodsByName(this.method);
			if (methods.isEmpty()) {
				throw new AssertionError("There is no method " + this.type + "." + this.method + " to stop at");
			}
			methods.forEach((each) -> {
				BreakpointRequest request = Debugger.this.machine.eventRequestManager()
					.createBreakpointRequest(each.location());
				request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
				request.enable();
			});
		}

		private void disarm() {
			Debugger.this.machine.eventRequestManager()
				.breakpointRequests()
				.stream()
				.filter((request) -> request.location().declaringType().name().equals(this.type))
				.forEach(EventRequest::disable);
		}

	}

}
