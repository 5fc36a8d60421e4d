package org.mobiletoken.charts;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A PromQL expression, as far as the names in it matter. */
record Expression(String text) {
    private static final Pattern SELECTOR = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_:]*)\\{([^}]*)}");
    private static final Pattern MATCHER = Pattern.compile("([a-z_]+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");
    private static final Pattern NAMED = Pattern.compile("\\{\\{([a-zA-Z_]+)}}");
    private static final Pattern GROUPING = Pattern.compile("(?:by|without)\\s*\\(([^)]*)\\)");

    /** One series that is asked for, with the labels that it is chosen by. */
    record Selector(String series, String chosenBy) {
        Set<String> labels() {
            return MATCHER.matcher(chosenBy)
                    .results()
                    .map(match -> match.group(1))
                    .collect(Collectors.toSet());
        }
    }

    /** The labels that a legend such as {@code {{app}}, {{cause}}} names. */
    static Set<String> labelsOfLegend(String legend) {
        return NAMED.matcher(legend).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    List<Selector> selectors() {
        return SELECTOR.matcher(text)
                .results()
                .map(match -> new Selector(match.group(1), match.group(2)))
                .toList();
    }

    Set<String> groupedBy() {
        return GROUPING.matcher(text)
                .results()
                .flatMap(match -> Stream.of(match.group(1).split(",")))
                .map(String::strip)
                .collect(Collectors.toSet());
    }
}
