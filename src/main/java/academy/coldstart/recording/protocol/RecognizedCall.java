package academy.coldstart.recording.protocol;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a request asks for.
 *
 * @param service the service, or null when no known service has such an operation
 * @param signingName the signing name of the service, or the one that was presented
 * @param protocol the protocol it is written in
 * @param operation the operation, or null when it is none
 * @param labels the decoded labels of its path
 * @param form the parameters of a query request, from body and query string
 */
public record RecognizedCall(@Nullable Service service, String signingName, Protocol protocol,
		@Nullable Operation operation, Map<String, String> labels, Form form) {

	/** The name of what is no operation of a known service. */
	public static final String UNKNOWN = "Unknown";

	static RecognizedCall of(Service service, Protocol protocol, Operation operation) {
		return new RecognizedCall(service, service.signingName(), protocol, operation, Map.of(), Form.EMPTY);
	}

	static RecognizedCall unknown(@Nullable String signingName, Protocol protocol) {
		return new RecognizedCall(null, (signingName != null) ? signingName : UNKNOWN, protocol, null, Map.of(),
				Form.EMPTY);
	}

	/**
	 * Return what stands for a request of which nothing is known yet.
	 * @return no call
	 */
	public static RecognizedCall none() {
		return unknown(null, Protocol.REST_XML);
	}

	RecognizedCall with(Form parameters) {
		return new RecognizedCall(this.service, this.signingName, this.protocol, this.operation, this.labels,
				parameters);
	}

	public String operationName() {
		return (this.operation != null) ? this.operation.name() : UNKNOWN;
	}

	/**
	 * Return whether this is an operation of Amazon S3 on buckets and objects.
	 * @return whether it is
	 */
	public boolean isS3() {
		return this.service != null && this.service.isS3();
	}

	/**
	 * Return whether this is the operation of that name.
	 * @param signing the signing name of the service
	 * @param name the operation
	 * @return whether it is
	 */
	public boolean is(String signing, String name) {
		return this.signingName.equals(signing) && operationName().equals(name);
	}

}
