package academy.coldstart.authorization;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Ranges of IP addresses in CIDR notation.
 */
final class AddressRange {

	/** Nothing else is asked for by its name. */
	private static final Pattern LITERAL = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

	private AddressRange() {
	}

	static boolean contains(String range, String address) {
		int slash = range.indexOf('/');
		byte[] from = bytes((slash < 0) ? range : range.substring(0, slash));
		byte[] given = bytes(address);
		if (from == null || given == null || from.length != given.length) {
			return false;
		}
		int bits = from.length * 8;
		int prefix = (slash < 0) ? bits : prefix(range.substring(slash + 1));
		if (prefix < 0 || prefix > bits) {
			return false;
		}
		int rest = bits - prefix;
		return new BigInteger(1, from).shiftRight(rest).equals(new BigInteger(1, given).shiftRight(rest));
	}

	private static int prefix(String text) {
		return text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
	}

	private static byte @Nullable [] bytes(String address) {
		if (!LITERAL.matcher(address).matches()) {
			return null;
		}
		try {
			return InetAddress.getByName(address).getAddress();
		}
		catch (UnknownHostException ex) {
			return null;
		}
	}

}
