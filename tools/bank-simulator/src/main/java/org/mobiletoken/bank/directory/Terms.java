package org.mobiletoken.bank.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/** The terms in force: one version for every app, and a text of its own for each language. */
@ApplicationScoped
public class Terms {
    private static final Set<String> LANGUAGES = Set.of("zh-HK", "zh-CN", "en");

    private volatile String version = "2026-01";

    void putInForce(String newVersion) {
        version = newVersion;
    }

    Optional<InForce> inForce(String app, String language) {
        if (!LANGUAGES.contains(language)) {
            return Optional.empty();
        }
        String current = version;
        String text = "Terms of the mobile token in %s, %s, version %s".formatted(app, language, current);
        return Optional.of(new InForce(current, "sha256:" + sha256(text)));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java platform has no SHA-256", e);
        }
    }

    public record InForce(String version, String contentHash) {}
}
