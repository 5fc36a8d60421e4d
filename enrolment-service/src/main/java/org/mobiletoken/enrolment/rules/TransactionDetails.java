package org.mobiletoken.enrolment.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Exactly what the customer approves: kind, amount, currency and payee of a transaction; the amount has two decimal places. */
public record TransactionDetails(String type, BigDecimal amount, String currency, String payee) {

    public TransactionDetails {
        if (amount.stripTrailingZeros().scale() > 2) {
            throw new IllegalArgumentException("An amount has at most two decimal places");
        }
        amount = amount.setScale(2, RoundingMode.UNNECESSARY);
    }

    /** Base64url SHA-256 of the parts in their order, joined by line feeds. */
    public String hash() {
        String canonical = String.join("\n", type, amount.toPlainString(), currency, payee);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java platform has no SHA-256", e);
        }
    }
}
