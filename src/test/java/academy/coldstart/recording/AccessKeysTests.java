package academy.coldstart.recording;

import academy.coldstart.trace.AccountId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AccessKeysTests {

	@Test
	void decodesTheAccountOfKeysThatTheEngineIssued() {
		assertThat(AccessKeys.account("LSIARTX3GSDS75WQESBP")).isEqualTo(new AccountId("111122223333"));
		assertThat(AccessKeys.account("LKIARZPUZDIKGB2VALC4")).isEqualTo(new AccountId("123456789012"));
		assertThat(AccessKeys.account("LSIAQAAAAAAAGMKEM7X5")).isEqualTo(new AccountId("000000000000"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "AKIARZPUZDIKGB2VALC4", "ASIAQAAAAAAAGMKEM7X5", "111122223333", "test", "", "LSIA",
			"LSIAAAAAAAAAAAAAAAAA", "LSIA7777777777777777", "LSIA0000000000000000" })
	void knowsNoAccountForOthers(String key) {
		assertThat(AccessKeys.account(key)).isNull();
	}

}
