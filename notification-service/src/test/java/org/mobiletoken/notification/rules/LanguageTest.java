package org.mobiletoken.notification.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguageTest {

    @Test
    void a_language_is_known_by_its_tag_and_any_other_reads_traditional_chinese() {
        for (Language language : Language.values()) {
            assertThat(Language.of(language.tag())).isEqualTo(language);
        }
        assertThat(Language.of("fr")).isEqualTo(Language.TRADITIONAL_CHINESE);
        assertThat(Language.of(null)).isEqualTo(Language.TRADITIONAL_CHINESE);
    }
}
