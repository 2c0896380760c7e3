package academy.coldstart.course;

/**
 * A solution that reaches all points.
 *
 * @param name its folder name
 * @param language its language
 * @param explanation why it is right
 * @param files its files
 */
public record Solution(String name, Language language, String explanation, SourceFiles files) {
}
