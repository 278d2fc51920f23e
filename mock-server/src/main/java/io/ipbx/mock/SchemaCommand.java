package io.ipbx.mock;

import io.ipbx.mock.config.ConfigSchema;
import picocli.CommandLine.Command;

@Command(
    name = "schema",
    description = "Prints the JSON Schema of the configuration, for editors.",
    mixinStandardHelpOptions = true)
final class SchemaCommand implements Runnable {

  @Override
  public void run() {
    System.out.println(ConfigSchema.json().encodePrettily());
  }
}
