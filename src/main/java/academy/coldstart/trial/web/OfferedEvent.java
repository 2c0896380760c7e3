package academy.coldstart.trial.web;

/**
 * An event to choose.
 *
 * @param id what the form sends
 * @param title what people read
 * @param function the logical id of the function that it is for, or an empty text
 * @param json the event
 * @param own whether somebody keeps it, who may rename and delete it
 */
record OfferedEvent(String id, String title, String function, String json, boolean own) {
}
