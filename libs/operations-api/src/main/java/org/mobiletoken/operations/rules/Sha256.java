package org.mobiletoken.operations.rules;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Begins a SHA-256, which every Java platform has. */
final class Sha256 {
    private Sha256() {}

    static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
