package org.mobiletoken.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mobiletoken.charts.DeclaredSettings.Setting;

/** The page of settings has every setting that the services read, as the source declares and documents it. */
class SettingsPageTest {
    private static final Path PAGE = Charts.REPOSITORY.resolve("docs/operations/settings.md");
    private static final Path MADE = Charts.REPOSITORY.resolve("tests/charts/target/settings.md");
    private static final String BEGIN = "<!-- settings -->\n";
    private static final String END = "<!-- /settings -->\n";
    private static final List<String> OF_EVERY_SERVICE =
            List.of("libs/http-api", "libs/event-delivery", "libs/operations-api");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(mobile-token\\.[a-z.-]+)[:}]");

    @Test
    void the_table_is_what_the_source_says() throws IOException {
        String page = Files.readString(PAGE);
        String made = page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
                + String.join("\n", table())
                + "\n"
                + page.substring(page.indexOf(END));
        Files.createDirectories(MADE.getParent());
        Files.writeString(MADE, made);

        assertThat(MADE)
                .as("Settings have changed: copy tests/charts/target/settings.md to docs/operations")
                .hasSameTextualContentAs(PAGE);
    }

    @Test
    void every_setting_is_documented_in_its_source() {
        assertThat(Stream.concat(OF_EVERY_SERVICE.stream(), Charts.services())
                        .flatMap(module -> DeclaredSettings.of(module).stream()))
                .isNotEmpty()
                .filteredOn(setting ->
                        setting.meaning().isBlank() || setting.meaning().startsWith(" ("))
                .extracting(Setting::name)
                .isEmpty();
    }

    @Test
    void settings_that_are_declared_nowhere_are_on_the_page_as_well() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(Charts.services()
                        .flatMap(service ->
                                Stream.concat(Sources.of(service), Sources.settings(service).values().stream()))
                        .flatMap(text -> REFERENCE.matcher(text).results())
                        .map(match -> "| `" + match.group(1) + "` |"))
                .isNotEmpty()
                .allMatch(page::contains);
    }

    private static List<String> table() {
        var table = new ArrayList<>(List.of("| setting | service | default | meaning |", "|---|---|---|---|"));
        OF_EVERY_SERVICE.forEach(library -> table.addAll(rows(library, "every")));
        Charts.SERVICES.forEach(service -> table.addAll(rows(service, service)));
        return table;
    }

    private static List<String> rows(String module, String service) {
        Map<String, String> built = Sources.settings(module);
        return DeclaredSettings.of(module).stream()
                .sorted(Comparator.comparing(Setting::name))
                .map(setting -> "| `%s` | %s | %s | %s |"
                        .formatted(setting.name(), service, standard(setting, built), setting.meaning()))
                .toList();
    }

    /** What the service is built with wins over what the declaration says; of a map, for each of the names that it is built with. */
    private static String standard(Setting setting, Map<String, String> built) {
        Pattern name = Pattern.compile(Stream.of(setting.name().split("<name>", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("([^.]+)")));
        String given = new TreeMap<>(built)
                .entrySet().stream()
                        .flatMap(each -> Stream.of(name.matcher(each.getKey()))
                                .filter(Matcher::matches)
                                .map(key -> named(key) + "`" + each.getValue() + "`"))
                        .collect(Collectors.joining(", "));
        String declared =
                setting.standard().map(value -> "`" + value + "`").orElse(setting.needed() ? "**needed**" : "none");
        boolean alsoForOthers = setting.name().contains("<name>") && !declared.equals("none");
        return given.isEmpty() ? declared : alsoForOthers ? given + ", else " + declared : given;
    }

    private static String named(Matcher key) {
        return IntStream.rangeClosed(1, key.groupCount())
                .mapToObj(key::group)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "), names -> names.isEmpty() ? "" : names + ": "));
    }
}
