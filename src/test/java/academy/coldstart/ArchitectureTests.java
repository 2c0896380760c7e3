package academy.coldstart;

import java.io.File;
import java.net.URL;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

@AnalyzeClasses(packagesOf = ColdstartApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	private static final DescribedPredicate<JavaClass> PACKAGE_INFO = DescribedPredicate.describe("package-info",
			(type) -> type.getSimpleName().equals("package-info"));

	@ArchTest
	final ArchRule gradersAreWrittenWithoutSpring = noClasses().that()
		.resideInAnyPackage("academy.coldstart.authorization..", "academy.coldstart.fault..",
				"academy.coldstart.grader..", "academy.coldstart.graders..", "academy.coldstart.trace..")
		.and(DescribedPredicate.not(PACKAGE_INFO))
		.should()
		.dependOnClassesThat()
		.resideInAPackage("org.springframework..")
		.because("an author needs only the grader library, the trace, JUnit and the AWS SDK");

	@ArchTest
	final ArchRule controllersAreHidden = classes().that()
		.areAnnotatedWith(Controller.class)
		.or()
		.areAnnotatedWith(RestController.class)
		.should()
		.bePackagePrivate()
		.andShould()
		.resideInAnyPackage("..web..", "academy.coldstart.ui..")
		.allowEmptyShould(true)
		.because("pages are composed by address, not by injecting controllers");

	@ArchTest
	final ArchRule namesSayWhatATypeIs = noClasses().should()
		.haveSimpleNameEndingWith("Impl")
		.orShould()
		.haveSimpleNameEndingWith("Utils")
		.orShould()
		.haveSimpleNameEndingWith("Util")
		.orShould()
		.haveSimpleNameEndingWith("Helper")
		.orShould()
		.haveSimpleNameEndingWith("DTO")
		.because("a type is named by what distinguishes it");

	@ArchTest
	final ArchRule onlyTheProcessModuleStartsProcesses = noClasses().that()
		.resideOutsideOfPackage("academy.coldstart.process..")
		.should()
		.dependOnClassesThat()
		.areAssignableTo(ProcessBuilder.class)
		.because("every child gets a clean environment and is started by the permanent thread");

	@ArchTest
	final ArchRule fewReachOtherAddresses = noClasses().that()
		.resideOutsideOfPackages("academy.coldstart.attack..", "academy.coldstart.bench..",
				"academy.coldstart.engine.fleet..", "academy.coldstart.engine.installation..",
				"academy.coldstart.grader..", "academy.coldstart.grading.deployment..", "academy.coldstart.recording..")
		.should()
		.dependOnClassesThat()
		.haveFullyQualifiedName("java.net.http.HttpClient")
		.orShould()
		.dependOnClassesThat()
		.haveFullyQualifiedName("java.net.URLConnection")
		.orShould()
		.callMethod(URL.class, "openStream")
		.orShould()
		.callMethod(URL.class, "openConnection")
		.orShould()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.web.client..", "org.eclipse.jetty.client..", "org.apache.hc..")
		.because("no address that a learner names is ever asked: these ask engines of their own and configured hosts");

	@ArchTest
	final ArchRule apisSpeakOfPaths = methods().that()
		.arePublic()
		.should()
		.notHaveRawReturnType(File.class)
		.because("paths are java.nio.file.Path");

	@ArchTest
	final ArchRule lettersChangeCaseWithALocale = noClasses().should()
		.callMethod(String.class, "toLowerCase")
		.orShould()
		.callMethod(String.class, "toUpperCase")
		.because("the machine's language must not change behavior");

	@ArchTest
	final ArchRule onlyCommandsPrint = noClasses().that()
		.resideOutsideOfPackages("academy.coldstart.command..", "academy.coldstart")
		.should()
		.accessField(System.class, "out")
		.orShould()
		.accessField(System.class, "err")
		.because("everything else logs or returns what it has to say");

}
