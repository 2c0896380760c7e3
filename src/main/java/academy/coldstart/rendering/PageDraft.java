package academy.coldstart.rendering;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import academy.coldstart.quiz.Answer;
import academy.coldstart.quiz.Question;

/**
 * What is gathered while one page is being rendered.
 */
final class PageDraft {

	private static final int TOP_LEVEL = 2;

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]\\S*");

	private final Path root;

	private final PageSource source;

	private final Map<String, Fact> known;

	private final List<Problem> problems = new ArrayList<>();

	private final List<Page.Heading> headings = new ArrayList<>();

	private final Set<String> ids = new LinkedHashSet<>();

	private final Map<String, Integer> anchors = new LinkedHashMap<>();

	private final List<Fact> quoted = new ArrayList<>();

	private final List<Diagram> diagrams = new ArrayList<>();

	private final List<Question> asked = new ArrayList<>();

	private int words;

	private boolean counting = true;

	private int questions;

	private int snippets;

	private int runs;

	PageDraft(Path root, PageSource source, Map<String, Fact> known) {
		this.root = root;
		this.source = source;
		this.known = known;
	}

	Path root() {
		return this.root;
	}

	/**
	 * Return the folder that paths in the text are relative to.
	 * @return an absolute path
	 */
	Path folder() {
		Path file = this.root.resolve(this.source.file());
		Path folder = file.getParent();
		return (folder != null) ? folder : this.root;
	}

	void problem(int line, String what, String remedy) {
		this.problems.add(new Problem(this.source.file(), line, what, remedy));
	}

	List<Problem> problems() {
		return this.problems.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
	}

	List<Page.Heading> headings() {
		return this.headings;
	}

	void countWords(CharSequence text) {
		if (this.counting) {
			this.words += (int) WORD.matcher(text).results().count();
		}
	}

	/**
	 * Write something that is not read along with the rest, so that its words are not
	 * counted.
	 * @param <T> the type of what is written
	 * @param writing writes it
	 * @return what was written
	 */
	<T> T aside(Supplier<T> writing) {
		boolean before = this.counting;
		this.counting = false;
		try {
			return writing.get();
		}
		finally {
			this.counting = before;
		}
	}

	/**
	 * Keep a question.
	 * @param question the question
	 * @return its HTML before anybody answers it
	 */
	String ask(Question question) {
		this.asked.add(question);
		return question.html(page(), Answer.NONE);
	}

	void add(Diagram diagram) {
		if (this.diagrams.stream().anyMatch((other) -> other.drawing().equals(diagram.drawing()))) {
			problem(diagram.line(), "There is another diagram of this name.", "Name each of them differently.");
		}
		this.diagrams.add(diagram);
	}

	List<Diagram> diagrams() {
		return this.diagrams;
	}

	List<Question> asked() {
		return this.asked;
	}

	/**
	 * Return the address of the page.
	 * @return the path on this site, or empty when the page asks no questions
	 */
	String page() {
		return this.source.address();
	}

	int words() {
		return this.words;
	}

	int nextQuestion() {
		return ++this.questions;
	}

	int nextSnippet() {
		return ++this.snippets;
	}

	int nextRun() {
		return ++this.runs;
	}

	/**
	 * Note a heading, check that no level is left out, and give it an id that stays the
	 * same as long as its text does.
	 * @param level the level, of which 1 is the page's title
	 * @param text the plain text
	 * @param line the line of the file
	 * @return the id
	 */
	String addHeading(int level, String text, int line) {
		int deepest = this.headings.isEmpty() ? TOP_LEVEL : this.headings.getLast().level() + 1;
		if (level < TOP_LEVEL) {
			problem(line, "The heading '" + text + "' is on level 1, which is the page's title.",
					"Begin it with ## or more.");
		}
		else if (level > deepest) {
			problem(line, "The heading '" + text + "' is on level " + level + ", but level " + deepest
					+ " is the deepest that can stand here.", "Leave no level out.");
		}
		String id = unique(slug(text));
		this.headings.add(new Page.Heading(level, id, text));
		return id;
	}

	private String slug(String text) {
		String slug = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
		return slug.isEmpty() ? "section" : slug;
	}

	private String unique(String slug) {
		String id = slug;
		for (int n = 2; !this.ids.add(id); n++) {
			id = slug + "-" + n;
		}
		return id;
	}

	void linkToAnchor(String id, int line) {
		this.anchors.putIfAbsent(id, line);
	}

	void checkAnchors() {
		this.anchors.forEach((id, line) -> {
			if (!this.ids.contains(id)) {
				problem(line, "The link goes to #" + id + ", but no heading of this page has that id.",
						this.ids.isEmpty() ? "Add the heading." : "These exist: " + String.join(", ", this.ids) + ".");
			}
		});
	}

	/**
	 * Quote a fact.
	 * @param name its name
	 * @return its number on this page, or empty when there is no such fact
	 */
	Optional<QuotedFact> quote(String name) {
		Fact fact = this.known.get(name);
		if (fact == null) {
			return Optional.empty();
		}
		if (!this.quoted.contains(fact)) {
			this.quoted.add(fact);
		}
		return Optional.of(new QuotedFact(this.quoted.indexOf(fact) + 1, fact));
	}

	List<QuotedFact> quotedFacts() {
		List<QuotedFact> numbered = new ArrayList<>();
		for (Fact fact : this.quoted) {
			numbered.add(new QuotedFact(numbered.size() + 1, fact));
		}
		return numbered;
	}

	/**
	 * A fact with its number on the page.
	 */
	record QuotedFact(int number, Fact fact) {
	}

}
