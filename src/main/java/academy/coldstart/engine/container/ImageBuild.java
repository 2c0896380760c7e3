package academy.coldstart.engine.container;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import academy.coldstart.engine.installation.InstallationFailed;
import academy.coldstart.engine.installation.Progress;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.BuildResponseItem;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Listens to the build of an image, tells how far it is, and turns complaints into
 * sentences.
 */
class ImageBuild extends ResultCallback.Adapter<BuildResponseItem> {

	private static final Log logger = LogFactory.getLog(ImageBuild.class);

	private static final Pattern STEP = Pattern.compile("Step (\\d+)/(\\d+) :.*", Pattern.DOTALL);

	private static final int KEPT_LINES = 40;

	private static final List<String> NETWORK_COMPLAINTS = List.of("Temporary failure resolving",
			"Could not connect to", "Unable to connect to", "name resolution", "Connection refused",
			"Connection timed out", "CERTIFICATE_VERIFY_FAILED", "SSLError", "ProxyError", "No matching distribution");

	private final Progress progress;

	private final Deque<String> lines = new ArrayDeque<>();

	private @Nullable String error;

	ImageBuild(Progress progress) {
		this.progress = progress;
	}

	@Override
	public synchronized void onNext(BuildResponseItem item) {
		if (item.getStream() != null && !item.getStream().isBlank()) {
			take(item.getStream().strip());
		}
		if (item.getErrorDetail() != null) {
			this.error = String.valueOf(item.getErrorDetail().getMessage());
		}
	}

	private void take(String line) {
		logger.debug(line);
		Matcher step = STEP.matcher(line);
		if (step.matches()) {
			this.progress.report("Building the engine's image: step " + step.group(1) + " of " + step.group(2)
					+ " (about two minutes in all).");
		}
		this.lines.addLast(line);
		if (this.lines.size() > KEPT_LINES) {
			this.lines.removeFirst();
		}
	}

	/**
	 * Wait until the build has ended.
	 * @throws InstallationFailed when it failed
	 */
	void await() {
		try {
			awaitCompletion();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InstallationFailed("The build of the engine's image was interrupted.", ex);
		}
		String failure = failure();
		if (failure != null) {
			logger.warn("The engine's image could not be built: " + failure + "\n" + output());
			throw explain(failure, output());
		}
	}

	private synchronized @Nullable String failure() {
		return this.error;
	}

	private synchronized String output() {
		return String.join("\n", this.lines);
	}

	static InstallationFailed explain(String failure, String output) {
		String all = output + "\n" + failure;
		if (all.contains("No space left on device")) {
			return new InstallationFailed("The engine's image could not be built because Docker's disk is full.",
					"Make about 3 GB of room, for example with: docker system prune.");
		}
		if (all.contains("pull access denied") || all.contains("manifest unknown") || all.contains("registry")) {
			return new InstallationFailed("The image that the engine's image is built from could not be pulled.",
					"Try: docker pull debian:trixie-slim. To use another one, set coldstart.engine.image-base.");
		}
		if (NETWORK_COMPLAINTS.stream().anyMatch(all::contains)) {
			return new InstallationFailed(
					"The engine's image could not be built because packages of Debian or Python could not be reached.",
					"Behind a proxy, set HTTPS_PROXY and HTTP_PROXY; to use a mirror, set PIP_INDEX_URL; for an own certificate authority, set PIP_CERT.");
		}
		return new InstallationFailed("The engine's image could not be built: " + failure + ".",
				"The log of Coldstart has the whole output.");
	}

}
