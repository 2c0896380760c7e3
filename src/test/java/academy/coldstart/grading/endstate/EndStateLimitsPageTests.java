package academy.coldstart.grading.endstate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EndStateLimitsPageTests {

	@Test
	void pageStatesTheLimitsInForce() throws IOException {
		assertThat(Files.readString(Path.of("docs/limits.md"))).contains(String.join("\n",
				row("tables, queues and buckets of a stack", EndStateReader.RESOURCES),
				row("items of a table", TableReader.ITEMS),
				row("attributes of an item, besides its key", TableReader.ATTRIBUTES),
				row("messages of a queue", QueueReader.MESSAGES),
				row("messages of a queue whose bodies are looked at",
						QueueReader.READ + "; of more only the number is told"),
				row("objects of a bucket", BucketReader.OBJECTS),
				row("contents of a bucket",
						BucketReader.CONTENTS + ", each of at most " + BucketReader.CONTENT_BYTES + " bytes of text"),
				row("one text", Budget.TEXT + " characters"), row("all texts of a run", Budget.RUN + " characters"),
				row("time to read a run", EndStateReader.LIMIT.toSeconds() + " s")));
	}

	private static String row(String what, Object limit) {
		return "| " + what + " | " + limit + " |";
	}

}
