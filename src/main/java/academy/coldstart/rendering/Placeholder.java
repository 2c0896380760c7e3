package academy.coldstart.rendering;

import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/**
 * A placeholder in double braces within a text, such as the name of a fact.
 */
final class Placeholder extends Node {

	private final BasedSequence content;

	Placeholder(BasedSequence chars, BasedSequence content) {
		super(chars);
		this.content = content;
	}

	String content() {
		return this.content.toString();
	}

	@Override
	public BasedSequence[] getSegments() {
		return new BasedSequence[] { this.content };
	}

}
