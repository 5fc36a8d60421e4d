package org.mobiletoken.charts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The README's table of values is what the comments in the library's defaults say. */
class ValuesAreDocumentedTest {
    private static final String COMMENT = "# -- ";

    @Test
    void the_table_in_the_readme_has_every_value_with_its_default() throws IOException {
        String readme = Files.readString(Charts.SOURCE.resolve("README.md"));

        assertThat(readme).contains("<!-- values -->\n" + String.join("\n", table()) + "\n<!-- /values -->");
    }

    private static List<String> table() throws IOException {
        JsonNode defaults =
                Yaml.read(Charts.SOURCE.resolve("library/values.yaml")).at("/exports/defaults");
        var table = new ArrayList<>(List.of("| value | default | meaning |", "|---|---|---|"));
        var path = new ArrayDeque<String>();
        String meaning = "";
        for (String line : Files.readAllLines(Charts.SOURCE.resolve("library/values.yaml")).stream()
                .skip(2)
                .toList()) {
            String text = line.strip();
            if (text.startsWith(COMMENT)) {
                meaning = text.substring(COMMENT.length());
                continue;
            }
            int depth = (line.length() - line.stripLeading().length()) / 2 - 2;
            while (path.size() > depth) {
                path.removeLast();
            }
            path.addLast(text.substring(0, text.indexOf(':')));
            JsonNode value = defaults.at("/" + String.join("/", path));
            if (!value.isObject() || value.isEmpty()) {
                assertThat(meaning).as("The comment above %s", path).isNotEmpty();
                table.add("| `" + String.join(".", path) + "` | " + shown(value) + " | " + meaning + " |");
                meaning = "";
            }
        }
        return table;
    }

    private static String shown(JsonNode value) {
        return value.isEmpty() && value.isContainerNode() || value.asText().isEmpty() && value.isTextual()
                ? "none"
                : "`" + value.asText() + "`";
    }
}
