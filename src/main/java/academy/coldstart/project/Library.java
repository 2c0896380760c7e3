package academy.coldstart.project;

/**
 * A library that functions find when they run, without packing it.
 *
 * @param name as its package registry calls it, such as {@code boto3} or
 * {@code software.amazon.awssdk:dynamodb}
 * @param version the exact version, such as {@code 1.42.54}
 */
public record Library(String name, String version) {
}
