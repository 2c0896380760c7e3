package academy.coldstart.graders.initonce;

import java.util.Random;

/**
 * VAT rates, as a parameter holds them.
 *
 * @param standard the VAT of the class {@code standard} in percent
 * @param reduced the VAT of the class {@code reduced} in percent
 */
record VatRates(int standard, int reduced) {

	static final String PARAMETER = "/larkspur/pricing/vat";

	/** Rates that people know by heart, so that no deployment has them. */
	private static final VatRates KNOWN = new VatRates(19, 7);

	/**
	 * Return the rates that are deployed first.
	 * @param seed the seed of the run
	 * @return the rates
	 */
	static VatRates of(long seed) {
		return KNOWN.others(new Random(seed));
	}

	/**
	 * Return rates that differ from these in both classes.
	 * @param random decides which
	 * @return other rates
	 */
	VatRates others(Random random) {
		return new VatRates(other(random, 14, 27, this.standard, KNOWN.standard),
				other(random, 3, 12, this.reduced, KNOWN.reduced));
	}

	int percent(boolean isReduced) {
		return isReduced ? this.reduced : this.standard;
	}

	@Override
	public String toString() {
		return "standard=" + this.standard + ",reduced=" + this.reduced;
	}

	private static int other(Random random, int from, int to, int first, int second) {
		int value = from + random.nextInt(to - from);
		return (value == first || value == second) ? other(random, from, to, first, second) : value;
	}

}
