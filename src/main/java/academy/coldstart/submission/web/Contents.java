package academy.coldstart.submission.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import academy.coldstart.course.SourceFiles;
import academy.coldstart.submission.Draft;
import academy.coldstart.submission.DraftBasis;
import academy.coldstart.submission.web.HandInForm.TypedFile;
import org.jspecify.annotations.Nullable;

/**
 * What the text boxes are filled with.
 *
 * @param files the files
 * @param origin where they come from
 * @param basis what a save of them is made from
 * @param savedAt when the draft was saved, null where the files are no draft
 */
record Contents(List<TypedFile> files, Origin origin, DraftBasis basis, @Nullable Instant savedAt) {

	/** More files than this are not shown as text boxes. */
	static final int MAX_FILES = 12;

	/**
	 * Show files, or the starter where they do not fit into text boxes.
	 * @param files the files
	 * @param origin where they come from
	 * @param basis what a save of them is made from
	 * @param starter what to fall back on
	 * @return the contents
	 */
	static Contents of(SourceFiles files, Origin origin, DraftBasis basis, SourceFiles starter) {
		return texts(files).map((texts) -> new Contents(texts, origin, basis, null))
			.orElseGet(() -> new Contents(starterTexts(starter), Origin.NOT_EDITABLE,
					new DraftBasis(basis.revision(), true), null));
	}

	static Contents starter(SourceFiles starter, DraftBasis basis) {
		return new Contents(starterTexts(starter), Origin.STARTER, basis, null);
	}

	static Contents rejected(List<TypedFile> typed, DraftBasis basis) {
		return new Contents(typed, Origin.REJECTED, basis, null);
	}

	/**
	 * Show what was typed and is on its way to become the draft.
	 * @param typed what was typed
	 * @param basis what a save of it is made from
	 * @return the contents
	 */
	static Contents typed(List<TypedFile> typed, DraftBasis basis) {
		return new Contents(typed, Origin.TYPED, basis, null);
	}

	static Contents draft(List<TypedFile> typed, Draft saved) {
		return new Contents(typed, Origin.DRAFT, new DraftBasis(saved.revision(), false), saved.savedAt());
	}

	/**
	 * Say that somebody went back to the starter a moment ago.
	 * @param starter the starter
	 * @return the contents, which stay a mere draft where they are no longer the starter
	 */
	Contents reset(SourceFiles starter) {
		boolean untouched = this.origin == Origin.DRAFT && holds(starter);
		return untouched ? new Contents(this.files, Origin.RESET, this.basis, this.savedAt) : this;
	}

	boolean holds(SourceFiles other) {
		return texts(other).filter((texts) -> Set.copyOf(texts).equals(Set.copyOf(this.files))).isPresent();
	}

	Map<String, String> texts() {
		Map<String, String> texts = new LinkedHashMap<>();
		this.files.forEach((file) -> texts.put(file.path(), file.text()));
		return texts;
	}

	Contents savedAt(Instant time) {
		return new Contents(this.files, this.origin, this.basis, (this.origin == Origin.DRAFT) ? time : null);
	}

	static Optional<List<TypedFile>> texts(SourceFiles files) {
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

	private static List<TypedFile> starterTexts(SourceFiles starter) {
		return texts(starter).orElseThrow(() -> new IllegalStateException(
				"The starter must have at most " + MAX_FILES + " files, all UTF-8 text"));
	}

	/**
	 * Where contents come from.
	 */
	enum Origin {

		/** The starter. */
		STARTER,

		/** The draft, which somebody made the starter a moment ago. */
		RESET,

		/** The draft. */
		DRAFT,

		/** A copy of a draft. */
		COPY,

		/** The last submission, from before there was a draft. */
		LATEST,

		/** The starter, as what should be shown does not fit into text boxes. */
		NOT_EDITABLE,

		/** The form that was sent a moment ago, which could not be saved. */
		TYPED,

		/** The form that was sent a moment ago and not accepted. */
		REJECTED

	}

}
