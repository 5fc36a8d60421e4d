package org.mobiletoken.operations.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;

/** The SHA-256 of a text, in hexadecimal. */
public final class Hashes {
    private Hashes() {}

    public static String of(String text) {
        return HexFormat.of().formatHex(Sha256.begin().digest(text.getBytes(UTF_8)));
    }
}
