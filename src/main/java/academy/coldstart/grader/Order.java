package academy.coldstart.grader;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * An order event of Larkspur Market, as every exercise knows it.
 *
 * @param schema the version of the event
 * @param orderId such as {@code o-4711}
 * @param tenantId such as {@code t-fern}
 * @param customerId such as {@code c-88}
 * @param currency such as EUR
 * @param lines what was ordered
 * @param correlationId follows the order through all functions
 */
@JsonPropertyOrder({ "schema", "orderId", "tenantId", "customerId", "currency", "lines", "correlationId" })
public record Order(int schema, String orderId, String tenantId, String customerId, String currency, List<Line> lines,
		String correlationId) {

	public Order {
		lines = List.copyOf(lines);
	}

	/**
	 * Return how many pieces were ordered.
	 * @return the sum of the quantities
	 */
	public int items() {
		return this.lines.stream().mapToInt(Line::qty).sum();
	}

	public Order withOrderId(String orderId) {
		return new Order(this.schema, orderId, this.tenantId, this.customerId, this.currency, this.lines,
				this.correlationId);
	}

	public Order withCurrency(String currency) {
		return new Order(this.schema, this.orderId, this.tenantId, this.customerId, currency, this.lines,
				this.correlationId);
	}

	public Order withTenantId(String tenantId) {
		return new Order(this.schema, this.orderId, tenantId, this.customerId, this.currency, this.lines,
				this.correlationId);
	}

	public Order withLines(List<Line> lines) {
		return new Order(this.schema, this.orderId, this.tenantId, this.customerId, this.currency, lines,
				this.correlationId);
	}

	/**
	 * Return the fields of the event, for one that is to be changed.
	 * @return a map of its own, in the order of the event
	 */
	public Map<String, Object> fields() {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("schema", this.schema);
		fields.put("orderId", this.orderId);
		fields.put("tenantId", this.tenantId);
		fields.put("customerId", this.customerId);
		fields.put("currency", this.currency);
		fields.put("lines", this.lines);
		fields.put("correlationId", this.correlationId);
		return fields;
	}

	/**
	 * Return the order as JSON text.
	 * @return the event
	 */
	public String json() {
		return Json.write(this);
	}

	/**
	 * A line of an order.
	 *
	 * @param sku such as {@code FERN-2L}
	 * @param qty the quantity
	 */
	public record Line(String sku, int qty) {
	}

}
