package academy.coldstart.recording.protocol;

import java.util.Locale;

/**
 * How a call is written as an HTTP request.
 */
public enum Protocol {

	/** AWS JSON 1.0 and 1.1: the operation stands in {@code X-Amz-Target}. */
	JSON,

	/** AWS Query: the operation stands in the parameter {@code Action}. */
	QUERY,

	/** The variant of AWS Query that Amazon EC2 speaks. */
	EC2,

	/** Method and path say the operation, the body is JSON. */
	REST_JSON,

	/** Method and path say the operation, the body is XML. */
	REST_XML,

	/** Smithy RPC v2 CBOR: the path names the operation. */
	CBOR;

	static Protocol parse(String name) {
		return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
	}

	public boolean isRest() {
		return this == REST_JSON || this == REST_XML;
	}

	public boolean isForm() {
		return this == QUERY || this == EC2;
	}

}
