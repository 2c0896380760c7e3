package academy.coldstart.engine.installation;

/**
 * Hears how far something is, in sentences for everybody.
 */
@FunctionalInterface
public interface Progress {

	void report(String sentence);

}
