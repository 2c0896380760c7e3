package academy.coldstart.execution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import academy.coldstart.isolation.Isolation;
import academy.coldstart.isolation.PlainIsolation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class JavaCompilerIntegrationTests {

	private static final String HANDLER = """
			package larkspur;

			import java.util.Map;
			import com.amazonaws.services.lambda.runtime.*;

			public class Handler implements RequestHandler<Map<String, Object>, String> {

				@Override
				public String handleRequest(Map<String, Object> event, Context context) {
					return Text.of(event);
				}

			}
			""";

	private static final String TEXT = "package larkspur; class Text { static String of(Object o) { return \"Zoë \" + o; } }";

	private final Isolation isolation = isolation();

	private Path directory = Path.of("");

	Isolation isolation() {
		return new PlainIsolation(61000);
	}

	@BeforeEach
	void makeDirectory() throws IOException {
		this.directory = Files.createTempDirectory(Path.of("/var/tmp"), "coldstart-test-");
		Files.setPosixFilePermissions(this.directory, PosixFilePermissions.fromString("rwx--x--x"));
	}

	@AfterEach
	void leavesNothingBehind() throws IOException {
		this.isolation.close();
		assertThat(this.directory).isEmptyDirectory();
		Files.delete(this.directory);
	}

	@Test
	void returnsClassesForTheReleaseThatTheFunctionAsksFor() {
		JavaCompilation.Compiled compiled = compiled(
				Map.of("src/main/java/larkspur/Handler.java", HANDLER, "src/main/java/larkspur/Text.java", TEXT));
		assertThat(compiled.classes()).containsOnlyKeys("larkspur/Handler.class", "larkspur/Text.class");
		assertThat(compiled.classes().get("larkspur/Handler.class")).startsWith(0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 65);
	}

	@Test
	void takesFilesWithoutFolders() {
		assertThat(compiled(Map.of("Handler.java", HANDLER, "Text.java", TEXT)).classes()).hasSize(2);
	}

	@Test
	void compilesAgainstTheLibrariesOfTheKit() {
		String code = HANDLER.replace("return Text.of(event);", """
				software.amazon.awssdk.services.dynamodb.DynamoDbClient.create().listTables();
				software.amazon.lambda.powertools.metrics.MetricsFactory.getMetricsInstance();
				return new com.fasterxml.jackson.databind.ObjectMapper().valueToTree(event).toString();
				""");
		assertThat(compiled(Map.of("Handler.java", code)).classes()).hasSize(1);
	}

	@Test
	void namesTheFirstErrorWithFileAndLineAndKeepsTheOutput() {
		String code = HANDLER.replace("Text.of(event)", "Tezt.of(event) + evnt");
		JavaCompilation.Refused refused = refused(Map.of("src/main/java/larkspur/Handler.java", code));
		assertThat(refused.kind()).isEqualTo("compile-error");
		assertThat(refused.message())
			.isEqualTo("The code does not compile (src/main/java/larkspur/Handler.java, line 10): "
					+ "cannot find symbol, variable Tezt. There is another error.");
		assertThat(refused.file()).isEqualTo("src/main/java/larkspur/Handler.java");
		assertThat(refused.line()).isEqualTo(10);
		assertThat(refused.raw()).contains("src/main/java/larkspur/Handler.java:10: error: cannot find symbol")
			.contains("return Tezt.of(event) + evnt;")
			.doesNotContain(this.directory.toString());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					return 1; | incompatible types: int cannot be converted to java.lang.String.
					return Text.of(event, 1); | cannot find symbol, method of(java.util.Map<java.lang.String,java.lang.Object>,int).
					return event | ';' expected.
					return String.valueOf(event.get("x"), 2, 3, 4); | no suitable method found for valueOf
					throw new Exception(); | unreported exception java.lang.Exception; must be caught or declared to be thrown.
					return com.google.common.base.Strings.repeat("x", 2); | package com.google.common.base does not exist. Libraries that are there:
					""")
	void wordsErrorsInOneLine(String statement, String message) {
		String code = HANDLER.replace("return Text.of(event);", statement);
		JavaCompilation.Refused refused = refused(
				Map.of("Handler.java", code, "Text.java", "package larkspur; class Text {}"));
		assertThat(refused.message()).contains(message).doesNotContain("\n").doesNotContain("..");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			larkspur.Hander | handler-missing | no file declares it. Declared: larkspur.Handler, larkspur.Handler.
			larkspur.Handler$Abstract | handler-invalid | is abstract
			larkspur.Handler$Inner | handler-invalid | is an inner class
			larkspur.Handler$Hidden | handler-invalid | is not public
			larkspur.Handler$Argument | handler-invalid | no public constructor without parameters
			larkspur.Handler$Nothing | handler-invalid | implements neither RequestHandler nor RequestStreamHandler
			larkspur.Handler$Raw | handler-invalid | does not say which types it takes and returns
			larkspur.Handler::missing | handler-invalid | has no method missing
			larkspur.Handler::secret | handler-invalid | The handler method secret is not public
			larkspur.Handler::two | handler-invalid | has parameters that Lambda cannot fill
			larkspur.Handler$Argument::one | handler-invalid | no public constructor without parameters
			""")
	void saysWhyLambdaCannotUseAHandler(String handler, String kind, String message) {
		JavaCompilation.Refused refused = (JavaCompilation.Refused) compile(Map.of("Handler.java", forms()), handler);
		assertThat(refused.kind()).isEqualTo(kind);
		assertThat(refused.message()).contains(message);
		assertThat((refused.line() != null) ? refused.line() : 0)
			.isEqualTo(kind.equals("handler-missing") ? 0 : lineOf(handler));
	}

	private static int lineOf(String handler) {
		String name = handler.replaceAll("::.*", "");
		String declaration = "class " + name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
		return (int) forms().lines().takeWhile((line) -> !line.contains(declaration)).count() + 1;
	}

	@ParameterizedTest
	@CsvSource({ "larkspur.Handler", "larkspur.Handler::handleRequest", "larkspur.Handler::event",
			"larkspur.Handler::both", "larkspur.Handler::streams", "larkspur.Handler::fixed", "larkspur.Handler$Stream",
			"larkspur.Handler$Child", "larkspur.Handler$Argument::fixed" })
	void takesEveryHandlerThatLambdaTakes(String handler) {
		assertThat(compile(Map.of("Handler.java", forms()), handler)).isInstanceOf(JavaCompilation.Compiled.class);
	}

	private static String forms() {
		return """
				package larkspur;

				import java.io.*;
				import com.amazonaws.services.lambda.runtime.*;

				public class Handler implements RequestHandler<String, String> {
					public String handleRequest(String event, Context context) { return event; }
					public String event(String event) { return event; }
					public String both(String event, Context context) { return event; }
					public void streams(InputStream in, OutputStream out, Context context) {}
					public static void fixed() {}
					public void two(String one, String two) {}
					void secret() {}
					public static abstract class Abstract extends Handler {}
					public class Inner extends Handler {}
					static class Hidden extends Handler {}
					public static class Child extends Handler {}
					public static class Argument extends Handler { public Argument(int x) {}
						public void one(String event) {} }
					public static class Nothing {}
					public static class Raw implements RequestHandler {
						public Object handleRequest(Object event, Context context) { return event; }
					}
					public static class Stream implements RequestStreamHandler {
						public void handleRequest(InputStream in, OutputStream out, Context context) {}
					}
				}
				""";
	}

	@Test
	void runsNoAnnotationProcessorOfTheSubmission() {
		String processor = """
				import java.util.Set;
				import javax.annotation.processing.*;
				import javax.lang.model.element.TypeElement;
				@SupportedAnnotationTypes("*")
				public class Processor extends AbstractProcessor {
					public boolean process(Set<? extends TypeElement> types, RoundEnvironment round) {
						throw new IllegalStateException("run");
					}
				}
				""";
		assertThat(compile(Map.of("Handler.java", HANDLER, "Text.java", TEXT, "Processor.java", processor),
				"larkspur.Handler"))
			.isInstanceOf(JavaCompilation.Compiled.class);
	}

	@Test
	void blamesSourcesThatTheCompilerCannotCopeWith() {
		String deep = "class Deep { int x = " + "(".repeat(200_000) + "1" + ")".repeat(200_000) + "; }";
		JavaCompilation.Refused refused = refused(
				Map.of("Handler.java", HANDLER, "Text.java", TEXT, "Deep.java", deep));
		assertThat(refused.kind()).isIn("compile-limit", "compile-error");
	}

	@Test
	void saysThatANewerReleaseNeedsANewerJdk() {
		JavaInstallation old = new JavaInstallation(Path.of("/jdk"), "21.0.4", Path.of("/kit"), List.of(),
				Path.of("/client"), Optional.empty(), Optional.empty());
		JavaCompiler compiler = new JavaCompiler(new JavaKitForTests(Optional.of(old)), this.isolation, this.directory);
		assertThat(compiler.unavailable("java25").orElse(""))
			.isEqualTo("Functions with the runtime java25 cannot run here, because Coldstart runs on Java 21.0.4."
					+ " Start it with a JDK 25 or newer, or use the runtime java21.");
		assertThat(compiler.unavailable("java21")).isEmpty();
		assertThat(compiler.unavailable("java17").orElse("")).contains("use java21");
		assertThat(new JavaCompiler(new JavaKitForTests(Optional.empty()), this.isolation, this.directory)
			.unavailable("java21")).contains("Java functions cannot run in this test.");
	}

	private JavaCompilation.Compiled compiled(Map<String, String> sources) {
		JavaCompilation result = compile(sources, "larkspur.Handler");
		assertThat(result).isInstanceOf(JavaCompilation.Compiled.class);
		return (JavaCompilation.Compiled) result;
	}

	private JavaCompilation.Refused refused(Map<String, String> sources) {
		JavaCompilation result = compile(sources, "larkspur.Handler");
		assertThat(result).isInstanceOf(JavaCompilation.Refused.class);
		return (JavaCompilation.Refused) result;
	}

	private JavaCompilation compile(Map<String, String> sources, String handler) {
		TreeMap<String, byte[]> files = new TreeMap<>();
		sources.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
		return new JavaCompiler(JavaKitForTests.shared(), this.isolation, this.directory)
			.compile(new JavaSources(files, "java21", handler));
	}

}
