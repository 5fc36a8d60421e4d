package org.mobiletoken.charts;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a module of this repository is made of. */
final class Sources {
    private Sources() {}

    /** The text of every class. */
    static Stream<String> of(String module) {
        return files(module).map(Sources::text);
    }

    static Stream<Path> files(String module) {
        try (Stream<Path> files = Files.walk(Charts.REPOSITORY.resolve(module).resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The settings that a service or a library is built with. */
    static Map<String, String> settings(String module) {
        Path resources = Charts.REPOSITORY.resolve(module).resolve("src/main/resources");
        return Stream.of("application.properties", "META-INF/microprofile-config.properties")
                .map(resources::resolve)
                .filter(Files::exists)
                .findFirst()
                .map(file -> properties(text(file)))
                .orElseThrow();
    }

    static Map<String, String> properties(String text) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
