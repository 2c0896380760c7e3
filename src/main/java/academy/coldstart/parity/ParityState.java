package academy.coldstart.parity;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How a behavior of AWS is met here.
 */
public enum ParityState {

	/** The engine does what AWS does. */
	@JsonProperty("as-aws")
	AS_AWS("as on AWS"),

	/** The engine does what AWS does since a patch of the plug-in changes it. */
	@JsonProperty("patched")
	PATCHED("as on AWS by a patch"),

	/** The engine does not, but something else makes the verdict right. */
	@JsonProperty("checked-otherwise")
	CHECKED_OTHERWISE("checked otherwise"),

	/** It is not as on AWS; whoever learns or writes exercises has to know. */
	@JsonProperty("differs")
	DIFFERS("different");

	private final String words;

	ParityState(String words) {
		this.words = words;
	}

	/**
	 * Return the state in words.
	 * @return words in lower case
	 */
	public String words() {
		return this.words;
	}

	/**
	 * Return the state as the register writes it.
	 * @return such as {@code as-aws}
	 */
	public String id() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
