package academy.coldstart.site;

import java.util.ArrayList;
import java.util.List;

/**
 * Texts that would run as a program wherever a page forgets to escape.
 */
final class HostileTexts {

	private static final List<String> ELEMENTS = List.of("img src=x", "svg", "body", "video", "audio src=x",
			"details open", "input autofocus", "select autofocus", "textarea autofocus", "iframe src=about:blank",
			"object data=x", "marquee", "math", "form", "a href=# style=x");

	private static final List<String> EVENTS = List.of("onerror", "onload", "onfocus", "ontoggle", "onmouseover",
			"onanimationstart", "onpointerenter");

	private static final List<String> SINGLE = List.of("<script>hurt()</script>", "</textarea><script>hurt()</script>",
			"</title><script>hurt()</script>", "</pre></code><script>hurt()</script>", "--><script>hurt()</script>",
			"]]><script>hurt()</script>", "\"><script>hurt()</script>", "'><script>hurt()</script>",
			"\" onmouseover=\"hurt()", "' onmouseover='hurt()", "` onmouseover=`hurt()",
			"\" autofocus onfocus=\"hurt()", "javascript:hurt()", "JaVaScRiPt:hurt()", "java\tscript:hurt()",
			"data:text/html,<script>hurt()</script>", "vbscript:hurt()", "<a href=\"javascript:hurt()\">x</a>",
			"<base href=\"javascript:hurt()//\">", "<meta http-equiv=\"refresh\" content=\"0;url=javascript:hurt()\">",
			"<link rel=stylesheet href=//evil.example>", "<style>@import '//evil.example';</style>",
			"<svg><script>hurt()</script></svg>", "<svg><animate onbegin=hurt()>", "<svg/onload=hurt()>",
			"<img src=x onerror=hurt()//", "<<script>hurt();//<</script>", "<scr<script>ipt>hurt()</scr</script>ipt>",
			"<SCRIPT>hurt()</SCRIPT>", "<script\n>hurt()</script\n>", "\u0000<script>hurt()</script>",
			"%3Cscript%3Ehurt()%3C/script%3E", "&lt;script&gt;hurt()&lt;/script&gt;",
			"&#60;script&#62;hurt()&#60;/script&#62;", "\\u003cscript\\u003ehurt()\\u003c/script\\u003e",
			"${7*7}${T(java.lang.Runtime).getRuntime()}", "[[${7*7}]]", "[(${7*7})]", "__${7*7}__::x", "~{::main}",
			"*{7*7}", "#{product}", "@{/x}", "{{7*7}}", "<%= 7*7 %>", "<th:block th:utext=\"x\">",
			"`<script>hurt()</script>`", "](javascript:hurt())", "../../<script>hurt()</script>.py",
			"a\r\nSet-Cookie: x=1\r\n\r\n<script>hurt()</script>", "\u202e<script>hurt()</script>",
			"\u001b]8;;javascript:hurt()\u0007x", "data:application/json;x=\"}</script><script>hurt()");

	private HostileTexts() {
	}

	static List<String> all() {
		List<String> texts = new ArrayList<>(SINGLE);
		for (String element : ELEMENTS) {
			EVENTS.forEach((event) -> texts.add("<" + element + " " + event + "=hurt()>"));
		}
		return List.copyOf(texts);
	}

	/**
	 * Return all texts in one.
	 * @return the text
	 */
	static String joined() {
		return String.join("\n", all());
	}

}
