package academy.coldstart.simulator;

/**
 * A figure of AWS that a simulator calculates with. A test holds it to the dated fact.
 *
 * @param fact the name of the fact
 * @param value the text of the fact that the calculation was written for
 */
public record Constant(String fact, String value) {
}
