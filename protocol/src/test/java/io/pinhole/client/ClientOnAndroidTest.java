package io.pinhole.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What Android does not have, only the desktop package may use. */
@AnalyzeClasses(
        packages = {"io.pinhole.client", "io.pinhole.protocol"},
        importOptions = DoNotIncludeTests.class)
class ClientOnAndroidTest {

    @ArchTest
    static final ArchRule nothingButTheDesktopPackageNeedsADesktop = noClasses()
            .that()
            .resideInAnyPackage("io.pinhole.client..", "io.pinhole.protocol..")
            .and()
            .resideOutsideOfPackage("io.pinhole.client.desktop..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.imageio..", "sun..", "com.sun..");

    /** Else a class of the shared part could reach them by a detour. */
    @ArchTest
    static final ArchRule nothingNeedsTheDesktopPackage = noClasses()
            .that()
            .resideInAnyPackage("io.pinhole.client..", "io.pinhole.protocol..")
            .and()
            .resideOutsideOfPackage("io.pinhole.client.desktop..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.pinhole.client.desktop..");
}
