package academy.coldstart.execution;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import academy.coldstart.fault.FaultRules;
import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.TraceRecorder;

/**
 * Starts a runtime as it is started for functions, but without any code of one: it has to
 * come as far as to say that there is no handler. When it does not, it cannot start on
 * this machine, whatever a learner writes.
 */
final class StartTrial {

	private static final AccountId NOBODY = new AccountId("000000000000");

	private static final int MEMORY_MB = 512;

	private final HostFacilities facilities;

	StartTrial(HostFacilities facilities) {
		this.facilities = facilities.withoutAws();
	}

	/**
	 * Look for what keeps a runtime from starting.
	 * @param language the language
	 * @param runtime the runtime identifier
	 * @return the obstacle as a sentence, or empty
	 */
	Optional<String> obstacle(LanguageRuntime language, String runtime) {
		Optional<String> known = language.unavailable(runtime);
		if (known.isPresent()) {
			return known;
		}
		try {
			Incarnation trial = Incarnation.start(this.facilities, admission(), plan(runtime), language);
			InitOutcome outcome = trial.init().join();
			trial.shutDown();
			return obstacle(runtime, outcome);
		}
		catch (RuntimeException ex) {
			return Optional.of(sentence(runtime, String.valueOf(ex.getMessage())));
		}
	}

	private static Optional<String> obstacle(String runtime, InitOutcome outcome) {
		return switch (outcome) {
			case InitOutcome.Ready ready -> Optional.empty();
			case InitOutcome.Failed failed when !failed.unexplained() -> Optional.empty();
			case InitOutcome.Failed failed -> Optional.of(sentence(runtime, failed.error().errorMessage()));
			case InitOutcome.Stopped stopped -> Optional.of(sentence(runtime, "it was stopped"));
		};
	}

	private static String sentence(String runtime, String reason) {
		return "The runtime " + runtime + " does not start on this machine, even without any code of a function: "
				+ reason;
	}

	private static Admission admission() {
		TraceRecorder unread = new TraceRecorder(0, NOBODY, Clock.systemUTC());
		return new Admission(NOBODY, unread, List.of(), new FaultRules(unread, (environment) -> {
		}));
	}

	private EnvironmentPlan plan(String runtime) {
		byte[] code = code();
		String sha256 = sha256(code);
		if (!this.facilities.archives().has(sha256)) {
			this.facilities.archives().put(sha256, new ByteArrayInputStream(code));
		}
		return new EnvironmentPlan(UUID.randomUUID().toString(), NOBODY, "us-east-1", "trial", "$LATEST",
				"arn:aws:lambda:us-east-1:" + NOBODY + ":function:trial", runtime, "trial.handler", MEMORY_MB, 10, 512,
				"x86_64", sha256, List.of(), "on-demand", Map.of(), Map.of(), "trial", "trial",
				new RoleCredentials("trial", "trial", "trial"));
	}

	private static byte[] code() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			ZipEntry entry = new ZipEntry("empty.txt");
			entry.setTime(0);
			zip.putNextEntry(entry);
			zip.write("There is no handler here.".getBytes(StandardCharsets.UTF_8));
			zip.closeEntry();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("An archive could not be made", ex);
		}
		return bytes.toByteArray();
	}

	private static String sha256(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

}
