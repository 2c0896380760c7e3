package academy.coldstart.ui;

/**
 * There is no page at this address. The message tells the reader what is missing.
 */
public class PageNotFound extends RuntimeException {

	public PageNotFound(String message) {
		super(message);
	}

}
