package academy.coldstart.execution;

import academy.coldstart.fault.FaultRules;
import academy.coldstart.trace.TraceRecorder;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers the requests of one process to a companion service and records them beside its
 * AWS calls.
 */
final class CompanionListener implements Request.Handler {

	private final CompanionService service;

	private final Caller caller;

	private final TraceRecorder recorder;

	private final FaultRules rules;

	CompanionListener(CompanionService service, Caller caller, TraceRecorder recorder, FaultRules rules) {
		this.service = service;
		this.caller = caller;
		this.recorder = recorder;
		this.rules = rules;
	}

	@Override
	public boolean handle(Request request, Response response, Callback callback) {
		Exchange exchange = new Exchange(request, response, callback);
		CompanionEntry entry = new CompanionEntry(this.recorder, this.service.name(), this.caller, exchange);
		CompanionRequest one = new CompanionRequest(this.service, this.caller, exchange, entry, this.rules);
		Thread.ofVirtual().name("companion-" + this.service.name()).start(one::run);
		return true;
	}

	/**
	 * The process that sends the requests.
	 */
	interface Caller extends CompanionService.Caller {

		/**
		 * Return what the process is doing.
		 * @return the phase with its invocation
		 */
		Moment moment();

		/**
		 * Say whether the process was ended.
		 * @return whether nobody waits for an answer
		 */
		boolean isGone();

	}

}
