package academy.coldstart.site;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import academy.coldstart.course.CheckDefinition;
import academy.coldstart.course.CheckDefinition.Visibility;
import academy.coldstart.course.Course;
import academy.coldstart.course.CourseMap;
import academy.coldstart.course.Exercise;
import academy.coldstart.course.ExerciseKind;
import academy.coldstart.course.HandlerLocation;
import academy.coldstart.course.Language;
import academy.coldstart.course.Lesson;
import academy.coldstart.course.Mistake;
import academy.coldstart.course.PreparedEvent;
import academy.coldstart.course.Slug;
import academy.coldstart.course.Solution;
import academy.coldstart.course.SourceFiles;
import academy.coldstart.rendering.Fact;
import academy.coldstart.rendering.Page;
import academy.coldstart.rendering.Page.Heading;

/**
 * A small course with everything that the pages show.
 */
public final class SampleCourse implements Course {

	/** The exercise with four checks in two languages. */
	public static final Slug CHARGE_ONCE = new Slug("charge-once");

	/** The ungraded warm-up. */
	public static final Slug FIRST_RUN = new Slug("first-run");

	/** The exercise whose code is given, as the template is the task. */
	public static final Slug GIVEN_CODE = new Slug("given-code");

	/** What the learner starts from. */
	public static final String STARTER = """
			import json
			import os

			import boto3
			import psp

			orders = boto3.resource("dynamodb").Table(os.environ["ORDERS_TABLE"])


			def handler(event, context):
			    for record in event["Records"]:
			        order = json.loads(record["body"])
			        item = orders.get_item(Key={"id": order["id"]}).get("Item")
			        if item and item["status"] == "PAID":
			            continue
			        receipt = psp.charge(order["id"], order["amount"])
			        orders.put_item(Item={"id": order["id"], "status": "PAID", "receipt": receipt})
			    return {"batchItemFailures": []}
			""";

	private final List<Lesson> lessons = List.of(lesson("what-a-function-is", "L0.1", "What a function is",
			"Events come in, environments are reused, and your code decides what that means.", 11, List.of(FIRST_RUN)),
			lesson("idempotency", "L2.2", "Idempotency",
					"The same event can arrive twice. What it does must happen once.", 14, List.of(CHARGE_ONCE)),
			lesson("decoupling", "L2.3", "Decoupling", "A queue, a topic or a bus: which one fits, and why.", 9,
					List.of()));

	private final List<Exercise> exercises = List.of(firstRun(), chargeOnce(), givenCode());

	@Override
	public CourseMap map() {
		return new CourseMap("AWS Lambda best practices",
				List.of(new CourseMap.Module("M0", "Before you begin", "What the words mean and how grading works.",
						List.of(entry(0))),
						new CourseMap.Module("M2", "State and duplicates",
								"Why an environment forgets, why an event repeats, and what to do about both.",
								List.of(entry(1), entry(2)))));
	}

	@Override
	public Optional<Lesson> lesson(Slug slug) {
		return this.lessons.stream().filter((lesson) -> lesson.slug().equals(slug)).findFirst();
	}

	@Override
	public Optional<Exercise> exercise(Slug slug) {
		return this.exercises.stream().filter((exercise) -> exercise.slug().equals(slug)).findFirst();
	}

	@Override
	public List<Exercise> exercises() {
		return this.exercises;
	}

	@Override
	public Page instructions(Exercise exercise) {
		return new Page("""
				<p>A duplicate delivery from SQS charged a card twice. The handler charges first and then marks the
				order as paid. Between the two, the same message can arrive again.</p>
				<p>Change it so that every order is charged <strong>exactly once</strong>, whatever is delivered again:
				in sequence, at the same time, or after a crash.</p>
				<h2 id="rules">What you may rely on</h2>
				<ul><li>The payment provider at <code>PSP_URL</code> accepts an idempotency key.</li>
				<li><code>CLAIM_SECONDS</code> says after how long an unfinished claim is stale.</li></ul>
				""", List.of(), 90);
	}

	@Override
	public SourceFiles starter(Exercise exercise, Language language) {
		if (exercise.slug().equals(GIVEN_CODE)) {
			return SourceFiles.of(Map.of("handler.py", STARTER.getBytes(StandardCharsets.UTF_8), "template.yaml",
					"Resources:\n  Role:\n    Type: AWS::IAM::Role\n".getBytes(StandardCharsets.UTF_8)));
		}
		return (language == Language.PYTHON) ? files("handler.py", STARTER)
				: files("handler.mjs", "export const handler = async () => ({ batchItemFailures: [] });\n");
	}

	@Override
	public List<Solution> solutions(Exercise exercise) {
		return List.of(new Solution("conditional-put", Language.PYTHON,
				"The condition lets one writer pass. Everybody else gets what that one stored.",
				files("handler.py", STARTER.replace("get_item(", "claim("))));
	}

	@Override
	public List<Mistake> mistakes(Exercise exercise) {
		return List.of();
	}

	@Override
	public List<PreparedEvent> events(Exercise exercise) {
		return List.of(new PreparedEvent("1-ordinary", "An ordinary order", null, "{\n  \"orderId\" : \"o-10001\"\n}"),
				new PreparedEvent("2-broken", "An order without its id", null, "{\n  \"amount\" : 1999\n}"));
	}

	@Override
	public Optional<Fact> fact(String name) {
		return Optional.of(new Fact(name, "three seconds", "How long it takes", LocalDate.of(2026, 11, 23),
				new Fact.Source("A page of AWS", URI.create("https://docs.aws.amazon.com/lambda/"), true)));
	}

	/**
	 * Make files with one file.
	 * @param name its name
	 * @param text its text
	 * @return the files
	 */
	public static SourceFiles files(String name, String text) {
		return SourceFiles.of(Map.of(name, text.getBytes(StandardCharsets.UTF_8)));
	}

	private CourseMap.Entry entry(int index) {
		Lesson lesson = this.lessons.get(index);
		return new CourseMap.Entry(lesson,
				lesson.exercises().stream().flatMap((slug) -> exercise(slug).stream()).toList());
	}

	private static Lesson lesson(String slug, String id, String title, String summary, int minutes,
			List<Slug> exercises) {
		return new Lesson(new Slug(slug), id, title, summary, minutes, text(), exercises,
				slug.equals("idempotency") ? SampleQuestions.all().subList(1, 3) : List.of());
	}

	private static Page text() {
		return new Page(
				"""
						<h2 id="at-least-once">Delivered at least once</h2>
						<p>A standard queue delivers every message <em>at least</em> once. Most of the time that means once; under
						load, after a timeout, or when a consumer crashes, it means twice or more. The function cannot ask the
						queue whether it saw a message before.</p>
						<div class="callout callout-warning" role="note"><p class="callout-title">Looking first is not enough</p>
						<p>Two deliveries that arrive together both look, both find nothing, and both charge.</p></div>
						<figure class="snippet"><figcaption>lessons/idempotency/snippets/claim.py</figcaption>
						<pre tabindex="0"><code class="language-python">orders.put_item(
						    Item={"id": order["id"], "status": "IN_PROGRESS", "expires": now + CLAIM_SECONDS},
						    ConditionExpression="attribute_not_exists(id) OR (#status = :in_progress AND expires &lt; :now)",
						)</code></pre></figure>
						<h3 id="keys">What identifies an operation</h3>
						<p>The message id does not: a sender that retries sends a new message. The order does, together with its
						tenant and its amount.<span class="fact"><sup><a href="#fact-1" aria-label="Source 1">1</a></sup></span></p>
						<div class="table" role="region" aria-label="Table" tabindex="0"><table><thead><tr><th>Key</th><th>Repeated
						delivery</th><th>Repeated sending</th></tr></thead><tbody><tr><td>Message id</td><td>recognized</td>
						<td>charged again</td></tr><tr><td>Tenant and order</td><td>recognized</td><td>recognized</td></tr></tbody></table></div>
						%s
						<h2 id="in-progress">Claims in progress</h2>
						<p>A claim that never expires turns a crash into a lost order. A claim that expires too early turns a slow charge
						into a second one.</p>
						<section class="facts" aria-labelledby="sources"><h2 id="sources">Sources</h2><ol><li id="fact-1">Developer guide, checked
						in November 2026.</li></ol></section>
						"""
					.formatted(SampleQuestions.html()),
				List.of(new Heading(2, "at-least-once", "Delivered at least once"),
						new Heading(3, "keys", "What identifies an operation"),
						new Heading(2, "in-progress", "Claims in progress"), new Heading(2, "sources", "Sources")),
				900, SampleQuestions.all());
	}

	private static Exercise firstRun() {
		return new Exercise(FIRST_RUN, "E00", 1, "First run", new Slug("what-a-function-is"), 1, 10, false, List.of(),
				ExerciseKind.HANDLER, Map.of(Language.PYTHON, location()), Path.of("template.yaml"), Set.of("dynamodb"),
				List.of(new CheckDefinition("C1", "The order is stored", 100, true, Visibility.VISIBLE,
						List.of("Which line runs last?", "Look at the return.", "Add `put_item`."))),
				Path.of("exercises/first-run"));
	}

	private static Exercise chargeOnce() {
		return new Exercise(CHARGE_ONCE, "E05", 3, "Paid twice", new Slug("idempotency"), 2, 35, true,
				List.of(FIRST_RUN), ExerciseKind.HANDLER,
				Map.of(Language.PYTHON, location(), Language.NODE,
						new HandlerLocation("handler.mjs", "handler.handler", "nodejs22.x")),
				Path.of("template.yaml"), Set.of("dynamodb", "sqs"),
				List.of(check("C1", "Each order is charged once, delivered three times and five times at once", 35,
						true), check("C2", "After a crash between claim and charge, the order is charged", 25, true),
						check("C3", "A repeated call gets the first receipt", 20, false),
						check("C4", "A changed amount under the same key is refused", 20, false)),
				Path.of("exercises/charge-once"));
	}

	private static Exercise givenCode() {
		return new Exercise(GIVEN_CODE, "E16", 1, "Given code", new Slug("idempotency"), 2, 20, true, List.of(),
				ExerciseKind.TEMPLATE, Map.of(Language.PYTHON, location()), Path.of("template.yaml"), Set.of("iam"),
				List.of(check("C1", "The role allows what the code does", 100, true)), Path.of("exercises/given-code"));
	}

	private static CheckDefinition check(String id, String title, int points, boolean gate) {
		return new CheckDefinition(id, title, points, gate, Visibility.VISIBLE,
				List.of("What makes two deliveries look the same?", "Look at `GetItem` and what follows it.",
						"Claim first: `ConditionExpression='attribute_not_exists(id)'`."));
	}

	private static HandlerLocation location() {
		return new HandlerLocation("handler.py", "handler.handler", "python3.13");
	}

}
