package org.mobiletoken.charts;

import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.Map;
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
        return Sources.properties(
                Manifests.of(example).get(ConfigMap.class, configMap).getData().get("application.properties"));
    }
}
