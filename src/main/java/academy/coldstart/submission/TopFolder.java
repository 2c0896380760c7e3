package academy.coldstart.submission;

import java.util.List;

/**
 * Takes away the one folder that archive programs and folder uploads put around
 * everything.
 */
final class TopFolder {

	private TopFolder() {
	}

	static List<Item> strip(List<Item> files, RequiredFiles required) {
		String first = files.get(0).path();
		String top = first.substring(0, first.indexOf('/') + 1);
		boolean around = !top.isEmpty() && files.stream().allMatch((file) -> file.path().startsWith(top));
		if (!around || required.isAnyIn(files)) {
			return files;
		}
		return files.stream().map((file) -> file.withPath(file.path().substring(top.length()))).toList();
	}

}
