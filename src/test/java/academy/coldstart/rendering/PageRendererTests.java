package academy.coldstart.rendering;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PageRendererTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path root;

	private RenderedPage render(String text) {
		return new SampleTexts(this.root).render(text);
	}

	private void file(String path, String content) {
		new SampleTexts(this.root).file(path, content);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "text <b onclick=alert(1)>x</b>",
			"<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<!-- comment -->",
			"<iframe src=\"https://example.com\"></iframe>", "a <a href=\"javascript:alert(1)\">b</a>",
			"<style>*{}</style>", "<details open ontoggle=alert(1)>" })
	void showsRawHtmlAsTextAndReportsIt(String text) {
		RenderedPage rendered = render(text);
		assertThat(rendered.page().html()).doesNotContainPattern("<(script|b |img|svg|!--|iframe|a |style|details)");
		assertThat(rendered.problems()).isNotEmpty()
			.allSatisfy((problem) -> assertThat(problem.what()).startsWith("Raw HTML is shown as text"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](javascript&#58;alert(1))",
			"[x](data:text/html;base64,AAAA)", "[x](vbscript:x)", "[x](http://example.com)", "[x](//example.com)",
			"[x](https://user:secret@example.com)", "<javascript:alert(1)>", "[x][r]\n\n[r]: javascript:alert(1)",
			"[x](file:///etc/passwd)", "[x](../../secret.md)", "[x](/admin)", "<someone@example.com>",
			"[x](https:evil)", "[x](&#x6A;avascript:alert(1))" })
	void linksNoAddressThatIsNotChecked(String text) {
		RenderedPage rendered = render(text);
		assertThat(rendered.page().html().toLowerCase(Locale.ROOT)).doesNotContainPattern(
				"href=\"(?!#\")(?!mailto:#)[^\"]*(javascript|data|vbscript|http|file|secret|admin|@)");
		assertThat(rendered.problems()).isNotEmpty()
			.allSatisfy((problem) -> assertThat(problem.what()).contains("goes nowhere this course can check"));
	}

	@Test
	void escapesWhatLooksLikeHtmlButIsNot() {
		RenderedPage rendered = render("<svg/onload=alert(1)> 1 < 2 & <3");
		assertThat(rendered.page().html()).isEqualTo("<p>&lt;svg/onload=alert(1)&gt; 1 &lt; 2 &amp; &lt;3</p>\n");
	}

	@Test
	void escapesAttributesOfLinks() {
		RenderedPage rendered = render("[x](https://example.com/\"onmouseover=\"alert(1) \"a\\\"b<c\")");
		assertThat(rendered.page().html()).doesNotContain("\"onmouseover").doesNotContain("<c");
	}

	@Test
	void linksLessonsExercisesHeadingsAndHttps() {
		RenderedPage rendered = render("## One two\n\n[a](lesson:known) [b](#one-two) [c](https://example.com/x)\n");
		SampleTexts.assertSound(rendered);
		assertThat(rendered.page().html()).contains("<a href=\"/lessons/known\">a</a>")
			.contains("<a href=\"#one-two\">b</a>")
			.contains("<a href=\"https://example.com/x\" rel=\"noopener noreferrer\">c</a>");
	}

	@Test
	void reportsLinksToPagesAndHeadingsThatDoNotExist() {
		SampleTexts.assertProblem(render("\n\n[a](exercise:charge-twice)"), 12,
				"The link 'exercise:charge-twice' goes to a page that does not exist. Correct the name, or write that page first.");
		SampleTexts.assertProblem(render("## One\n\n[a](#two)"), 12,
				"The link goes to #two, but no heading of this page has that id. These exist: one.");
	}

	@Test
	void givesHeadingsIdsThatDependOnTheirTextOnly() {
		RenderedPage rendered = render("## What `put` does, exactly?\n\n### Then\n\n### Then\n\n## Ende\n");
		SampleTexts.assertSound(rendered);
		assertThat(rendered.page().headings()).containsExactly(
				new Page.Heading(2, "what-put-does-exactly", "What put does, exactly?"),
				new Page.Heading(3, "then", "Then"), new Page.Heading(3, "then-2", "Then"),
				new Page.Heading(2, "ende", "Ende"));
		assertThat(rendered.page().html()).contains("<h2 id=\"what-put-does-exactly\">What <code>put</code>")
			.contains("<h3 id=\"then-2\">");
	}

	@Test
	void reportsHeadingsOnTheTitlesLevelAndLevelsLeftOut() {
		SampleTexts.assertProblem(render("# Title"), 10,
				"The heading 'Title' is on level 1, which is the page's title. Begin it with ## or more.");
		SampleTexts.assertProblem(render("## One\n\n#### Deep"), 12,
				"The heading 'Deep' is on level 4, but level 3 is the deepest that can stand here. Leave no level out.");
	}

	@Test
	void includesARegionOfAFileWithoutItsIndentation() {
		file("lessons/01-x/snippets/claim.py",
				"def f():\n    # region claim\n    if a < b:\n        # region inner\n        go()\n        # endregion\n    # endregion\n");
		RenderedPage rendered = render("Text\n\n{{snippet snippets/claim.py#claim}}\n\nMore\n");
		SampleTexts.assertSound(rendered);
		assertThat(rendered.page().html()).contains(
				"<pre tabindex=\"0\"><code class=\"language-python\"><span class=\"hl-keyword\">if</span> a &lt; b:\n"
						+ "    go()\n</code></pre>");
	}

	@Test
	void includesAWholeFileFromTheRoot() {
		file("exercises/e/handler.py", "# region all\nx = 1\n# endregion\n");
		RenderedPage rendered = render("{{snippet /exercises/e/handler.py}}");
		SampleTexts.assertSound(rendered);
		assertThat(rendered.page().html()).contains("<figcaption>exercises/e/handler.py</figcaption>")
			.contains(">x = <span class=\"hl-value\">1</span>\n</code>");
	}

	@Test
	void letsReadersChooseALanguageOfASnippet() {
		file("lessons/01-x/a.py", "# region x\npython()\n# endregion\n");
		file("lessons/01-x/a.mjs", "// region x\nnode();\n// endregion\n");
		RenderedPage rendered = render("{{snippet a.py#x a.mjs#x}}\n\n{{snippet a.py#x}}\n");
		SampleTexts.assertSound(rendered);
		String html = rendered.page().html();
		assertThat(html).containsSubsequence("<details name=\"snippet-1\" open><summary>Python</summary>", "python()",
				"<details name=\"snippet-1\"><summary>Node.js</summary>", "node();", "</details>\n</div>",
				"<figure class=\"snippet\">");
		assertThat(html.split("<details", -1)).hasSize(3);
	}

	@Test
	void reportsLanguagesThatCannotBeChosen() {
		file("lessons/01-x/a.py", "x = 1\n");
		file("lessons/01-x/a.txt", "x\n");
		SampleTexts.assertProblem(render("{{snippet a.py a.txt}}"), 10,
				"The snippet a.txt is in no language that can be chosen. Put files in Python, JavaScript or Java beside each other.");
	}

	@Test
	void reportsSnippetsThatCannotBeCutOut() {
		file("lessons/01-x/a.py", "# region open\nx = 1\n");
		file("lessons/01-x/b.py", "# region none\n# endregion\n");
		SampleTexts.assertProblem(render("{{snippet a.py#other}}"), 10,
				"a.py: There is no region 'other'. These exist: open.");
		SampleTexts.assertProblem(render("{{snippet a.py#open}}"), 10,
				"a.py: The region 'open' is not ended. Add a comment 'endregion' after it.");
		SampleTexts.assertProblem(render("{{snippet b.py#none}}"), 10,
				"b.py: The region 'none' is empty. Put the code between its markers.");
		SampleTexts.assertProblem(render("{{snippet c.py}}"), 10,
				"The snippet's file c.py does not exist. A path is relative to this text's folder, or to the course's root when it begins with /.");
		SampleTexts.assertProblem(render("{{snippet ../../../etc/passwd}}"), 10,
				"The snippet ../../../etc/passwd is outside the course. Move the file into the course's folders.");
	}

	@Test
	void datesAndSourcesEachFactAtTheEnd() {
		RenderedPage rendered = render("At most {{fact timeout}}, and `/tmp` {{fact reset}}. Again {{fact timeout}}.");
		SampleTexts.assertSound(rendered);
		assertThat(rendered.page().html()).contains(
				"<span class=\"fact\">900 seconds<sup><a href=\"#fact-1\" aria-label=\"Source 1\">1</a></sup></span>")
			.contains("<li id=\"fact-1\">The longest function timeout: 900 seconds. "
					+ "<a href=\"https://docs.aws.amazon.com/quotas?a=1&amp;b=2\" rel=\"noopener noreferrer\">Quotas</a>, "
					+ "checked on <time datetime=\"2026-11-23\">23 November 2026</time>.</li>")
			.contains("checked through a summary that cites this page on");
		assertThat(rendered.page().headings())
			.containsExactly(new Page.Heading(2, "facts-and-sources", "Facts and sources"));
	}

	@Test
	void reportsUnknownFactsAndPlaceholders() {
		SampleTexts.assertProblem(render("a\nb {{fact tiemout}}"), 11,
				"There is no fact 'tiemout' in facts.yaml. Correct the name, or add it.");
		SampleTexts.assertProblem(render("a {{date}}"), 10,
				"There is no placeholder '{{date}}' within a line. Use {{fact name}} here; a {{snippet path#region}} stands on a line of its own.");
	}

	@Test
	void leavesBracesInCodeAlone() {
		RenderedPage rendered = render("`{{fact x}}` and\n\n```text\n{{snippet y}}\n::: note\n```\n");
		SampleTexts.assertSound(rendered);
		assertThat(rendered.page().html()).contains("<code>{{fact x}}</code>").contains("{{snippet y}}\n::: note");
	}

	@Test
	void rendersCallouts() {
		RenderedPage rendered = render("::: warning Mind the gap\nText\n:::\n");
		SampleTexts.assertSound(rendered);
		assertThat(rendered.page().html()).contains(
				"<div class=\"callout callout-warning\" role=\"note\">\n<p class=\"callout-title\">Mind the gap</p>\n<p>Text</p>");
	}

	@Test
	void reportsDirectivesThatAreIncomplete() {
		SampleTexts.assertProblem(render("::: note\ntext"), 10,
				"The directive '::: note' is not ended. End it with a line that is ':::'.");
		SampleTexts.assertProblem(render("text\n:::\n"), 11,
				"This ::: ends nothing. Remove it, or begin a directive before it.");
		SampleTexts.assertProblem(render("::: hint\ntext"), 10,
				"There is no directive '::: hint'. Use question, diagram, note, warning or correction.");
		SampleTexts.assertProblem(render("::: question\nA?\n:::\n"), 10,
				"This question leaves nothing to choose. Add '::: option' parts, at least two.");
		String options = "::: question%s\nA?\n::: option%s\nx\n::: feedback\ny\n::: option%s\nz\n::: feedback\ny\n:::\n";
		SampleTexts.assertProblem(render(options.formatted("", "", "")), 10,
				"No option of this question is right. Write '::: option right' for those that are.");
		SampleTexts.assertProblem(render(options.formatted("", " right", " right")), 10,
				"Several options of this question are right. Begin it with '::: question multiple', or leave one right.");
		assertThat(render("::: question\nA?\n::: option right\nx\n::: option\ny\n::: feedback\nz\n:::\n").problems())
			.singleElement()
			.hasToString("lessons/01-x/lesson.md:12: This option has no feedback. "
					+ "Add '::: feedback' with the reason why it is right or wrong.");
	}

	@Test
	void keepsTheIndentationOfCode() {
		assertThat(render("```text\n- a:\n    b\n  c\n```\n").page().html())
			.contains("<pre tabindex=\"0\"><code class=\"language-text\">- a:\n    b\n  c\n</code></pre>");
	}

	@Test
	void letsCodeAndTablesBeScrolledWithTheKeyboard() {
		RenderedPage rendered = render("```json\n{\"a\": 1}\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n");
		SampleTexts.assertSound(rendered);
		assertThat(rendered.page().html()).contains("<pre tabindex=\"0\"><code class=\"language-json\">")
			.contains("<div class=\"table\" role=\"region\" aria-label=\"Table\" tabindex=\"0\">\n<table>")
			.contains("</table>\n</div>");
	}

	@Test
	void reportsCodeThatNothingRuns() {
		SampleTexts.assertProblem(render("```python\nx = 1\n```"), 10,
				"This python code is typed into the text, where nothing runs it. Put it into a file and include it with {{snippet path#region}}.");
		SampleTexts.assertProblem(render("```\nx\n```"), 10,
				"This code block does not say its language. Write it after the backticks, such as ```json or ```text.");
	}

	@Test
	void putsDrawingsIntoThePage() {
		file("lessons/01-x/images/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\">"
				+ "<rect class=\"init\" x=\"1\" y=\"1\" width=\"8\" height=\"2\"/><text x=\"1\" y=\"9\">a &lt; b</text></svg>");
		RenderedPage rendered = render("![Two lanes](images/a.svg \"The lanes\")");
		SampleTexts.assertSound(rendered);
		assertThat(rendered.page().html()).contains("<svg role=\"img\" aria-label=\"Two lanes\" viewBox=\"0 0 10 10\">")
			.contains("<text x=\"1\" y=\"9\">a &lt; b</text></svg>")
			.contains("The lanes");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<svg><script>alert(1)</script></svg>", "<svg onload=\"alert(1)\"></svg>",
			"<svg><a href=\"https://x\"><text>x</text></a></svg>", "<svg><rect fill=\"url(https://x)\"/></svg>",
			"<svg><foreignObject/></svg>", "<!DOCTYPE svg [<!ENTITY x \"y\">]><svg><text>&x;</text></svg>",
			"<svg><style>*{}</style></svg>", "<svg>", "<svg><image x=\"1\"/></svg>" })
	void refusesDrawingsWithAnythingButShapes(String svg) {
		file("lessons/01-x/a.svg", svg);
		RenderedPage rendered = render("![x](a.svg)");
		assertThat(rendered.page().html()).doesNotContain("<svg");
		assertThat(rendered.problems()).singleElement()
			.satisfies((problem) -> assertThat(problem.what()).startsWith("The figure a.svg cannot be shown: it "));
	}

	@Test
	void reportsFiguresWithoutWordsAndFilesThatAreNoDrawings() {
		file("lessons/01-x/a.svg", "<svg/>");
		SampleTexts.assertProblem(render("![](a.svg)"), 10,
				"The figure a.svg has no text that says what it shows. Write it between the brackets.");
		SampleTexts.assertProblem(render("![x](https://example.com/a.png)"), 10,
				"The figure https://example.com/a.png is not an SVG file of this course. Put it beside the text, such as images/name.svg.");
	}

	@Test
	void showsRecordedRunsWithWhatIsToBeSeen() {
		file("lessons/01-x/runs/a.json", "{}");
		PageRenderer renderer = new PageRenderer(this.root, Map.of(), (kind, name) -> Optional.empty(),
				new SampleTexts.FiveInvocations());
		RenderedPage rendered = renderer.render(source("{{run runs/a.json Both look first.}}"));
		SampleTexts.assertSound(rendered);
		assertThat(rendered.page().html()).contains("<figure>run-1 a.json: Both look first.</figure>");
		SampleTexts.assertProblem(renderer.render(source("{{run runs/a.json}}")), 10,
				"The run runs/a.json has no text that says what is to be seen. Write it behind the path.");
		SampleTexts.assertProblem(renderer.render(source("{{run runs/b.json Nothing.}}")), 10,
				"The run runs/b.json was never recorded. Record it with ./coldstart record.");
	}

	private static PageSource source(String text) {
		return new PageSource(Path.of("lessons", "01-x", "lesson.md"), text, 10, "/lessons/x");
	}

	@Test
	void countsWordsOfProseOnly() {
		assertThat(render("One two *three* `four`.\n\n```text\nnot these words\n```\n").page().words()).isEqualTo(5);
	}

	@Test
	void tellsAllProblemsInTheOrderOfTheirLines() {
		RenderedPage rendered = render("[a](lesson:no)\n\n# Title\n\n{{snippet no.py}}\n\n{{fact no}}\n");
		assertThat(rendered.problems()).extracting(Problem::line).containsExactly(10, 12, 14, 16);
	}

}
