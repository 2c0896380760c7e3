package academy.coldstart.grader;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class JavaFramesTests {

	private static final Set<String> FILES = Set.of("src/main/java/larkspur/Charges.java",
			"src/main/java/larkspur/Handler.java", "Flat.java", "src/main/java/a/Twin.java",
			"src/main/java/b/Twin.java");

	@Test
	void findsTheInnermostLineOfTheLearner() {
		JsonNode error = error("java.base/java.util.Objects.requireNonNull(Objects.java:259)",
				"software.amazon.awssdk.services.dynamodb.DefaultDynamoDbClient.putItem(DefaultDynamoDbClient.java:9)",
				"larkspur.Charges$Claim.lambda$put$0(Charges.java:42)",
				"larkspur.Handler.handleRequest(Handler.java:17)");
		assertThat(FunctionErrors.place(error, FILES)).isEqualTo(new Place("src/main/java/larkspur/Charges.java", 42));
	}

	@Test
	void findsFilesWithoutAPackageAndThoseThatLieElsewhere() {
		assertThat(FunctionErrors.place(error("Flat.handle(Flat.java:3)"), FILES)).isEqualTo(new Place("Flat.java", 3));
		assertThat(FunctionErrors.place(error("somewhere.else.Flat.handle(Flat.java:3)"), FILES))
			.isEqualTo(new Place("Flat.java", 3));
	}

	@Test
	void knowsFilesOfTheSameNameByTheirPackage() {
		assertThat(FunctionErrors.place(error("b.Twin.x(Twin.java:5)"), FILES))
			.isEqualTo(new Place("src/main/java/b/Twin.java", 5));
		assertThat(FunctionErrors.place(error("c.Twin.x(Twin.java:5)"), FILES)).isNull();
	}

	@Test
	void prefersTheLastCause() {
		JsonNode error = error("java.base/java.lang.Class.forName0(Native Method)",
				"Caused by: java.lang.ArithmeticException: / by zero", "larkspur.Charges.<clinit>(Charges.java:7)",
				"larkspur.Handler.<clinit>(Handler.java:5)");
		assertThat(FunctionErrors.place(error, FILES)).isEqualTo(new Place("src/main/java/larkspur/Charges.java", 7));
		assertThat(FunctionErrors.problem(error, FILES).message())
			.isEqualTo("The function failed while it started (src/main/java/larkspur/Charges.java, line 7): "
					+ "java.lang.ExceptionInInitializerError: Error loading class larkspur.Handler: "
					+ "java.lang.ArithmeticException: / by zero");
	}

	@Test
	void tellsAMissingHandlerFromAMissingClass() {
		JsonNode error = new JsonMapper().valueToTree(Map.of("errorType", "java.lang.ClassNotFoundException",
				"errorMessage", "Class not found: larkspur.Handler"));
		assertThat(FunctionErrors.problem(error, FILES).kind()).isEqualTo("handler-missing");
		assertThat(FunctionErrors.isLoadError("java.lang.ClassNotFoundException")).isFalse();
		assertThat(FunctionErrors.isLoadError("Runtime.BadFunctionCode")).isTrue();
	}

	@Test
	void advisesOnEventsThatCannotBeRead() {
		assertThat(FailureAdvice.on("java.lang.RuntimeException", "An error occurred during JSON parsing"))
			.contains("it cannot fill records");
	}

	private static JsonNode error(String... frames) {
		return new JsonMapper().valueToTree(Map.of("errorType", "java.lang.ExceptionInInitializerError", "errorMessage",
				"Error loading class larkspur.Handler", "stackTrace", List.of(frames)));
	}

}
