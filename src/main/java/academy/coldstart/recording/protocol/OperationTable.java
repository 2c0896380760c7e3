package academy.coldstart.recording.protocol;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The API operations of the services that the engine knows, from the committed table that
 * {@code engine/operations/generate.py} makes from service models.
 */
public final class OperationTable {

	private static final String RESOURCE = "/academy/coldstart/recording/operations.tsv";

	private final List<Service> services;

	private OperationTable(List<Service> services) {
		this.services = List.copyOf(services);
	}

	/**
	 * Read the committed table.
	 * @return the table
	 */
	public static OperationTable load() {
		try (InputStream in = OperationTable.class.getResourceAsStream(RESOURCE)) {
			if (in == null) {
				throw new IllegalStateException("The table of AWS operations is missing: " + RESOURCE);
			}
			return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The table of AWS operations cannot be read: " + RESOURCE, ex);
		}
	}

	private static OperationTable read(BufferedReader reader) throws IOException {
		List<Service> services = new ArrayList<>();
		Map<String, Operation> operations = new LinkedHashMap<>();
		for (String line = reader.readLine(); line != null; line = reader.readLine()) {
			String[] columns = line.split("\t", -1);
			if (columns[0].equals("service")) {
				operations = new LinkedHashMap<>();
				services.add(service(columns, operations));
			}
			else if (!line.startsWith("#")) {
				operations.put(columns[0], Operation.parse(columns));
			}
		}
		return new OperationTable(services);
	}

	private static Service service(String[] columns, Map<String, Operation> operations) {
		return new Service(columns[1], columns[2],
				Arrays.stream(columns[3].split(",", 0)).map(Protocol::parse).collect(Collectors.toSet()), columns[4],
				columns[5], columns[6], operations);
	}

	/**
	 * Return the name a service is signed with.
	 * @param name the name of its model, which is also the engine's name for it
	 * @return the signing name, or the name itself when the table does not have it
	 */
	public String signingName(String name) {
		return this.services.stream()
			.filter((service) -> service.name().equals(name))
			.map(Service::signingName)
			.findFirst()
			.orElse(name);
	}

	/**
	 * Return a call of an operation, as far as it is known without a request.
	 * @param signingName the signing name of the service
	 * @param operation the operation
	 * @return the call, of no service when the table does not have it
	 */
	public RecognizedCall find(String signingName, String operation) {
		for (Service service : signedAs(signingName)) {
			Operation found = service.operations().get(operation);
			if (found != null) {
				return RecognizedCall.of(service, service.protocols().iterator().next(), found);
			}
		}
		return RecognizedCall.unknown(signingName, Protocol.QUERY);
	}

	List<Service> services() {
		return this.services;
	}

	List<Service> signedAs(String signingName) {
		return this.services.stream().filter((service) -> service.signingName().equals(signingName)).toList();
	}

}
