package academy.coldstart.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts named regions out of a file. A region begins with a comment {@code region name}
 * and ends with the next unmatched comment {@code endregion}; the markers are left out
 * and the common indentation is removed.
 */
final class Regions {

	private static final Pattern BEGIN = Pattern.compile("\\s*(?:#|//|--)\\s*region\\s+([\\w-]+)\\s*");

	private static final Pattern END = Pattern.compile("\\s*(?:#|//|--)\\s*endregion\\b.*");

	private final List<String> lines;

	Regions(List<String> lines) {
		this.lines = lines;
	}

	/**
	 * Return the code of a region.
	 * @param name the region, or empty for the whole file
	 * @return the code, ending with a line break
	 * @throws RegionProblem when it cannot be cut out
	 */
	String find(String name) throws RegionProblem {
		if (name.isEmpty()) {
			return dedented(withoutMarkers(this.lines));
		}
		int begin = begin(name);
		List<String> region = this.lines.subList(begin + 1, end(name, begin));
		String code = dedented(withoutMarkers(region));
		if (code.isBlank()) {
			throw new RegionProblem("The region '" + name + "' is empty.", "Put the code between its markers.");
		}
		return code;
	}

	private int begin(String name) throws RegionProblem {
		Set<String> known = new TreeSet<>();
		for (int i = 0; i < this.lines.size(); i++) {
			Matcher matcher = BEGIN.matcher(this.lines.get(i));
			if (matcher.matches()) {
				if (matcher.group(1).equals(name)) {
					return i;
				}
				known.add(matcher.group(1));
			}
		}
		throw new RegionProblem("There is no region '" + name + "'.",
				known.isEmpty() ? "Mark it with comments 'region " + name + "' and 'endregion'."
						: "These exist: " + String.join(", ", known) + ".");
	}

	private int end(String name, int begin) throws RegionProblem {
		int depth = 1;
		for (int i = begin + 1; i < this.lines.size(); i++) {
			if (BEGIN.matcher(this.lines.get(i)).matches()) {
				depth++;
			}
			else if (END.matcher(this.lines.get(i)).matches() && --depth == 0) {
				return i;
			}
		}
		throw new RegionProblem("The region '" + name + "' is not ended.", "Add a comment 'endregion' after it.");
	}

	private static List<String> withoutMarkers(List<String> lines) {
		return lines.stream().filter((line) -> !BEGIN.matcher(line).matches() && !END.matcher(line).matches()).toList();
	}

	private static String dedented(List<String> lines) {
		int indent = lines.stream()
			.filter((line) -> !line.isBlank())
			.mapToInt((line) -> line.length() - line.stripLeading().length())
			.min()
			.orElse(0);
		List<String> result = new ArrayList<>(
				lines.stream().map((line) -> line.isBlank() ? "" : line.substring(indent).stripTrailing()).toList());
		while (!result.isEmpty() && result.getFirst().isEmpty()) {
			result.removeFirst();
		}
		while (!result.isEmpty() && result.getLast().isEmpty()) {
			result.removeLast();
		}
		return String.join("\n", result) + "\n";
	}

}
