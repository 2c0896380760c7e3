package academy.coldstart.quiz;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a question is asked.
 *
 * @param title what stands above it
 * @param method how an answer is sent, {@code get} or {@code post}
 * @param address where it is sent
 * @param fields what is sent along with it, by name
 * @param repeatable whether another answer can be given after the first
 */
record QuestionForm(String title, String method, String address, Map<String, String> fields, boolean repeatable) {

	static QuestionForm within(String page, Question question) {
		return new QuestionForm("Check yourself", "get", page + "/questions/" + question.id(), Map.of(), true);
	}

	static QuestionForm deciding(String address, Map<String, String> fields) {
		return new QuestionForm("Review", "post", address, fields, false);
	}

	String hidden() {
		return this.fields.entrySet()
			.stream()
			.map((field) -> "<input type=\"hidden\" name=\"" + escaped(field.getKey()) + "\" value=\""
					+ escaped(field.getValue()) + "\">\n")
			.collect(Collectors.joining());
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
	}

	boolean isOver(Reply reply) {
		return !this.repeatable && reply.standing() != Reply.Standing.OPEN;
	}

}
