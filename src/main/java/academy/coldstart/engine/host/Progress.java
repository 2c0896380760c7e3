package academy.coldstart.engine.host;

/**
 * Hears how far something is, in sentences for everybody.
 */
@FunctionalInterface
interface Progress {

	void report(String sentence);

}
