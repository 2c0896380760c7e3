package academy.coldstart.execution;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReportTests {

	@Test
	void writesAWarmInvocationAsLambdaDoes() {
		assertThat(new Report("r-1", 12.345, 13, 128, 36, null, null).line()).isEqualTo(
				"REPORT RequestId: r-1\tDuration: 12.35 ms\tBilled Duration: 13 ms\tMemory Size: 128 MB\tMax Memory Used: 36 MB\t");
	}

	@Test
	void addsInitAndStatus() {
		assertThat(new Report("r-1", 3000, 3101, 128, 36, 100.5, "timeout").line())
			.endsWith("Max Memory Used: 36 MB\tInit Duration: 100.50 ms\tStatus: timeout");
	}

	@Test
	void roundsTheBilledDurationUp() {
		assertThat(Report.billed(12.01, null)).isEqualTo(13);
		assertThat(Report.billed(12, null)).isEqualTo(12);
	}

	@Test
	void billsTheInitPhaseOfAColdStart() {
		assertThat(Report.billed(12.2, 100.3)).isEqualTo(113);
	}

}
