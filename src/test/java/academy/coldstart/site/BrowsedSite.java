package academy.coldstart.site;

import java.util.List;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Starts the sample site and a browser for a class of tests, and says after each test
 * what went wrong behind the scenes: errors of scripts, and what the policy forbade.
 */
final class BrowsedSite implements ParameterResolver, AfterEachCallback {

	private static final Namespace NAMESPACE = Namespace.create(BrowsedSite.class);

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		Class<?> type = parameter.getParameter().getType();
		return type == SampleSite.class || type == Chromium.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		Pair pair = context.getStore(NAMESPACE).computeIfAbsent(Pair.class, (type) -> new Pair(), Pair.class);
		return (parameter.getParameter().getType() == SampleSite.class) ? pair.site : pair.chromium;
	}

	@Override
	public void afterEach(ExtensionContext context) {
		Pair pair = context.getStore(NAMESPACE).get(Pair.class, Pair.class);
		if (pair == null) {
			return;
		}
		List<String> complaints = pair.chromium.complaints();
		pair.chromium.reset();
		pair.site.engineReady();
		assertThat(complaints).isEmpty();
	}

	/**
	 * Closed by JUnit when the class is done.
	 */
	private static final class Pair implements AutoCloseable {

		private final SampleSite site = new SampleSite();

		private final Chromium chromium = new Chromium();

		@Override
		public void close() {
			this.chromium.close();
			this.site.close();
		}

	}

}
