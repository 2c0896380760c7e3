package academy.coldstart.course;

/**
 * Where the handler of an exercise is in one language.
 *
 * @param file the file that must be there, such as {@code handler.py}
 * @param entry the handler setting of the function, such as {@code handler.handler}
 * @param runtime the Lambda runtime identifier, such as {@code python3.13}
 */
public record HandlerLocation(String file, String entry, String runtime) {
}
