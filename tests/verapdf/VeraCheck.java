import java.io.File;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Validates PDF files with veraPDF's rules: VeraCheck FLAVOUR,... FILE...
 *
 * <p>Prints one line for each rule that a file breaks: file, flavour, clause and test, message and place, between tabs.
 * The veraPDF classes come without their own loader of profiles, so the XML is read here.
 */
public final class VeraCheck {
  private static final Map<String, String> PROFILES =
      Map.of("2a", "PDFA-2A", "2b", "PDFA-2B", "2u", "PDFA-2U", "3a", "PDFA-3A", "ua1", "PDFUA-1");
  private static final int FAILURES_KEPT = 5000;

  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    for (String name : arguments[0].split(",")) {
      ValidationProfile profile = profile(name);
      for (int i = 1; i < arguments.length; i++) {
        check(arguments[i], name, profile);
      }
    }
  }

  private static void check(String file, String name, ValidationProfile profile) throws Exception {
    PDFAFlavour flavour = profile.getPDFAFlavour();
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(profile, FAILURES_KEPT, false, true, false)) {
      ValidationResult result = validator.validate(parser);
      Set<String> seen = new HashSet<>();
      for (TestAssertion test : result.getTestAssertions()) {
        String rule = test.getRuleId().getClause() + "-" + test.getRuleId().getTestNumber();
        if (test.getStatus() == TestAssertion.Status.FAILED && seen.add(rule)) {
          String place = test.getLocation().getContext();
          System.out.println(String.join("\t", file, name, rule, test.getMessage().replaceAll("\\s+", " "), place));
        }
      }
    }
  }

  private static ValidationProfile profile(String name) throws Exception {
    Element root = document("org/verapdf/pdfa/validation/" + PROFILES.get(name) + ".xml").getDocumentElement();
    Set<Rule> rules = new HashSet<>();
    for (Element rule : elements(root, "rule")) {
      rules.add(rule(rule));
    }
    Set<Variable> variables = new HashSet<>();
    for (Element variable : elements(root, "variable")) {
      variables.add(
          Profiles.variableFromValues(
              variable.getAttribute("name"),
              variable.getAttribute("object"),
              text(variable, "defaultValue"),
              text(variable, "value")));
    }
    return Profiles.profileFromValues(
        PDFAFlavour.valueOf(root.getAttribute("flavour")),
        Profiles.profileDetailsFromValues(name, name, "veraPDF", new Date()),
        "",
        rules,
        variables);
  }

  private static Rule rule(Element rule) {
    Element id = elements(rule, "id").get(0);
    List<ErrorArgument> values = new ArrayList<>();
    for (Element value : elements(rule, "argument")) {
      values.add(ErrorArgumentImpl.fromValues(value.getTextContent(), value.getAttribute("name"), null));
    }
    String deferred = rule.getAttribute("deferred");
    return Profiles.ruleFromValues(
        Profiles.ruleIdFromValues(
            PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"),
            Integer.parseInt(id.getAttribute("testNumber"))),
        rule.getAttribute("object"),
        deferred.isEmpty() ? null : Boolean.valueOf(deferred),
        rule.getAttribute("tags"),
        text(rule, "description"),
        text(rule, "test"),
        Profiles.errorFromValues(text(rule, "message"), values),
        new ArrayList<>());
  }

  private static Document document(String resource) throws Exception {
    try (InputStream in = VeraCheck.class.getClassLoader().getResourceAsStream(resource)) {
      return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
    }
  }

  private static List<Element> elements(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static String text(Element parent, String name) {
    List<Element> found = elements(parent, name);
    return found.isEmpty() ? "" : found.get(0).getTextContent();
  }
}
