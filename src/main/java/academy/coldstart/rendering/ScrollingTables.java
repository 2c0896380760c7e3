package academy.coldstart.rendering;

import java.util.Set;

import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.internal.TableNodeRenderer;
import com.vladsch.flexmark.html.renderer.DelegatingNodeRendererFactory;
import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.util.data.DataHolder;

/**
 * Lets a wide table be scrolled sideways, with the keyboard too.
 */
final class ScrollingTables implements DelegatingNodeRendererFactory {

	@Override
	public Set<Class<?>> getDelegates() {
		return Set.of(TableNodeRenderer.Factory.class);
	}

	@Override
	public NodeRenderer apply(DataHolder options) {
		return () -> Set.of(new NodeRenderingHandler<>(TableBlock.class, (table, context, html) -> {
			html.raw("<div class=\"table\" role=\"region\" aria-label=\"Table\" tabindex=\"0\">");
			context.delegateRender();
			html.raw("</div>\n");
		}));
	}

}
