package academy.coldstart.site;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

/**
 * The files of an exercise page, as one types into them in the editor.
 *
 * @param page the page, in a browser that runs scripts
 */
record Workspace(Page page) {

	/**
	 * Wait for the editor.
	 * @return the workspace
	 */
	Workspace ready() {
		PlaywrightAssertions.assertThat(this.page.locator(".work[data-editor=code]")).isVisible();
		return this;
	}

	Locator editor(String file) {
		return this.page.locator(".cm-content[aria-label^='" + file + ",']");
	}

	/**
	 * Find the text box of a file, which the form sends.
	 * @param file the file
	 * @return the text box, hidden behind the editor
	 */
	Locator box(String file) {
		return this.page.locator(".file[data-path='" + file + "'] textarea");
	}

	/**
	 * Replace all that is in a file.
	 * @param file the file
	 * @param text what to type instead
	 */
	void type(String file, String text) {
		editor(file).click();
		this.page.keyboard().press("ControlOrMeta+A");
		this.page.keyboard().insertText(text);
	}

	/**
	 * Say what the form would send.
	 * @param file the file
	 * @param text its text
	 */
	void expect(String file, String text) {
		PlaywrightAssertions.assertThat(box(file)).hasValue(text);
	}

}
