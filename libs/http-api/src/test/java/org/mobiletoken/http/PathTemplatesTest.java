package org.mobiletoken.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTemplatesTest {
    private final PathTemplates templates = new PathTemplates(
            List.of("/v1/reports", "/v1/reports/{id}", "/v1/reports//newest", "v1/customers/{id}/tokens/"));

    @ParameterizedTest
    @CsvSource({
        "/v1/reports, /v1/reports",
        "/v1/reports/, /v1/reports",
        "/v1/reports/4711, /v1/reports/{id}",
        "/v1/customers/12/tokens, /v1/customers/{id}/tokens"
    })
    void an_address_is_counted_under_its_template(String path, String template) {
        assertThat(templates.of(path)).isEqualTo(template);
    }

    @Test
    void of_two_templates_that_fit_the_one_that_leaves_less_open_counts() {
        assertThat(templates.of("/v1/reports/newest")).isEqualTo("/v1/reports/newest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "", "/v1", "/v1/customers/12", "/v1/customers/12/tokens/3", "/admin/12"})
    void every_address_without_a_template_counts_as_the_same(String path) {
        assertThat(templates.of(path)).isEqualTo(PathTemplates.OTHER);
    }
}
