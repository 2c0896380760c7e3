package academy.coldstart.grading.template;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.representer.Representer;

/**
 * Parses YAML and JSON templates that strangers wrote: within limits on size, aliases,
 * depth, nodes and time.
 */
public final class TemplateParser {

	/** How large a template may be. */
	static final int MAX_BYTES = 512 * 1024;

	/** How many aliases it may use. */
	static final int MAX_ALIASES = 20;

	/** How deep it may be nested. */
	static final int MAX_DEPTH = 50;

	private static final Duration TIME_LIMIT = Duration.ofSeconds(5);

	private TemplateParser() {
	}

	/**
	 * Parse a template.
	 * @param bytes the file
	 * @return the template
	 * @throws InvalidTemplate when it is not one, or exceeds a limit
	 */
	public static Template parse(byte[] bytes) {
		if (bytes.length > MAX_BYTES) {
			throw invalid(
					"The template has " + bytes.length + " bytes; " + MAX_BYTES
							+ " (512 KiB) are allowed. Move what is not part of it, such as code, to files of its own.",
					null);
		}
		ExecutorService worker = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
		try {
			return await(worker.submit(() -> read(text(bytes))));
		}
		finally {
			worker.shutdownNow();
		}
	}

	private static Template await(Future<Template> result) {
		try {
			return result.get(TIME_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException ex) {
			throw switch (ex.getCause()) {
				case InvalidTemplate problem -> problem;
				case StackOverflowError overflow -> tooDeep(null);
				case RuntimeException cause -> cause;
				case null, default -> new IllegalStateException("The template could not be read", ex);
			};
		}
		catch (TimeoutException ex) {
			throw invalid("The template takes longer than " + TIME_LIMIT.toSeconds()
					+ " seconds to read. Make it simpler: leave out anchors, and shorten long texts.", null);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while reading a template", ex);
		}
	}

	private static Template read(String text) {
		try {
			checkEvents(text);
			Node node = yaml().compose(new StringReader(text));
			if (node == null) {
				throw invalid("The template is empty. It needs a section Resources.", null);
			}
			return new TemplateNodes().template(node);
		}
		catch (MarkedYAMLException ex) {
			throw invalid("The template is not valid YAML: " + problem(ex) + ".", line(ex));
		}
		catch (YAMLException ex) {
			throw invalid("The template is not valid YAML: " + ex.getMessage(), null);
		}
	}

	private static String problem(MarkedYAMLException ex) {
		if (String.valueOf(ex.getProblem()).contains("\\t(TAB)")) {
			return "a tab indents this line, but YAML allows spaces only";
		}
		return String.valueOf(ex.getProblem())
			.replace("<stream end>", "the end of the file")
			.replaceFirst("Global tag is not allowed: (?:tag:yaml.org,2002:)?(.*)",
					"the tag !!$1 is none of CloudFormation's; leave it out");
	}

	private static @Nullable Integer line(MarkedYAMLException ex) {
		// A key without its colon is noticed only on a later line, and an open bracket at
		// the end of the file.
		boolean late = "while scanning a simple key".equals(ex.getContext())
				|| String.valueOf(ex.getProblem()).contains("<stream end>");
		Mark mark = (late && ex.getContextMark() != null) ? ex.getContextMark() : ex.getProblemMark();
		return (mark != null) ? mark.getLine() + 1 : null;
	}

	private static void checkEvents(String text) {
		TemplateEvents events = new TemplateEvents();
		yaml().parse(new StringReader(text)).forEach(events::count);
	}

	static InvalidTemplate tooDeep(@Nullable Integer line) {
		return invalid(
				"The template is nested deeper than " + MAX_DEPTH
						+ " levels. Look for an anchor that contains itself, or for brackets that are not closed.",
				line);
	}

	private static Yaml yaml() {
		LoaderOptions options = new LoaderOptions();
		options.setCodePointLimit(MAX_BYTES);
		options.setNestingDepthLimit(MAX_DEPTH + 1);
		return new Yaml(new SafeConstructor(options), new Representer(new DumperOptions()), new DumperOptions(),
				options);
	}

	private static String text(byte[] bytes) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			throw invalid("The template is not UTF-8 text. Save it with the encoding UTF-8.", null);
		}
	}

	private static InvalidTemplate invalid(String message, @Nullable Integer line) {
		return new InvalidTemplate("invalid-template", message, line);
	}

}
