package academy.coldstart.timeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.Body;
import academy.coldstart.trace.CallOutcome;
import academy.coldstart.trace.ExecutionEnvironment;
import academy.coldstart.trace.GraderAction;
import academy.coldstart.trace.Invocation;
import academy.coldstart.trace.Phase;
import academy.coldstart.trace.Trace;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Traces of real runs, and of one that is larger than real ones.
 */
public final class SampleTraces {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.addModule(new SimpleModule().addDeserializer(AccountId.class, new AccountIds()))
		.build();

	private SampleTraces() {
	}

	/**
	 * Read the trace of a real run.
	 * @param exercise the slug of its exercise
	 * @return the trace
	 */
	public static Trace real(String exercise) {
		try (InputStream json = SampleTraces.class.getResourceAsStream(exercise + ".json")) {
			return MAPPER.readValue(Objects.requireNonNull(json), Runs.class).runs().getFirst();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Make the trace of a storm: many invocations at once, most of them alike.
	 * @param invocations how many
	 * @return the trace
	 */
	public static Trace storm(int invocations) {
		List<ExecutionEnvironment> environments = new ArrayList<>();
		List<Invocation> invoked = new ArrayList<>();
		List<AwsCall> calls = new ArrayList<>();
		for (int index = 0; index < invocations; index++) {
			int environment = index % 50;
			if (index < 50) {
				environments.add(new ExecutionEnvironment("e" + environment, "exercise-Storm-0a1b2c3d", "$LATEST",
						"python3.13", "3.13.0", 128, 20 + environment, 300 + 3.7 * environment, 4000.0 + environment,
						ExecutionEnvironment.End.SHUT_DOWN));
			}
			double start = 500 + (index / 50) * 130 + environment * 2.3;
			boolean failed = index % 67 == 0;
			String request = "5d1f7c0e-2b1a-4d0e-9c55-%012d".formatted(index);
			invoked.add(new Invocation(request, "e" + environment, "arn:aws:lambda:eu-central-1:1:function:Storm",
					index < 50, start, start + 80, failed ? Invocation.Outcome.FAILED : Invocation.Outcome.SUCCEEDED,
					failed ? "Throttled" : null, 80.0, 80L, null, 60L, Body.of("{}"), Body.of("{}")));
			for (int call = 0; call < 4; call++) {
				int status = (failed && call == 3) ? 400 : 200;
				calls.add(new AwsCall("c" + index + "-" + call, "e" + environment, request, Phase.INVOKE, "1", null, 1,
						"dynamodb", (call % 2 == 0) ? "GetItem" : "PutItem", "Orders", "eu-central-1",
						start + 3 + call * 18, start + 9 + call * 18, status,
						(status == 400) ? "ProvisionedThroughputExceededException" : null, null, CallOutcome.FORWARDED,
						Body.empty(), Body.empty(), null));
			}
		}
		return new Trace(Trace.CONTRACT, 1, new AccountId("000000000001"), Instant.EPOCH, environments, invoked, calls,
				List.of(), List.of(new GraderAction("a1", "C1", 10, 20, "sent " + invocations + " orders at once")));
	}

	private record Runs(List<Trace> runs) {
	}

	private static final class AccountIds extends ValueDeserializer<AccountId> {

		@Override
		public AccountId deserialize(JsonParser parser, DeserializationContext context) {
			JsonNode node = context.readTree(parser);
			return new AccountId(node.asString());
		}

	}

}
