package academy.coldstart.timeline;

import java.util.stream.Collectors;

import academy.coldstart.timeline.Figure.BackOff;
import academy.coldstart.timeline.Figure.Cut;
import academy.coldstart.timeline.Figure.Label;
import academy.coldstart.timeline.Figure.Lane;
import academy.coldstart.timeline.Figure.Mark;
import academy.coldstart.timeline.Figure.Tick;

/**
 * Draws a figure as SVG.
 */
public final class FigureSvg {

	/** A fold of more events than this does not list them. */
	private static final int MAX_LISTED = 200;

	private static final double HEAD_ROOM = 124;

	private static final double MARGIN = 16;

	private final Figure figure;

	private final SvgWriter svg = new SvgWriter();

	private String prefix = Patterns.PREFIX;

	private boolean linked = true;

	private FigureSvg(Figure figure) {
		this.figure = figure;
	}

	/**
	 * Draw a figure for a page, which has the colors and the descriptions of its events.
	 * @param figure the figure
	 * @param summary what it shows, as a sentence
	 * @return an element {@code svg}
	 */
	public static String of(Figure figure, String summary) {
		FigureSvg drawing = new FigureSvg(figure);
		drawing.svg.open("svg", "xmlns", SvgWriter.NAMESPACE, "class", "tl", "id", "figure", "viewBox",
				"0 0 " + figure.width() + " " + figure.height(), "width", figure.width(), "height", figure.height(),
				"role", "group", "aria-label", summary);
		drawing.content();
		drawing.svg.close();
		return drawing.svg.toString();
	}

	/**
	 * Draw a figure as a picture in a text, without links.
	 * @param figure the figure
	 * @param summary what it shows, as a sentence
	 * @param id the beginning of all ids in it, which keeps it apart from the other
	 * figures of a page
	 * @return an element {@code svg}
	 */
	public static String picture(Figure figure, String summary, String id) {
		FigureSvg drawing = new FigureSvg(figure);
		drawing.prefix = id + "-";
		drawing.linked = false;
		drawing.svg.open("svg", "class", "tl", "viewBox", "0 0 " + figure.width() + " " + figure.height(), "width",
				figure.width(), "height", figure.height(), "role", "img", "aria-label", summary);
		drawing.content();
		drawing.svg.close();
		return drawing.svg.toString();
	}

	/**
	 * Draw a figure as a document of its own, with its style and with what its marks
	 * mean. It has no links, as nothing else comes with it.
	 * @param figure the figure
	 * @param summary what it shows, as a sentence
	 * @return a document
	 */
	public static String document(Figure figure, String summary) {
		FigureSvg drawing = new FigureSvg(figure);
		drawing.linked = false;
		Legend legend = Legend.of(figure.kinds(), figure.width());
		double width = figure.width() + 2 * MARGIN;
		double height = figure.height() + legend.height() + 2 * MARGIN;
		drawing.svg
			.open("svg", "xmlns", SvgWriter.NAMESPACE, "class", "tl", "viewBox",
					"%s %s %s %s".formatted(SvgWriter.number(-MARGIN), SvgWriter.number(-MARGIN),
							SvgWriter.number(width), SvgWriter.number(height)),
					"width", width, "height", height, "role", "img");
		drawing.svg.text("title", summary).text("style", StandaloneStyle.text());
		drawing.svg.empty("rect", "class", "paper", "x", -MARGIN, "y", -MARGIN, "width", width, "height", height);
		drawing.content();
		legend.write(drawing.svg, figure.height());
		drawing.svg.close();
		return drawing.svg.toString();
	}

	private void content() {
		Patterns.write(this.svg, this.prefix, this.figure.kinds());
		this.figure.cuts().forEach(this::cut);
		this.figure.ticks().forEach(this::tick);
		this.figure.backOffs().forEach(this::backOff);
		this.figure.lanes().forEach(this::lane);
	}

	private void cut(Cut cut) {
		this.svg.empty("rect", "class", "cut", "x", cut.left(), "y", TimeAxis.HEIGHT, "width", cut.right() - cut.left(),
				"height", this.figure.height() - TimeAxis.HEIGHT);
		if (!cut.label().text().isEmpty()) {
			label(cut.label(), "cut-label");
		}
	}

	private void tick(Tick tick) {
		this.svg.empty("line", "class", "grid", "x1", tick.x(), "x2", tick.x(), "y1", TimeAxis.HEIGHT, "y2",
				this.figure.height());
		label(tick.label(), "tick");
	}

	private void lane(Lane lane) {
		double top = lane.box().y();
		this.svg.open("g", "class", "lane", "role", "group", "aria-label",
				lane.subtitle().isEmpty() ? lane.title() : lane.title() + ", " + lane.subtitle());
		this.svg.empty("line", "class", "rule", "x1", 0, "x2", this.figure.width(), "y1", top, "y2", top);
		this.svg.text("text", TextWidth.fitted(lane.title(), 13, HEAD_ROOM), "class", "head", "x", 0, "y", top + 20);
		this.svg.text("text", TextWidth.fitted(lane.subtitle(), 11, HEAD_ROOM), "class", "subhead", "x", 0, "y",
				top + 35);
		lane.marks().forEach(this::mark);
		lane.labels().forEach((label) -> label(label, label.bad() ? "label bad" : "label"));
		this.svg.close();
	}

	private void mark(Mark mark) {
		String evidence = mark.evidence() ? " evidence" : "";
		String type = "mark " + mark.kind().id() + evidence;
		if (this.linked) {
			this.svg.open("a", "class", type, "href",
					"#" + EventDetail.id(mark.events().getFirst(), mark.events().size() > 1), "data-events",
					listed(mark));
		}
		else {
			this.svg.open("g", "class", type);
		}
		this.svg.text("title", mark.sentence());
		Box box = mark.box();
		this.svg.empty("rect", "x", box.x(), "y", box.y(), "width", box.width(), "height", box.height(), "rx", 2,
				"fill", Patterns.fill(this.prefix, mark.kind()));
		if (mark.evidence()) {
			double x = box.x() + Math.min(box.width() / 2, 6);
			double y = box.y() + box.height();
			this.svg.empty("path", "class", "pointer", "d",
					"M%s %sl4 5h-8z".formatted(SvgWriter.number(x), SvgWriter.number(y)));
		}
		this.svg.close();
	}

	private static String listed(Mark mark) {
		return mark.events().stream().limit(MAX_LISTED).collect(Collectors.joining(" "));
	}

	private void backOff(BackOff pause) {
		String x1 = SvgWriter.number(pause.fromX());
		String y1 = SvgWriter.number(pause.fromY());
		String x2 = SvgWriter.number(pause.toX());
		String y2 = SvgWriter.number(pause.toY());
		String elbow = y1.equals(y2) ? "" : "H%s V%s ".formatted(SvgWriter.number(pause.toX() - 3), y2);
		this.svg.empty("path", "class", "back-off", "d", "M%s %s %sH%s".formatted(x1, y1, elbow, x2));
	}

	private void label(Label label, String type) {
		this.svg.text("text", label.text(), "class", type, "x", label.box().x(), "y",
				label.box().y() + label.box().height() - 4);
	}

}
