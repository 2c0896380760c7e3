package academy.coldstart.graders.initonce;

import java.util.Map;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An article of the price list.
 *
 * @param sku its key
 * @param net its price in cents, a multiple of 100, so that percentages of it are whole
 * @param isReduced whether the reduced VAT applies
 */
record Article(String sku, int net, boolean isReduced) {

	Article withNet(int net) {
		return new Article(this.sku, net, this.isReduced);
	}

	String vatClass() {
		return this.isReduced ? "reduced" : "standard";
	}

	Map<String, AttributeValue> item() {
		return Map.of("sku", AttributeValue.fromS(this.sku), "net", AttributeValue.fromN(String.valueOf(this.net)),
				"vat", AttributeValue.fromS(vatClass()));
	}

}
