package academy.coldstart.attack;

/**
 * What came of one attack.
 *
 * @param id the id of the case
 * @param title what is tried
 * @param outcome what came of it
 * @param detail what was seen, in a sentence
 * @param millis how long it took
 */
public record AttackResult(String id, String title, Outcome outcome, String detail, long millis) {
}
