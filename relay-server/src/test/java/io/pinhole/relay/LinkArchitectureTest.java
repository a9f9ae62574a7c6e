package io.pinhole.relay;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The link goes by monotonic clocks alone: whatever becomes of the time of day, no call notices. */
@AnalyzeClasses(packages = "io.pinhole.protocol.link", importOptions = DoNotIncludeTests.class)
class LinkArchitectureTest {

    @ArchTest
    static final ArchRule theLinkDoesNotKnowTheTimeOfDay =
            noClasses().should().callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule theLinkKnowsNoDates = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                    "java\\.time\\.(Instant|Clock|LocalDateTime|ZonedDateTime|OffsetDateTime)|java\\.util\\.(Date|Calendar)");
}
