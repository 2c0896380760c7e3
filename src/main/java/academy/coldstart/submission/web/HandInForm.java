package academy.coldstart.submission.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import academy.coldstart.submission.DraftBasis;
import academy.coldstart.submission.ExercisePart;
import academy.coldstart.submission.Upload;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/**
 * The form of the exercise page as the browser sent it.
 *
 * @param language the language id
 * @param token the one-time token of the rendered form
 * @param typed the text areas
 * @param uploads the files that were chosen for upload; they replace the text areas
 * @param basis the draft that the form was filled from
 * @param more the fields of the {@link ExercisePart}
 */
record HandInForm(String language, UUID token, List<TypedFile> typed, List<MultipartFile> uploads, DraftBasis basis,
		Map<String, String> more) {

	static HandInForm of(HttpServletRequest request) throws ServletRequestBindingException {
		return new HandInForm(Objects.requireNonNullElse(request.getParameter("language"), ""), token(request),
				typed(request), uploads(request), basis(request), more(request));
	}

	private static Map<String, String> more(HttpServletRequest request) {
		Map<String, String> more = new HashMap<>();
		request.getParameterMap().forEach((name, values) -> {
			if (name.startsWith(ExercisePart.FIELDS) && values.length > 0) {
				more.put(name, values[0].replace("\r\n", "\n"));
			}
		});
		return Map.copyOf(more);
	}

	Upload upload() {
		if (!this.uploads.isEmpty()) {
			return Upload.of(this.uploads.stream().map((file) -> new Upload.Part(name(file), file)).toList());
		}
		return texts();
	}

	Upload.Form texts() {
		Map<String, String> texts = new LinkedHashMap<>();
		this.typed.forEach((file) -> texts.put(file.path(), file.text()));
		return new Upload.Form(texts);
	}

	private static DraftBasis basis(HttpServletRequest request) throws ServletRequestBindingException {
		try {
			long revision = Long.parseLong(Objects.requireNonNullElse(request.getParameter("draft"), "0"));
			boolean replacing = "true".equals(request.getParameter("replacing"));
			return new DraftBasis(revision, replacing || !uploads(request).isEmpty());
		}
		catch (NumberFormatException ex) {
			throw new ServletRequestBindingException("The form has no number of its draft", ex);
		}
	}

	private static UUID token(HttpServletRequest request) throws ServletRequestBindingException {
		try {
			return UUID.fromString(Objects.requireNonNullElse(request.getParameter("token"), ""));
		}
		catch (IllegalArgumentException ex) {
			throw new ServletRequestBindingException("The form has no token", ex);
		}
	}

	private static List<TypedFile> typed(HttpServletRequest request) throws ServletRequestBindingException {
		String[] paths = values(request, "path");
		String[] contents = values(request, "content");
		if (paths.length != contents.length) {
			throw new ServletRequestBindingException("The form must have a text for each file name");
		}
		List<TypedFile> typed = new ArrayList<>();
		for (int index = 0; index < paths.length; index++) {
			typed.add(TypedFile.fromForm(paths[index], contents[index]));
		}
		return List.copyOf(typed);
	}

	private static String[] values(HttpServletRequest request, String field) {
		return Objects.requireNonNullElse(request.getParameterValues(field), new String[0]);
	}

	private static List<MultipartFile> uploads(HttpServletRequest request) {
		if (request instanceof MultipartHttpServletRequest multipart) {
			return multipart.getFiles("upload").stream().filter((file) -> !name(file).isEmpty()).toList();
		}
		return List.of();
	}

	private static String name(MultipartFile upload) {
		return Objects.requireNonNullElse(upload.getOriginalFilename(), "");
	}

	/**
	 * A text area.
	 *
	 * @param path the name of the file
	 * @param text its text
	 */
	record TypedFile(String path, String text) {

		/**
		 * Browsers send every line break of a text area as CR LF, whatever was typed.
		 */
		static TypedFile fromForm(String path, String text) {
			return new TypedFile(path, text.replace("\r\n", "\n"));
		}

	}

}
