package academy.coldstart.engine;

/**
 * What an engine is.
 *
 * @param name such as {@code LocalStack}
 * @param version such as {@code 4.14.0}
 * @param mode {@code host} or {@code container}
 */
public record EngineInfo(String name, String version, String mode) {
}
