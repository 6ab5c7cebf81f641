package org.gradus.jobs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.gradus.jobs.driver.Command;
import org.gradus.jobs.driver.Step;
import org.junit.Test;

/** What may know what: the modules, the step packages, and habits that have been left behind. */
public class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.gradus");

  @Test
  public void modelKnowsTheJdkAndMath3Only() {
    classes()
        .that()
        .resideInAPackage("org.gradus.model..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("org.gradus.model..", "java..", "org.apache.commons.math3..")
        .check(CLASSES);
  }

  @Test
  public void ioDoesNotKnowJobs() {
    noClasses()
        .that()
        .resideInAPackage("org.gradus.io..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.gradus.jobs..")
        .check(CLASSES);
  }

  @Test
  public void stepPackagesDoNotKnowEachOther() {
    slices()
        .matching("org.gradus.jobs.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(any(), shared())
        .check(CLASSES);
  }

  @Test
  public void whatStepsShareDoesNotKnowThem() {
    noClasses()
        .that()
        .resideInAnyPackage("org.gradus.jobs.driver..", "org.gradus.jobs.cli..")
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "are of a step",
                type ->
                    type.getPackageName().startsWith("org.gradus.jobs.")
                        && !type.getPackageName().matches("org\\.gradus\\.jobs\\.(driver|cli).*")))
        .check(CLASSES);
  }

  private static DescribedPredicate<JavaClass> any() {
    return DescribedPredicate.alwaysTrue();
  }

  private static DescribedPredicate<JavaClass> shared() {
    return JavaClass.Predicates.resideInAnyPackage(
        "org.gradus.jobs.driver..", "org.gradus.jobs.examples..", "org.gradus.jobs.page..");
  }

  @Test
  public void noPackagesInACircle() {
    slices().matching("org.gradus.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  public void stepsAndCommandsAreNamedAsSuch() {
    classes()
        .that()
        .implement(Step.class)
        .should()
        .haveSimpleNameEndingWith("Step")
        .andShould()
        .haveModifier(JavaModifier.FINAL)
        .check(CLASSES);
    classes()
        .that()
        .implement(Command.class)
        .should()
        .haveSimpleNameEndingWith("Command")
        .check(CLASSES);
  }

  @Test
  public void nothingStaticChanges() {
    fields().that().areStatic().should().beFinal().check(CLASSES);
  }

  @Test
  public void onlyTheMainClassEndsTheProcess() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.gradus.jobs.cli.Gradus")
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
  }
}
