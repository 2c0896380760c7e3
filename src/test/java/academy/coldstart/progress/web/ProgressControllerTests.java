package academy.coldstart.progress.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import academy.coldstart.progress.ExerciseProgress;
import academy.coldstart.progress.OwnData;
import academy.coldstart.progress.Practice;
import academy.coldstart.progress.Progress;
import academy.coldstart.progress.ReviewProgress;
import academy.coldstart.progress.ReviewProgress.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

@WebMvcTest(ProgressController.class)
@AutoConfigureMockMvc(addFilters = false)
class ProgressControllerTests {

	@MockitoBean
	private Progress progress;

	@MockitoBean
	private OwnData data;

	@Autowired
	private MockMvcTester mvc;

	@Test
	void saysHowManyHintsWereOpened() {
		exercises(new ExerciseProgress("charge-once", "Paid twice", 2, 60, null, 2, 12, review(State.NONE, null)),
				new ExerciseProgress("init-once", "The tax on every order", 1, 100, Instant.EPOCH, 0, 12,
						review(State.NONE, null)));
		assertThat(this.mvc.get().uri("/progress")).hasStatusOk()
			.bodyText()
			.contains("1 of 2 exercises are passed.", "Not passed yet", "Hints opened: 2 of 12")
			.doesNotContain("Hints opened: 0");
	}

	@Test
	void saysWhereReviewsStand() {
		LocalDate day = LocalDate.of(2026, 11, 24);
		exercises(passed(review(State.WAITING, day)), passed(review(State.PUT_OFF, day.plusDays(1))),
				passed(review(State.DUE, day.plusDays(2))), passed(review(State.BEGUN, day.plusDays(3))),
				passed(review(State.DONE, null)));
		String page = assertThat(this.mvc.get().uri("/progress")).hasStatusOk().bodyText().actual();
		assertThat(page.replaceAll("<[^>]+>", "")).containsSubsequence("Comes up for review on 24 Nov 2026",
				"Review put off to 25 Nov 2026", "To review, due since 26 Nov 2026", "In review since 27 Nov 2026",
				"Every review passed");
	}

	@Test
	void deletesNothingWithoutTheTick() {
		exercises();
		assertThat(this.mvc.post().uri("/progress/delete")).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("Nothing was deleted: tick the box first.", "opened hints");
	}

	@Test
	void saysWhyNothingWasDeleted() {
		exercises();
		given(this.data.delete()).willReturn(Optional.of("Something is still being graded."));
		assertThat(this.mvc.post().uri("/progress/delete").param("sure", "true")).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("Something is still being graded.");
	}

	private static ExerciseProgress passed(ReviewProgress review) {
		return new ExerciseProgress("charge-once", "Paid twice", 1, 100, Instant.EPOCH, 0, 12, review);
	}

	private static ReviewProgress review(State state, @Nullable LocalDate day) {
		return new ReviewProgress(state, day);
	}

	private void exercises(ExerciseProgress... exercises) {
		given(this.progress.practices())
			.willReturn(List.of(new Practice("Idempotency", "idempotency", List.of(exercises))));
	}

}
