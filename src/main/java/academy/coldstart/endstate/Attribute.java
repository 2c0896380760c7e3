package academy.coldstart.endstate;

/**
 * An attribute of an item or of a message.
 *
 * @param name its name
 * @param value its value: that of an item in AWS JSON, such as {@code {"S":"paid"}}; that
 * of a message as text, or in Base64 when it is binary
 */
public record Attribute(String name, Excerpt value) {
}
