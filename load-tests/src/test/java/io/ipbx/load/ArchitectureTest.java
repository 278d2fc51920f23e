package io.ipbx.load;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of the house; docs/architecture.md says them in words. */
@AnalyzeClasses(packages = "io.ipbx", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule the_mock_is_an_independent_witness =
      noClasses()
          .that()
          .resideInAPackage("io.ipbx.mock..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.ipbx.sdk..", "io.ipbx.load..");

  @ArchTest
  static final ArchRule the_sdk_stands_alone =
      noClasses()
          .that()
          .resideInAPackage("io.ipbx.sdk..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.ipbx.mock..", "io.ipbx.load..");

  @ArchTest
  static final ArchRule load_tests_use_the_public_sides_only =
      noClasses()
          .that()
          .resideInAPackage("io.ipbx.load..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.ipbx.sdk..impl..",
              "io.ipbx.mock.impl..",
              "io.ipbx.mock.auth..",
              "io.ipbx.mock.http..",
              "io.ipbx.mock.pbx..",
              "io.ipbx.mock.rest..",
              "io.ipbx.mock.wire..",
              "io.ipbx.mock.journal..",
              "io.ipbx.mock.state..",
              "io.ipbx.mock.fault..",
              "io.ipbx.mock.remote..");

  @ArchTest
  static final ArchRule the_token_engine_knows_nothing_of_the_api =
      noClasses()
          .that()
          .resideInAPackage("io.ipbx.sdk.auth..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.ipbx.sdk.impl..", "io.ipbx.sdk.pbx..");

  @ArchTest
  static final ArchRule the_groups_know_requests_and_nothing_below =
      noClasses()
          .that()
          .resideInAPackage("io.ipbx.sdk.pbx..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.ipbx.sdk.impl..", "io.ipbx.sdk.auth..");

  @ArchTest
  static final ArchRule the_mocks_auth_server_knows_nothing_of_the_apis =
      noClasses()
          .that()
          .resideInAPackage("io.ipbx.mock.auth..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.ipbx.mock.http..", "io.ipbx.mock.pbx..", "io.ipbx.mock.rest..");

  @ArchTest
  static final ArchRule the_mocks_packages_stand_in_layers =
      slices().matching("io.ipbx.mock.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nothing_static_can_change =
      fields()
          .that()
          .areStatic()
          .and()
          .areDeclaredInClassesThat()
          .haveSimpleNameNotContaining("$")
          .should()
          .beFinal();

  @ArchTest
  static final ArchRule no_event_loop_waits_for_a_future =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.ipbx.sdk..",
              "io.ipbx.mock.auth..",
              "io.ipbx.mock.http..",
              "io.ipbx.mock.pbx..",
              "io.ipbx.mock.rest..")
          .should()
          .callMethod(io.vertx.core.Future.class, "await");

  @ArchTest
  static final ArchRule failures_are_typed =
      classes()
          .that()
          .resideInAPackage("io.ipbx.sdk")
          .and()
          .haveSimpleNameEndingWith("Exception")
          .should()
          .beAssignableTo(io.ipbx.sdk.IpbxException.class);
}
