package academy.coldstart.graders.wherefailuresgo;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import academy.coldstart.grader.Aws;
import academy.coldstart.grader.DeployedFunction;
import academy.coldstart.grader.LearnerFailure;
import academy.coldstart.grader.Place;
import academy.coldstart.grader.Run;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.FunctionEventInvokeConfig;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/**
 * The function as checkout knows it, and its settings for asynchronous events.
 *
 * @param run the run
 * @param function the function, invoked through its alias
 * @param configurations its settings for events, by qualifier
 */
record LiveAlias(Run run, DeployedFunction function, List<FunctionEventInvokeConfig> configurations) {

	static final String ALIAS = "live";

	private static final String LOGICAL_ID = "NotifyFunction";

	LiveAlias {
		configurations = List.copyOf(configurations);
	}

	static LiveAlias of(Run run) {
		DeployedFunction function = run.function(LOGICAL_ID);
		try {
			run.aws().lambda().getAlias((request) -> request.functionName(function.name()).name(ALIAS));
		}
		catch (ResourceNotFoundException ex) {
			throw LearnerFailure
				.because("%s has no alias %s, which checkout invokes: its orders reach nobody.", LOGICAL_ID, ALIAS)
				.expected("an alias %s, for example by AutoPublishAlias", ALIAS)
				.observed("no alias of that name")
				.at(run.stack().place(function.name(), "AutoPublishAlias"));
		}
		requireConcurrency(run, function);
		return new LiveAlias(run, function.qualified(ALIAS),
				run.aws()
					.lambda()
					.listFunctionEventInvokeConfigs((request) -> request.functionName(function.name()))
					.functionEventInvokeConfigs());
	}

	// Lambda gives up such events at once, and no setting of the way they take matters.
	private static void requireConcurrency(Run run, DeployedFunction function) {
		if (function.reservedConcurrency().orElse(1) == 0) {
			throw LearnerFailure
				.because("%s has a reserved concurrency of 0: Lambda never runs it, and gives up each order at once.",
						LOGICAL_ID)
				.expected("a function that runs")
				.observed("ReservedConcurrentExecutions: 0")
				.at(run.stack().place(function.name(), "ReservedConcurrentExecutions"));
		}
	}

	/**
	 * Return the settings that hold for callers of the alias.
	 * @return the settings, or empty when there are none
	 */
	Optional<FunctionEventInvokeConfig> settings() {
		return this.configurations.stream().filter((settings) -> qualifier(settings).equals(ALIAS)).findFirst();
	}

	/**
	 * Find what is configured for others than callers of the alias, and has a
	 * destination.
	 * @return such as {@code $LATEST}
	 */
	List<String> otherQualifiers() {
		return this.configurations.stream()
			.filter((settings) -> !qualifier(settings).equals(ALIAS))
			.filter((settings) -> !onFailure(settings).isEmpty())
			.map(LiveAlias::qualifier)
			.toList();
	}

	/**
	 * Return where failures of events go to which came through the alias.
	 * @return an ARN, or "" for nowhere
	 */
	String destination() {
		return settings().map(LiveAlias::onFailure).orElse("");
	}

	String successDestination() {
		return settings().map(FunctionEventInvokeConfig::destinationConfig)
			.map((config) -> config.onSuccess())
			.map((success) -> success.destination())
			.orElse("");
	}

	/**
	 * Return the version that the alias points to.
	 * @return its number
	 */
	String version() {
		return this.run.aws()
			.lambda()
			.getAlias((request) -> request.functionName(this.function.name()).name(ALIAS))
			.functionVersion();
	}

	String versionArn() {
		return "arn:aws:lambda:%s:%s:function:%s:%s".formatted(Aws.REGION.id(), this.run.aws().account(),
				this.function.name(), version());
	}

	String deadLetters() {
		var config = this.function.configuration().deadLetterConfig();
		return (config != null && config.targetArn() != null) ? config.targetArn() : "";
	}

	/**
	 * Find where a setting for asynchronous events was written: with the function, or in
	 * a resource of its own.
	 * @param property such as {@code DestinationConfig}
	 * @return the place, or null
	 */
	@Nullable Place place(String property) {
		Place ofFunction = this.run.stack().place(this.function.name(), "EventInvokeConfig/" + property);
		Stream<Place> ofResources = this.run.stack()
			.ofType("AWS::Lambda::EventInvokeConfig")
			.stream()
			.flatMap((resource) -> Stream.ofNullable(this.run.stack().place(resource.physicalId(), property)));
		// What SAM made is found at the beginning of the resources, above everything.
		return Stream.concat(Stream.ofNullable(ofFunction), ofResources)
			.max(Comparator.comparingInt(Place::line))
			.orElse(null);
	}

	private static String onFailure(FunctionEventInvokeConfig settings) {
		return Optional.ofNullable(settings.destinationConfig())
			.map((config) -> config.onFailure())
			.map((failure) -> failure.destination())
			.orElse("");
	}

	private static String qualifier(FunctionEventInvokeConfig settings) {
		return settings.functionArn().substring(settings.functionArn().lastIndexOf(':') + 1);
	}

}
