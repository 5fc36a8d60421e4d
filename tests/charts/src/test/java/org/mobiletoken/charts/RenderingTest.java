package org.mobiletoken.charts;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mobiletoken.charts.Charts.Example;

/** Every chart with every example of its values. */
class RenderingTest {

    @ParameterizedTest
    @MethodSource("org.mobiletoken.charts.Charts#everyExample")
    void strict_lint_has_nothing_to_say(Example example) {
        LintResult result =
                new Helm(Charts.withDefaults(example)).lint().strict().quiet().call();

        assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("org.mobiletoken.charts.Charts#everyExample")
    void kubernetes_knows_every_field(Example example) {
        for (HasMetadata manifest : Manifests.of(example).all()) {
            assertThat(UnknownFields.in(manifest)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("org.mobiletoken.charts.Charts#everyExample")
    void no_manifest_is_rendered_twice(Example example) {
        var seen = new HashSet<String>();
        for (HasMetadata manifest : Manifests.of(example).all()) {
            assertThat(seen.add(
                            manifest.getKind() + "/" + manifest.getMetadata().getName()))
                    .as("%s", manifest.getMetadata().getName())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("org.mobiletoken.charts.Charts#examples")
    void the_manifests_are_those_that_were_reviewed(Example example) throws IOException {
        String golden = example.chart() + "/" + example.name() + ".yaml";
        Path reviewed = Charts.REPOSITORY
                .resolve("tests/charts/src/test/resources/golden")
                .resolve(golden);
        Path rendered = Charts.REPOSITORY.resolve("tests/charts/target/golden").resolve(golden);
        Files.createDirectories(rendered.getParent());
        Files.writeString(rendered, Charts.rendered(example));

        assertThat(rendered)
                .as("If the change is meant, copy tests/charts/target/golden to tests/charts/src/test/resources")
                .hasSameTextualContentAs(reviewed);
    }

    @Test
    void a_field_that_kubernetes_does_not_have_is_noticed() {
        var pod = Yaml.MAPPER.convertValue(
                Yaml.documents("containers: [{name: service, securityContext: {readOnlyRootFileSystem: true}}]")
                        .getFirst(),
                PodSpec.class);

        assertThat(UnknownFields.in(pod))
                .containsExactly("PodSpec.containers[].securityContext.readOnlyRootFileSystem");
    }
}
