package io.pinhole.relay;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom; the words are in the architecture section of the relay's README. */
@AnalyzeClasses(packages = "io.pinhole.relay", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.pinhole.relay";

    @ArchTest
    static final ArchRule callsPhotosAndCapturesKnowNoChannelsAndNoSql = noClasses()
            .that()
            .resideInAnyPackage("..relay.call..", "..relay.photo..", "..relay.capture..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.netty.channel..", "io.netty.handler..", "java.sql..", "..relay.net..", "..relay.http..");

    @ArchTest
    static final ArchRule sqlIsTheStoresBusiness = noClasses()
            .that()
            .resideOutsideOfPackage("..relay.store.jdbc..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.sqlite..");

    @ArchTest
    static final ArchRule channelsAreTheBusinessOfPorts = noClasses()
            .that()
            .resideOutsideOfPackages("..relay.net..", "..relay.http..", ROOT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.netty.channel..");

    @ArchTest
    static final ArchRule theApiKnowsNoCallThatRuns = noClasses()
            .that()
            .resideInAPackage("..relay.api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..relay.call..", "..relay.photo..", "..relay.annotation..", "..relay.capture..", "..relay.net..");

    @ArchTest
    static final ArchRule httpKnowsNothingOfWhatPagesSay = noClasses()
            .that()
            .resideInAPackage("..relay.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..relay.api..", "..relay.auth..", "..relay.call..", "..relay.photo..", "..relay.store..");

    @ArchTest
    static final ArchRule onlyMetricsKnowsTheRegistry = noClasses()
            .that()
            .resideOutsideOfPackage("..relay.metrics..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micrometer..", "io.prometheus..");

    @ArchTest
    static final ArchRule onlyTheRootKnowsTheStoresInside = classes()
            .that()
            .resideInAPackage("..relay.store.jdbc..")
            .should()
            .onlyBeAccessed()
            .byAnyPackage("..relay.store.jdbc..", ROOT);

    @ArchTest
    static final ArchRule nothingBelowKnowsWhatWiresItTogether = noClasses()
            .that(resideOutsideOfPackages(ROOT, ROOT + ".cli.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage(ROOT, ROOT + ".cli.."));

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyConfigReadsTheConfigurationLibrary = noClasses()
            .that()
            .resideOutsideOfPackage("..relay.config..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.typesafe.config..");

    /** AWT loads slowly, takes much memory and looks for displays and fonts: one place keeps that in hand. */
    @ArchTest
    static final ArchRule pixelsAreTheFlattenersBusiness = noClasses()
            .that()
            .resideOutsideOfPackage("..relay.capture.picture..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.imageio..", "org.apache.fontbox..", "org.apache.pdfbox..");

    @ArchTest
    static final ArchRule theFlattenerKnowsPixelsAndWidgetsAlone = classes()
            .that()
            .resideInAPackage("..relay.capture.picture..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "..relay.capture.picture..",
                    "io.pinhole.protocol.widget..",
                    "io.pinhole.protocol.jpeg..",
                    "io.pinhole.protocol.frame..",
                    "java.io..",
                    "java.lang..",
                    "java.nio",
                    "java.text..",
                    "java.util..",
                    "java.awt..",
                    "javax.imageio..",
                    "org.apache.fontbox..",
                    "org.apache.pdfbox.io..",
                    "org.jspecify..");
}
