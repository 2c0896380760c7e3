package academy.coldstart.site;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;

/**
 * What a visit of a page costs: how much came over the wire, and how far things moved
 * while it was built up.
 *
 * @param requests the addresses that were asked for
 * @param asked how many of them were not in the browser's cache
 * @param bytes what came over the wire, compressed, in bytes
 * @param scriptBytes how much of that were scripts
 * @param layoutShift the sum of unexpected movements, from 0, as the web vital CLS counts
 * them without its windows
 */
record PageWeight(List<String> requests, int asked, int bytes, int scriptBytes, double layoutShift) {

	/**
	 * Visit a page and wait until it asks for nothing more.
	 * @param page the browser's page
	 * @param path the address
	 * @return what it cost
	 */
	static PageWeight ofVisit(Page page, String path) {
		List<String> requests = new ArrayList<>();
		page.onRequest((request) -> requests.add(request.url()));
		page.navigate(path);
		page.waitForLoadState(LoadState.NETWORKIDLE);
		return new PageWeight(List.copyOf(requests),
				number(page, "entries().filter((entry) => entry.transferSize > 0).length").intValue(),
				number(page, "sum(entries())").intValue(),
				number(page, "sum(entries().filter((entry) => new URL(entry.name).pathname.endsWith('.js')))")
					.intValue(),
				number(page, "movement()").doubleValue());
	}

	private static Number number(Page page, String expression) {
		return (Number) page.evaluate(
				"""
						async () => {
							const entries = () => [...performance.getEntriesByType("navigation"),
								...performance.getEntriesByType("resource")];
							const sum = (all) => all.reduce((bytes, entry) => bytes + entry.transferSize, 0);
							const movement = () => new Promise((done) => {
								let moved = 0;
								new PerformanceObserver((list) => list.getEntries()
									.filter((entry) => !entry.hadRecentInput)
									.forEach((entry) => moved += entry.value)).observe({ type: "layout-shift", buffered: true });
								requestAnimationFrame(() => setTimeout(() => done(moved), 50));
							});
							return await %s;
						}"""
					.formatted(expression));
	}

}
