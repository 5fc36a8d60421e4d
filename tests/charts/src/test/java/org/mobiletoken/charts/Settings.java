package org.mobiletoken.charts;

import io.fabric8.kubernetes.api.model.ConfigMap;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.mobiletoken.charts.Charts.Example;

/** The settings that a chart's ConfigMap hands to the process, as the process reads them. */
final class Settings {
    private Settings() {}

    static Map<String, String> of(Example example) {
        return read(example, example.chart());
    }

    static Map<String, String> ofMigration(Example example) {
        return read(example, example.chart() + "-migration");
    }

    private static Map<String, String> read(Example example, String configMap) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(Manifests.of(example)
                    .get(ConfigMap.class, configMap)
                    .getData()
                    .get("application.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }
}
