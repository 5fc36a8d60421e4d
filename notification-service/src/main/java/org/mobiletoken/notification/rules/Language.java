package org.mobiletoken.notification.rules;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The languages of the messages; a customer whose language is not among them reads Traditional Chinese. */
public enum Language {
    TRADITIONAL_CHINESE("zh-HK"),
    SIMPLIFIED_CHINESE("zh-CN"),
    ENGLISH("en");

    /** What is read by a customer whose own language is not at hand. */
    public static final Language ELSE = TRADITIONAL_CHINESE;

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    public String tag() {
        return tag;
    }

    public static Language of(@Nullable String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equals(tag))
                .findFirst()
                .orElse(ELSE);
    }
}
