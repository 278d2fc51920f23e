package io.ipbx.mock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class NativeMemoryTest {

  @Test
  @EnabledOnOs(OS.LINUX)
  void this_jvm_knows_how_to_give_memory_back() throws Exception {
    assertThat(NativeMemory.trim()).asString().startsWith("Trim native heap");
  }
}
