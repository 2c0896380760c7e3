package academy.coldstart.ui;

/**
 * What an error page says.
 *
 * @param status the HTTP status
 * @param title what happened, in a few words
 * @param text what happened and whose doing it was
 * @param advice what to do now
 */
record ErrorWords(int status, String title, String text, String advice) {

	static ErrorWords of(int status) {
		return switch (status) {
			case 403 -> new ErrorWords(status, "This form can no longer be sent",
					"The request did not carry the proof that it came from a page of this site. That happens when cookies"
							+ " are off, or when the page was opened before its cookie was removed.",
					"Go back: what you typed should still be there. Copy it, reload the page, and send it again.");
			case 404 -> new ErrorWords(status, "There is no page here", "Nothing is kept at this address.",
					"The address may be mistyped, or the page may have moved. The course map lists everything there is.");
			case 405 -> new ErrorWords(status, "This address cannot be used like that",
					"The page exists, but not for this kind of request.", "Start again from the course map.");
			case 413 -> new ErrorWords(status, "The upload is too large",
					"Nothing of it was kept. A submission may have 100 files, 1 MB each and 5 MB together.",
					"Leave out dependencies and build output, then go back and upload again. What you typed is still"
							+ " there.");
			case 429 -> new ErrorWords(status, "Too many requests at once",
					"So many requests came from this address within a minute that others would have to wait.",
					"Wait a minute, then go back and try again. What you typed is still there, and no attempt was used.");
			case 503 -> new ErrorWords(status, "Not available at the moment",
					"Something that this page needs is being started. Nothing was lost.",
					"Try again in a few seconds.");
			default -> (status >= 400 && status < 500) ? badRequest(status) : ourFault(status);
		};
	}

	ErrorWords withText(String newText) {
		return new ErrorWords(this.status, this.title, newText, this.advice);
	}

	private static ErrorWords badRequest(int status) {
		return new ErrorWords(status, "The request could not be understood",
				"Part of it was missing or did not have the expected form. Nothing was changed.",
				"Go back and try again, or start from the course map.");
	}

	private static ErrorWords ourFault(int status) {
		return new ErrorWords(status, "Something failed on our side",
				"This is our fault and not caused by your code. Nothing that was saved is lost, and no attempt was used.",
				"Try again. If it happens again, the log of the server says why.");
	}

}
