package academy.coldstart.recording;

import java.net.URI;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AddressesTests {

	private final Addresses addresses = Addresses.of(URI.create("http://127.0.0.1:4566"),
			URI.create("http://127.0.0.1:40001"));

	@Test
	void exchangesBothForms() {
		assertThat(this.addresses.inward("http://localhost:4566/queue/q http://127.0.0.1:4566"))
			.isEqualTo("http://127.0.0.1:40001/queue/q http://127.0.0.1:40001");
		assertThat(this.addresses.outward("http://127.0.0.1:40001/queue/q http://localhost:40001"))
			.isEqualTo("http://localhost:4566/queue/q http://localhost:4566");
	}

	@Test
	void leavesLongerPortsAndOtherHostsAlone() {
		String text = "http://localhost:45661/ http://example.com:4566/ https://localhost:4566/";
		assertThat(this.addresses.inward(text)).isEqualTo(text);
	}

	@Test
	void followsTheAddressThatTheFunctionSees() {
		Addresses seen = this.addresses.seenAs("127.0.0.1:4566");
		assertThat(seen.inward("http://localhost:4566/q")).isEqualTo("http://127.0.0.1:4566/q");
		assertThat(seen.outward("http://127.0.0.1:4566/q")).isEqualTo("http://localhost:4566/q");
		assertThat(seen.outward("http://127.0.0.1:40001/q")).isEqualTo("http://localhost:4566/q");
	}

}
