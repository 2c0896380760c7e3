package academy.coldstart.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

import academy.coldstart.timeline.Figure.Label;
import academy.coldstart.timeline.Figure.Lane;
import academy.coldstart.timeline.Figure.Mark;
import academy.coldstart.trace.AccountId;
import academy.coldstart.trace.AwsCall;
import academy.coldstart.trace.Body;
import academy.coldstart.trace.CallOutcome;
import academy.coldstart.trace.ExecutionEnvironment;
import academy.coldstart.trace.GraderAction;
import academy.coldstart.trace.Invocation;
import academy.coldstart.trace.Phase;
import academy.coldstart.trace.Trace;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Laws that hold for the figures of all traces: short and long ones, with everything at
 * once and with nothing for minutes.
 */
class FigureLawsTests {

	private static final int TRIES = 150;

	private static final double TOLERANCE = 0.01;

	@Property(tries = TRIES)
	void everyEventIsInOneMark(@ForAll("traces") Trace trace) {
		List<String> drawn = Figure.of(trace, Set.of())
			.marks()
			.stream()
			.flatMap((mark) -> mark.events().stream())
			.toList();
		assertThat(drawn)
			.containsExactlyInAnyOrderElementsOf(TimelineRows.of(trace).stream().map(TimelineRow::anchor).toList());
	}

	@Property(tries = TRIES)
	void marksAndLabelsLieInTheirLane(@ForAll("traces") Trace trace) {
		Figure figure = Figure.of(trace, Set.of());
		for (Lane lane : figure.lanes()) {
			assertThat(boxes(lane)).allMatch((box) -> box.x() >= figure.plotLeft() - TOLERANCE
					&& box.y() >= lane.box().y() && box.y() + box.height() <= lane.box().y() + lane.box().height());
			assertThat(lane.marks()).allMatch((mark) -> mark.box().right() <= figure.width() + TOLERANCE);
			assertThat(lane.box().y() + lane.box().height()).isLessThanOrEqualTo(figure.height());
		}
	}

	@Property(tries = TRIES)
	void nothingInALaneCoversAnything(@ForAll("traces") Trace trace) {
		for (Lane lane : Figure.of(trace, Set.of()).lanes()) {
			assertNoOverlaps(boxes(lane));
		}
	}

	@Property(tries = TRIES)
	void lanesStandBelowOneAnother(@ForAll("traces") Trace trace) {
		assertNoOverlaps(Figure.of(trace, Set.of()).lanes().stream().map(Lane::box).toList());
	}

	@Property(tries = TRIES)
	void theAxisIsReadable(@ForAll("traces") Trace trace) {
		Figure figure = Figure.of(trace, Set.of());
		List<Box> labels = new ArrayList<>();
		figure.ticks().forEach((tick) -> labels.add(tick.label().box()));
		figure.cuts()
			.stream()
			.filter((cut) -> !cut.label().text().isEmpty())
			.forEach((cut) -> labels.add(cut.label().box()));
		assertNoOverlaps(labels);
		assertThat(labels).allMatch((box) -> box.right() <= figure.width());
	}

	@Property(tries = TRIES)
	void whatBeganEarlierIsNotFurtherRight(@ForAll("traces") Trace trace) {
		List<EventLane> lanes = EventLanes.of(trace);
		TimeScale scale = TimeScale.of(lanes, 100, 900);
		List<Double> places = lanes.stream()
			.flatMap((lane) -> lane.events().stream())
			.map(TraceEvent::startMs)
			.sorted()
			.map(scale::at)
			.toList();
		assertThat(places).isSorted().allMatch((place) -> place >= 100 && place <= 1000 + TOLERANCE);
	}

	@Property(tries = 40)
	void equalTracesGiveEqualFigures(@ForAll("traces") Trace trace) {
		assertThat(Figure.of(trace, Set.of("c1"))).isEqualTo(Figure.of(trace, Set.of("c1")));
	}

	@Property(tries = 40)
	void theDrawingHasAShapeForEachMarkAndStaysSmall(@ForAll("traces") Trace trace) {
		Figure figure = Figure.of(trace, Set.of());
		String svg = FigureSvg.of(figure, "A run.");
		assertThat(svg.split("<a class=\"mark ", -1)).hasSize(figure.marks().size() + 1);
		assertThat(svg.length()).isLessThan(150_000);
	}

	@Property(tries = 60)
	void twoRunsShareOneScale(@ForAll("traces") Trace first, @ForAll("traces") Trace second) {
		List<Figure> pair = Figure.pair(first, second);
		assertThat(pair).hasSize(2);
		assertThat(pair.getFirst().ticks()).isEqualTo(pair.getLast().ticks());
		assertThat(pair.getFirst().cuts()).isEqualTo(pair.getLast().cuts());
		for (Figure figure : pair) {
			assertThat(figure.marks()).allMatch((mark) -> mark.box().right() <= figure.width() + TOLERANCE);
			figure.lanes().forEach((lane) -> assertNoOverlaps(boxes(lane)));
		}
	}

	private static List<Box> boxes(Lane lane) {
		List<Box> boxes = new ArrayList<>(lane.marks().stream().map(Mark::box).toList());
		boxes.addAll(lane.labels().stream().map(Label::box).toList());
		return boxes;
	}

	private static void assertNoOverlaps(List<Box> boxes) {
		for (int one = 0; one < boxes.size(); one++) {
			for (int other = one + 1; other < boxes.size(); other++) {
				Box smaller = new Box(boxes.get(one).x() + TOLERANCE, boxes.get(one).y() + TOLERANCE,
						boxes.get(one).width() - 2 * TOLERANCE, boxes.get(one).height() - 2 * TOLERANCE);
				assertThat(smaller.overlaps(boxes.get(other))).as("%s overlaps %s", boxes.get(one), boxes.get(other))
					.isFalse();
			}
		}
	}

	@Provide
	Arbitrary<Trace> traces() {
		return Combinators
			.combine(Arbitraries.integers().between(0, 25), Arbitraries.integers().between(0, 260),
					Arbitraries.of(0.5, 30.0, 4000.0, 900_000.0), Arbitraries.longs())
			.as(FigureLawsTests::trace);
	}

	private static Trace trace(int environments, int events, double length, long seed) {
		Random random = new Random(seed);
		Function<Integer, List<Integer>> some = (most) -> IntStream.range(0, random.nextInt(most + 1)).boxed().toList();
		List<ExecutionEnvironment> started = IntStream.range(0, environments)
			.mapToObj((index) -> environment(index, length, random))
			.toList();
		return new Trace(Trace.CONTRACT, seed, new AccountId("000000000001"), Instant.EPOCH, started,
				some.apply(events / 2).stream().map((index) -> invocation(environments, length, random)).toList(),
				some.apply(events).stream().map((index) -> call(index, environments, length, random)).toList(),
				List.of(), some.apply(events / 4).stream().map((index) -> action(index, length, random)).toList());
	}

	private static ExecutionEnvironment environment(int index, double length, Random random) {
		double start = random.nextDouble() * length;
		return new ExecutionEnvironment("e" + index, "function-" + random.nextInt(3), "$LATEST", "python3.13", null,
				128, start, (random.nextInt(5) == 0) ? null : start + random.nextDouble() * length / 4,
				random.nextBoolean() ? null : start + length, any(random, ExecutionEnvironment.End.values()));
	}

	private static Invocation invocation(int environments, double length, Random random) {
		double start = random.nextDouble() * length;
		return new Invocation("r" + random.nextInt(20), "e" + random.nextInt(environments + 1),
				"arn:aws:lambda:eu-central-1:1:function:f:live", random.nextBoolean(), start,
				(random.nextInt(9) == 0) ? null : start + random.nextDouble() * length / 9,
				(random.nextInt(9) == 0) ? null : any(random, Invocation.Outcome.values()), "SomeError", null, null,
				null, null, Body.empty(), null);
	}

	private static AwsCall call(int index, int environments, double length, Random random) {
		double start = random.nextDouble() * length;
		int status = any(random, 0, 200, 200, 200, 400, 429);
		@Nullable String environment = (random.nextInt(6) == 0) ? null : "e" + random.nextInt(environments + 1);
		return new AwsCall("c" + index, environment, null, (environment != null) ? Phase.INVOKE : Phase.ENGINE, "1",
				"s" + random.nextInt(20), 1 + random.nextInt(3), "dynamodb",
				any(random, "GetItem", "PutItem", "PutItem", "漢字漢字漢字漢字", "W".repeat(60)), "Orders", "eu-central-1",
				start, start + random.nextDouble() * length / 50, status,
				(status == 400) ? "ValidationException" : null, null, CallOutcome.FORWARDED, Body.empty(), Body.empty(),
				null);
	}

	private static GraderAction action(int index, double length, Random random) {
		double start = random.nextDouble() * length;
		return new GraderAction("a" + index, null, start, start + random.nextDouble() * length / 5, "sent order o-"
				+ random.nextInt(99) + " and waited until somebody wrote it down".repeat(random.nextInt(3)));
	}

	@SafeVarargs
	private static <T> T any(Random random, T... values) {
		return values[random.nextInt(values.length)];
	}

}
