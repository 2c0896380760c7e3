package academy.coldstart.recording.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.dataformat.cbor.CBORMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ReadableBodyTests {

	@Test
	void showsCborAsJson() {
		assertThat(new String(ReadableBody.ofCbor(CBORMapper.shared().writeValueAsBytes(Map.of("a", 1))),
				StandardCharsets.UTF_8))
			.isEqualTo("{\"a\":1}");
	}

	@Test
	void takesContentOutOfAwsChunks() {
		String chunked = "5;chunk-signature=abc\r\nhello\r\n6\r\n world\r\n0\r\nx-amz-checksum-crc32:AAAA\r\n\r\n";
		assertThat(content(chunked)).isEqualTo("hello world");
	}

	@Test
	void takesTheBeginningOutOfACutChunk() {
		assertThat(content("ff\r\nbegin")).isEqualTo("begin");
		assertThat(content("f")).isEmpty();
		assertThat(content("nothing of the kind\r\n")).isEmpty();
	}

	private static String content(String chunked) {
		return new String(ReadableBody.ofAwsChunked(chunked.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
	}

}
