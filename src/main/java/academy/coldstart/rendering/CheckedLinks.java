package academy.coldstart.rendering;

import java.net.URI;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.vladsch.flexmark.html.IndependentLinkResolverFactory;
import com.vladsch.flexmark.html.LinkResolver;
import com.vladsch.flexmark.html.renderer.LinkResolverBasicContext;
import com.vladsch.flexmark.html.renderer.LinkStatus;
import com.vladsch.flexmark.html.renderer.ResolvedLink;
import com.vladsch.flexmark.util.ast.Node;

/**
 * Lets a link go to a page of the course, to a heading of the same page, or to an https
 * address, and nowhere else.
 */
final class CheckedLinks extends IndependentLinkResolverFactory {

	private static final Pattern NAMED = Pattern.compile("(lesson|exercise):([a-z0-9-]+)");

	/**
	 * Which simulators there are is not known here; a test of the lessons follows the
	 * links.
	 */
	private static final Pattern SIMULATOR = Pattern.compile("simulator:([a-z-]+(?:\\?[a-z0-9=&-]+)?)");

	private static final Pattern ANCHOR = Pattern.compile("#([a-z0-9-]+)");

	private static final String NOWHERE = "#";

	private final PageDraft draft;

	private final LinkTargets targets;

	private final ToIntFunction<Node> lines;

	CheckedLinks(PageDraft draft, LinkTargets targets, ToIntFunction<Node> lines) {
		this.draft = draft;
		this.targets = targets;
		this.lines = lines;
	}

	@Override
	public LinkResolver apply(LinkResolverBasicContext context) {
		return (node, basicContext, link) -> resolve(node, link);
	}

	private ResolvedLink resolve(Node node, ResolvedLink link) {
		String address = address(link.getUrl(), this.lines.applyAsInt(node));
		return link.withStatus(LinkStatus.VALID).withUrl(address);
	}

	private String address(String written, int line) {
		Matcher named = NAMED.matcher(written);
		if (named.matches()) {
			return named(written, this.targets.find(named.group(1), named.group(2)), line);
		}
		Optional<String> simulator = simulator(written);
		if (simulator.isPresent()) {
			return simulator.get();
		}
		Matcher anchor = ANCHOR.matcher(written);
		if (anchor.matches()) {
			this.draft.linkToAnchor(anchor.group(1), line);
			return written;
		}
		if (isHttps(written)) {
			return written;
		}
		this.draft.problem(line, "The link '" + written + "' goes nowhere this course can check.",
				"Use lesson:name, exercise:name, simulator:name, #heading or an https address.");
		return NOWHERE;
	}

	/**
	 * Find the address of a simulator with its settings.
	 * @param written such as {@code simulator:concurrency?rate=5}
	 * @return the address on this site, or empty when that is no simulator
	 */
	static Optional<String> simulator(String written) {
		Matcher matcher = SIMULATOR.matcher(written);
		return matcher.matches() ? Optional.of("/simulators/" + matcher.group(1)) : Optional.empty();
	}

	private String named(String written, Optional<String> found, int line) {
		if (found.isEmpty()) {
			this.draft.problem(line, "The link '" + written + "' goes to a page that does not exist.",
					"Correct the name, or write that page first.");
		}
		return found.orElse(NOWHERE);
	}

	private static boolean isHttps(String written) {
		try {
			URI uri = URI.create(written);
			return "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
