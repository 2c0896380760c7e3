package academy.coldstart.simulator.race;

import java.util.List;

import academy.coldstart.simulator.race.Moment.Mood;

/**
 * One delivery of the order, and the environment that handles it.
 */
final class Worker {

	private final String name;

	private final List<Step> steps;

	private final Shop shop;

	/** After how many steps it is killed; zero for never. */
	private final int crash;

	private int made;

	private State state = State.RUNS;

	Worker(String name, List<Step> steps, Shop shop, int crash) {
		this.name = name;
		this.steps = steps;
		this.shop = shop;
		this.crash = crash;
	}

	boolean runs() {
		return this.state == State.RUNS;
	}

	/**
	 * Tell whether its delivery comes again, because it was not handled.
	 * @return whether it does
	 */
	boolean comesAgain() {
		return this.state == State.FAILED;
	}

	/**
	 * Make the next step.
	 * @return what happened
	 */
	Moment step() {
		int before = this.shop.charges();
		Step step = this.steps.get(this.made++);
		Moment moment = switch (step) {
			case READ ->
				this.shop.isKnown() ? stop(step, State.DONE, "known already: answers as before") : goesOn(step);
			case CLAIM -> claim(step);
			case CHARGE -> {
				this.shop.charge();
				yield paid(step, before);
			}
			case CHARGE_WITH_KEY -> {
				this.shop.chargeWithKey();
				yield (this.shop.charges() == before) ? moment(step, "the provider knows the key", Mood.GOES_ON)
						: paid(step, before);
			}
			case COMPLETE -> {
				this.shop.complete();
				this.state = State.DONE;
				yield moment(step, "", Mood.DONE);
			}
		};
		return (this.made == this.crash && this.state == State.RUNS) ? killed(moment) : moment;
	}

	private Moment claim(Step step) {
		if (this.shop.claim()) {
			return goesOn(step);
		}
		return (this.shop.entry() == Shop.Entry.CHARGED) ? stop(step, State.DONE, "charged already: answers as before")
				: stop(step, State.FAILED, "somebody is at it: fails, and comes again");
	}

	private Moment paid(Step step, int before) {
		return (before == 0) ? goesOn(step) : moment(step, "the customer pays again", Mood.PAYS_AGAIN);
	}

	private Moment killed(Moment moment) {
		this.state = State.FAILED;
		String note = moment.note().isEmpty() ? "then killed" : moment.note() + ", then killed";
		return new Moment(moment.worker(), moment.what(), note,
				(moment.tone() == Mood.PAYS_AGAIN) ? Mood.PAYS_AGAIN : Mood.KILLED, moment.record(), moment.charges());
	}

	private Moment stop(Step step, State end, String note) {
		this.state = end;
		return moment(step, note, Mood.STOPS);
	}

	private Moment goesOn(Step step) {
		return moment(step, "", Mood.GOES_ON);
	}

	private Moment moment(Step step, String note, Mood mood) {
		return new Moment(this.name, step.word(), note, mood, this.shop.entry().word(), this.shop.charges());
	}

	private enum State {

		/** It has steps to make. */
		RUNS,

		/** Its delivery is handled. */
		DONE,

		/** It was killed or gave up. */
		FAILED

	}

}
