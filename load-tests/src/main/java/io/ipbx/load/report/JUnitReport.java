package io.ipbx.load.report;

import io.ipbx.load.result.Check;
import io.ipbx.load.result.ResultFile;
import io.ipbx.load.result.RunResult;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A test suite for each run and a test case for each check, as build servers read them. */
public final class JUnitReport {

  private JUnitReport() {}

  public static void write(ResultFile results, Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
      xml.writeStartDocument();
      xml.writeStartElement("testsuites");
      for (RunResult run : results.deciding()) {
        suite(xml, run);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException broken) {
      throw new IOException("cannot write " + file, broken);
    }
  }

  private static void suite(XMLStreamWriter xml, RunResult run) throws XMLStreamException {
    String name = run.scenario() + "." + run.client();
    long failures = run.checks().stream().filter(check -> !check.passed()).count();
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", name);
    xml.writeAttribute("tests", Integer.toString(run.checks().size()));
    xml.writeAttribute("failures", Long.toString(failures));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("skipped", "0");
    xml.writeAttribute("timestamp", run.started());
    xml.writeAttribute("time", String.format(Locale.ROOT, "%.3f", run.tookMillis() / 1000));
    for (Check check : run.checks()) {
      testCase(xml, name, check);
    }
    xml.writeEndElement();
  }

  private static void testCase(XMLStreamWriter xml, String suite, Check check)
      throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", suite);
    xml.writeAttribute("name", check.name());
    xml.writeAttribute("time", "0");
    if (!check.passed()) {
      xml.writeStartElement("failure");
      xml.writeAttribute("message", "wanted " + check.wanted() + ", seen " + check.seen());
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }
}
