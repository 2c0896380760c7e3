package academy.coldstart.recording.protocol;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The paths of input members to look for in a document, as a tree.
 */
final class PathTree {

	private final Map<String, PathTree> children = new LinkedHashMap<>();

	private @Nullable String path;

	private @Nullable String keysPath;

	static PathTree of(Collection<String> paths) {
		PathTree root = new PathTree();
		for (String path : paths) {
			root.add(path);
		}
		return root;
	}

	private void add(String path) {
		PathTree node = this;
		for (String step : path.replace("[]", ".[]").split("\\.", 0)) {
			if (step.equals("{}")) {
				node.keysPath = path;
				return;
			}
			node = node.children.computeIfAbsent(step, (name) -> new PathTree());
		}
		node.path = path;
	}

	@Nullable PathTree member(String name) {
		PathTree child = this.children.get(name);
		return (child != null) ? child : this.children.get("*");
	}

	@Nullable PathTree element() {
		return this.children.get("[]");
	}

	@Nullable String path() {
		return this.path;
	}

	@Nullable String keysPath() {
		return this.keysPath;
	}

}
