package academy.coldstart.grading.pipeline;

import academy.coldstart.execution.CompanionService;
import academy.coldstart.grader.Companion;

/**
 * Offers a grader's companion to the environment host.
 */
final class CompanionAdapter implements CompanionService {

	private final Companion companion;

	CompanionAdapter(Companion companion) {
		this.companion = companion;
	}

	@Override
	public String name() {
		return this.companion.name();
	}

	@Override
	public String variable() {
		return this.companion.variable();
	}

	@Override
	public Answer answer(Request request, Caller caller) {
		Companion.Answer answer = this.companion.answer(
				new Companion.Request(request.method(), request.path(), request.headers(), request.body()),
				new CallerAdapter(caller));
		return new Answer(answer.status(), answer.headers(), answer.body());
	}

	/**
	 * The caller as graders know it.
	 *
	 * @param caller the caller as the environment host knows it
	 */
	private record CallerAdapter(Caller caller) implements Companion.Caller {

		@Override
		public String environment() {
			return this.caller.environment();
		}

		@Override
		public void kill() {
			this.caller.kill();
		}

	}

}
