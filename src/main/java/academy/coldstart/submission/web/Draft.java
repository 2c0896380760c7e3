package academy.coldstart.submission.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import academy.coldstart.course.SourceFiles;
import academy.coldstart.submission.web.HandInForm.TypedFile;

/**
 * What the text areas are filled with.
 *
 * @param files the files
 * @param origin where they come from
 */
record Draft(List<TypedFile> files, Origin origin) {

	/** More files than this are not shown as text areas. */
	static final int MAX_FILES = 12;

	static Draft starter(SourceFiles starter) {
		return new Draft(texts(starter).orElseThrow(() -> new IllegalStateException(
				"The starter must have at most " + MAX_FILES + " files, all UTF-8 text")), Origin.STARTER);
	}

	/**
	 * Take up where the learner left off, if that fits into text areas.
	 * @param latest what was handed in last
	 * @param starter what to fall back on
	 * @return the draft
	 */
	static Draft resume(SourceFiles latest, SourceFiles starter) {
		return texts(latest).map((files) -> new Draft(files, Origin.LATEST))
			.orElseGet(() -> new Draft(starter(starter).files(), Origin.LATEST_NOT_EDITABLE));
	}

	private static Optional<List<TypedFile>> texts(SourceFiles files) {
		if (files.contents().size() > MAX_FILES) {
			return Optional.empty();
		}
		List<TypedFile> texts = new ArrayList<>();
		for (Map.Entry<String, byte[]> file : files.contents().entrySet()) {
			try {
				texts.add(new TypedFile(file.getKey(),
						StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.getValue())).toString()));
			}
			catch (CharacterCodingException ex) {
				return Optional.empty();
			}
		}
		return Optional.of(List.copyOf(texts));
	}

	/**
	 * Where a draft comes from.
	 */
	enum Origin {

		/** The starter. */
		STARTER,

		/** The last submission. */
		LATEST,

		/** The starter, as the last submission does not fit into text areas. */
		LATEST_NOT_EDITABLE,

		/** The form that was sent a moment ago and not accepted. */
		REJECTED

	}

}
