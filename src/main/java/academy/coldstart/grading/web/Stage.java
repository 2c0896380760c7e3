package academy.coldstart.grading.web;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The stages of a grading as learners see them, in order.
 */
enum Stage {

	/** Files become a deployment package. */
	PACKAGE("package", "Package", "Packing your files."),

	/** The engine gets an account for this run. */
	ENGINE("engine", "Prepare engine", "Preparing the engine."),

	/** The template is deployed. */
	DEPLOY("deploy", "Deploy", "Deploying your function."),

	/** The checks run. */
	CHECK("check", "Check", "Running the checks.");

	private final String id;

	private final String title;

	private final String sentence;

	Stage(String id, String title, String sentence) {
		this.id = id;
		this.title = title;
		this.sentence = sentence;
	}

	static Optional<Stage> find(String id) {
		return Stream.of(values()).filter((stage) -> stage.id.equals(id)).findFirst();
	}

	String id() {
		return this.id;
	}

	String title() {
		return this.title;
	}

	String sentence() {
		return this.sentence;
	}

}
