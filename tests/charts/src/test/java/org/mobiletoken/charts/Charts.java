package org.mobiletoken.charts;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A copy of the charts with their dependencies in place, made once, as {@code helm dependency update} makes them. */
final class Charts {
    static final List<String> SERVICES =
            List.of("enrolment-service", "lockout-service", "notification-service", "sync-service");

    /** The four in one release. */
    static final String UMBRELLA = "mobile-token";

    static final Path REPOSITORY = repository();
    static final Path SOURCE = REPOSITORY.resolve("deploy/helm");

    /** The version that manifests are rendered for; the charts take any from 1.30 on. */
    private static final String KUBERNETES = "1.34.0";

    private static final String HOOK = "helm.sh/hook";
    private static final String DISGUISED_HOOK = "tests.mobile-token/hook";

    private static final Path COPY = copied();
    private static final Map<Example, String> RENDERED = new ConcurrentHashMap<>();

    private Charts() {}

    /** Values of a chart that stand for a way to run it. */
    record Example(String chart, String name) {
        Path file() {
            return SOURCE.resolve("examples").resolve(chart).resolve(name + ".yaml");
        }

        @Override
        public String toString() {
            return chart + ", " + name;
        }
    }

    static Stream<String> services() {
        return SERVICES.stream();
    }

    static Stream<Example> examples() {
        return SERVICES.stream().flatMap(Charts::examplesOf);
    }

    static Stream<Example> examplesOfUmbrella() {
        return examplesOf(UMBRELLA);
    }

    static Stream<Example> everyExample() {
        return Stream.concat(examples(), examplesOfUmbrella());
    }

    static Stream<Example> examplesOf(String chart) {
        try (Stream<Path> files = Files.list(SOURCE.resolve("examples").resolve(chart))) {
            return files
                    .map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .sorted()
                    .map(name -> new Example(chart, name))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path folder(String chart) {
        return COPY.resolve(chart);
    }

    static String rendered(Example example) {
        return RENDERED.computeIfAbsent(example, each -> render(each.chart(), each.file()));
    }

    /** Renders, or throws with what Helm says. */
    static String render(String chart, Path values) {
        return new Helm(folder(chart))
                .template()
                .withName("mobile-token")
                .withNamespace("mobile-token")
                .withKubeVersion(KUBERNETES)
                .withValuesFile(values)
                .call()
                .replace(DISGUISED_HOOK, HOOK);
    }

    /** A chart of its own whose defaults are the example's values, since lint takes none. */
    static Path withDefaults(Example example) {
        Path folder = COPY.resolve("linted")
                .resolve(example.chart() + "-" + example.name())
                .resolve(example.chart());
        delete(folder);
        copy(folder(example.chart()), folder);
        Path values = folder.resolve("values.yaml");
        Yaml.write(values, Yaml.overlay(Yaml.read(values), Yaml.read(example.file())));
        return folder;
    }

    private static Path copied() {
        Path copy = REPOSITORY.resolve("tests/charts/target/charts");
        delete(copy);
        copy(SOURCE, copy);
        disguiseHooks(copy.resolve("library/templates/_migration.tpl"));
        Stream.concat(SERVICES.stream(), Stream.of(UMBRELLA))
                .forEach(chart -> new Helm(copy.resolve(chart))
                        .dependency()
                        .update()
                        .skipRefresh()
                        .call());
        return copy;
    }

    /** Helm's library leaves hooks out of what it renders, which the command line does not; so they are none until then. */
    private static void disguiseHooks(Path template) {
        try {
            Files.writeString(template, Files.readString(template).replace(HOOK, DISGUISED_HOOK));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path repository() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new IllegalStateException("This is not inside a clone of the repository.");
    }
}
