package org.mobiletoken.tokenctl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Prints results as a table for people or as JSON for programs. */
final class Output {
    /** How results are printed. */
    enum Format {
        table,
        json
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOTHING = "-";

    private final Format format;
    private final PrintWriter out;

    Output(Format format, PrintWriter out) {
        this.format = format;
        this.out = out;
    }

    /** The result as JSON, or these rows of it under these headings, or a sentence if there are none. */
    void print(JsonNode result, List<String> headings, List<List<String>> rows, String ifNone) {
        if (format == Format.json) {
            out.println(result.toPrettyString());
        } else if (rows.isEmpty()) {
            out.println(ifNone);
        } else {
            table(headings, rows);
        }
        out.flush();
    }

    /** The result as JSON, or this sentence. */
    void say(JsonNode result, String sentence) {
        out.println(format == Format.json ? result.toPrettyString() : sentence);
        out.flush();
    }

    /** What was made, as it is, in whichever format. */
    void line(String made) {
        out.println(made);
        out.flush();
    }

    /** A line for people only. */
    void remark(String sentence) {
        if (format == Format.table) {
            out.println(sentence);
            out.flush();
        }
    }

    static String text(JsonNode from, String member) {
        JsonNode value = from.path(member);
        return value.isMissingNode() || value.isNull() || value.asText().isEmpty() ? NOTHING : value.asText();
    }

    /** A row of each entry: these members of it. */
    static List<List<String>> rows(JsonNode entries, String... members) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode entry : entries) {
            rows.add(Stream.of(members).map(member -> text(entry, member)).toList());
        }
        return rows;
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void table(List<String> headings, List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>(List.of(headings));
        all.addAll(rows);
        int[] widths = new int[headings.size()];
        for (List<String> row : all) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : all) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
