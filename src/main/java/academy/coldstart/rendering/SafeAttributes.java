package academy.coldstart.rendering;

import java.util.function.ToIntFunction;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.LinkNodeBase;
import com.vladsch.flexmark.html.AttributeProvider;
import com.vladsch.flexmark.html.IndependentAttributeProviderFactory;
import com.vladsch.flexmark.html.renderer.AttributablePart;
import com.vladsch.flexmark.html.renderer.LinkResolverContext;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.ast.TextCollectingVisitor;
import com.vladsch.flexmark.util.html.MutableAttributes;

/**
 * Gives headings their ids and external links their relation.
 */
final class SafeAttributes extends IndependentAttributeProviderFactory {

	private final PageDraft draft;

	private final ToIntFunction<Node> lines;

	SafeAttributes(PageDraft draft, ToIntFunction<Node> lines) {
		this.draft = draft;
		this.lines = lines;
	}

	@Override
	public AttributeProvider apply(LinkResolverContext context) {
		return this::complete;
	}

	private void complete(Node node, AttributablePart part, MutableAttributes attributes) {
		if (node instanceof Heading heading) {
			String text = new TextCollectingVisitor().collectAndGetText(heading);
			attributes.replaceValue("id",
					this.draft.addHeading(heading.getLevel(), text, this.lines.applyAsInt(heading)));
		}
		else if (node instanceof LinkNodeBase && part.equals(AttributablePart.LINK)
				&& attributes.getValue("href").startsWith("https:")) {
			attributes.replaceValue("rel", "noopener noreferrer");
		}
	}

}
