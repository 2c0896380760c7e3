package academy.coldstart.search;

/**
 * A part of a page that can be found: what stands below a heading.
 *
 * @param kind what the page is, such as {@code Lesson}
 * @param title the title of the page
 * @param heading the heading, or empty for what stands before the first
 * @param address the address with the anchor of the heading
 * @param text the plain text
 */
record Passage(String kind, String title, String heading, String address, String text) {
}
