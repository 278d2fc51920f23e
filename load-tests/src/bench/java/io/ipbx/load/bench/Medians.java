package io.ipbx.load.bench;

import java.util.List;

/** What was measured several times. */
record Medians(List<Double> values) {

  Medians(List<Double> values) {
    this.values = values.stream().sorted().toList();
  }

  double median() {
    int size = values.size();
    return (values.get((size - 1) / 2) + values.get(size / 2)) / 2;
  }

  double least() {
    return values.get(0);
  }

  double most() {
    return values.get(values.size() - 1);
  }
}
