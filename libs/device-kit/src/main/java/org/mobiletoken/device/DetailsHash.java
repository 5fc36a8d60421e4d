package org.mobiletoken.device;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/** The base64url SHA-256 of a transaction's details, which the customer approves with a proof. */
public final class DetailsHash {
    private DetailsHash() {}

    /** Amounts are written with two decimal places; one that needs more is refused. */
    public static String of(String type, BigDecimal amount, String currency, String payee) {
        String canonical = String.join(
                "\n", type, amount.setScale(2, RoundingMode.UNNECESSARY).toPlainString(), currency, payee);
        return Sha256.base64Url(canonical.getBytes(StandardCharsets.UTF_8));
    }
}
