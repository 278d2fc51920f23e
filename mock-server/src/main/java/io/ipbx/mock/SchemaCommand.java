package io.ipbx.mock;

import io.ipbx.mock.config.ConfigSchema;
import picocli.CommandLine.Model.CommandSpec;

/** The subcommand that prints the schema of the configuration. */
final class SchemaCommand implements Runnable {

  CommandSpec spec() {
    CommandSpec spec = Commands.of(this, "schema");
    spec.usageMessage().description("Prints the JSON Schema of the configuration, for editors.");
    return spec;
  }

  @Override
  public void run() {
    System.out.println(ConfigSchema.json().encodePrettily());
  }
}
