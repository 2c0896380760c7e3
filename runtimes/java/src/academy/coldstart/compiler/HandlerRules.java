package academy.coldstart.compiler;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.ElementFilter;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;

/**
 * Checks whether Lambda could use a handler, by the rules of its Runtime API client.
 */
final class HandlerRules {

	private static final String SDK = "com.amazonaws.services.lambda.runtime.";

	private final JavacTask task;

	private final Function<Path, String> relative;

	private final Answer answer;

	HandlerRules(JavacTask task, Function<Path, String> relative, Answer answer) {
		this.task = task;
		this.relative = relative;
		this.answer = answer;
	}

	/**
	 * Analyze the sources and, when they are right so far, the handler.
	 * @param handler the handler setting: a class, or a class and a method
	 * @param failed says whether there was an error
	 */
	void check(String handler, BooleanSupplier failed)
			throws IOException {
		List<TypeElement> declared = new ArrayList<>();
		for (Element element : this.task.analyze()) {
			collect(element, declared);
		}
		if (handler.isEmpty() || failed.getAsBoolean()) {
			return;
		}
		String[] parts = handler.split("::", 2);
		TypeElement type = this.task.getElements().getTypeElement(parts[0].replace('$', '.'));
		if (type == null || !declared.contains(type)) {
			this.answer.handler("handler-missing", missing(parts[0], declared), "", 0);
			return;
		}
		String problem = problem(type, (parts.length == 2) ? parts[1] : null);
		if (problem != null) {
			report(type, problem);
		}
	}

	private static void collect(Element element, List<TypeElement> declared) {
		if (element instanceof TypeElement type) {
			declared.add(type);
			ElementFilter.typesIn(type.getEnclosedElements()).forEach((inner) -> collect(inner, declared));
		}
	}

	private static String missing(String name, List<TypeElement> declared) {
		String simple = name.substring(name.lastIndexOf('.') + 1);
		String found = declared.stream()
			.map((type) -> type.getQualifiedName().toString())
			.sorted((a, b) -> Boolean.compare(b.endsWith(simple), a.endsWith(simple)))
			.limit(5)
			.collect(Collectors.joining(", "));
		return "The handler is the class " + name + ", but no file declares it. "
				+ (found.isEmpty() ? "No class is declared at all." : "Declared: " + found + ".");
	}

	private void report(TypeElement type, String problem) {
		Trees trees = Trees.instance(this.task);
		TreePath path = trees.getPath(type);
		if (path == null) {
			this.answer.handler("handler-invalid", problem, "", 0);
			return;
		}
		CompilationUnitTree unit = path.getCompilationUnit();
		long start = trees.getSourcePositions().getStartPosition(unit, path.getLeaf());
		this.answer.handler("handler-invalid", problem, this.relative.apply(Path.of(unit.getSourceFile().toUri())),
				unit.getLineMap().getLineNumber(start));
	}

	private String problem(TypeElement type, String method) {
		String name = "The handler class " + type.getQualifiedName();
		for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
			if (!each.getModifiers().contains(Modifier.PUBLIC)) {
				return name + " is not public, so Lambda cannot use it.";
			}
		}
		if (method != null) {
			return methodProblem(type, method);
		}
		String unusable = instanceProblem(type);
		if (unusable != null) {
			return unusable;
		}
		if (inherits(type, SDK + "RequestStreamHandler") != null) {
			return null;
		}
		DeclaredType handler = inherits(type, SDK + "RequestHandler");
		if (handler == null) {
			return name + " implements neither RequestHandler nor RequestStreamHandler, so Lambda does not know which"
					+ " method to call.";
		}
		boolean concrete = handler.getTypeArguments().size() == 2
				&& handler.getTypeArguments().stream().noneMatch((argument) -> argument instanceof TypeVariable);
		return concrete ? null : name + " does not say which types it takes and returns: write RequestHandler<In, Out>"
				+ " with both of them.";
	}

	private String instanceProblem(TypeElement type) {
		String name = "The handler class " + type.getQualifiedName();
		if (type.getKind() == ElementKind.INTERFACE || type.getModifiers().contains(Modifier.ABSTRACT)) {
			return name + " is abstract, so Lambda cannot make an instance of it.";
		}
		if (type.getEnclosingElement() instanceof TypeElement && !type.getModifiers().contains(Modifier.STATIC)) {
			return name + " is an inner class: make it static, or a class of its own.";
		}
		boolean constructor = ElementFilter.constructorsIn(type.getEnclosedElements())
			.stream()
			.anyMatch((each) -> each.getParameters().isEmpty() && each.getModifiers().contains(Modifier.PUBLIC));
		return constructor ? null
				: name + " has no public constructor without parameters, so Lambda cannot make an instance of it.";
	}

	private String methodProblem(TypeElement type, String method) {
		List<ExecutableElement> named = ElementFilter.methodsIn(this.task.getElements().getAllMembers(type))
			.stream()
			.filter((each) -> each.getSimpleName().contentEquals(method))
			.toList();
		if (named.isEmpty()) {
			return "The handler class " + type.getQualifiedName() + " has no method " + method + ".";
		}
		List<ExecutableElement> open = named.stream()
			.filter((each) -> each.getModifiers().contains(Modifier.PUBLIC))
			.toList();
		if (open.isEmpty()) {
			return "The handler method " + method + " is not public, so Lambda cannot call it.";
		}
		List<ExecutableElement> usable = open.stream().filter(this::isHandler).toList();
		if (usable.isEmpty()) {
			return "The handler method " + method + " has parameters that Lambda cannot fill. It takes an event, or a"
					+ " Context, or both in this order, or an InputStream and an OutputStream and a Context.";
		}
		boolean isStatic = usable.stream().allMatch((each) -> each.getModifiers().contains(Modifier.STATIC));
		return isStatic ? null : instanceProblem(type);
	}

	private boolean isHandler(ExecutableElement method) {
		List<String> types = method.getParameters().stream().map(HandlerRules::kind).toList();
		return switch (types.size()) {
			case 0, 1 -> true;
			case 2 -> types.equals(List.of("in", "out"))
					|| (types.get(1).equals("context") && !types.get(0).equals("context"));
			case 3 -> types.equals(List.of("in", "out", "context"));
			default -> false;
		};
	}

	private static String kind(VariableElement parameter) {
		return switch (parameter.asType().toString()) {
			case "java.io.InputStream" -> "in";
			case "java.io.OutputStream" -> "out";
			case SDK + "Context" -> "context";
			default -> "event";
		};
	}

	/** Find an interface among all supertypes, with its type arguments. */
	private DeclaredType inherits(TypeElement type, String name) {
		List<TypeMirror> open = new ArrayList<>(List.of(type.asType()));
		while (!open.isEmpty()) {
			TypeMirror next = open.removeFirst();
			if (next.getKind() == TypeKind.DECLARED && next instanceof DeclaredType found
					&& ((TypeElement) found.asElement()).getQualifiedName().contentEquals(name)) {
				return found;
			}
			open.addAll(this.task.getTypes().directSupertypes(next));
		}
		return null;
	}

}
