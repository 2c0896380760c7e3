package academy.coldstart.grading.jobs;

import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessResourceFailureException;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class LiveGradingsTests {

	@Test
	void noGradingSuffersWhenPlacesInTheQueueCannotBeRead() {
		GradingTable table = mock(GradingTable.class);
		given(table.queue()).willThrow(new DataAccessResourceFailureException("The database is away"));

		assertThatNoException().isThrownBy(new LiveGradings(table)::refreshQueue);
	}

}
