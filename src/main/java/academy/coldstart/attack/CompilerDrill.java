package academy.coldstart.attack;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.SortedMap;
import java.util.TreeMap;

import academy.coldstart.execution.JavaCompilation;
import academy.coldstart.execution.JavaCompiler;
import academy.coldstart.execution.JavaSources;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Hands in an annotation processor, which compilers run unless they are told not to.
 */
@Component
final class CompilerDrill implements Drill {

	private static final String SERVICE = "META-INF/services/javax.annotation.processing.Processor";

	private final ObjectProvider<JavaCompiler> compiler;

	CompilerDrill(ObjectProvider<JavaCompiler> compiler) {
		this.compiler = compiler;
	}

	@Override
	public String name() {
		return "compiler";
	}

	@Override
	public Finding run(AttackCase attack, Site site) throws Exception {
		ProgramLanguage java = ProgramLanguage.JAVA;
		JavaCompiler javac = this.compiler.getObject();
		if (javac.unavailable(java.runtime()).isPresent()) {
			return Finding.skipped(javac.unavailable(java.runtime()).get());
		}
		SortedMap<String, byte[]> files = new TreeMap<>();
		files.put(java.entry(), Files.readAllBytes(attack.file("Handler.java")));
		files.put("attack/Processor.java", Files.readAllBytes(attack.file("Processor.java")));
		files.put(SERVICE, "attack.Processor\n".getBytes(StandardCharsets.UTF_8));
		return switch (javac.compile(new JavaSources(files, java.runtime(), java.handler()))) {
			case JavaCompilation.Compiled compiled when compiled.classes().containsKey("attack/Processor.class") ->
				attack.asExpected("the processor was compiled, and was not run");
			case JavaCompilation.Compiled ignored -> Finding.escaped("the processor is missing among the classes");
			case JavaCompilation.Refused refused ->
				Finding.escaped("the compilation ended with " + refused.kind() + ": " + refused.message());
		};
	}

}
