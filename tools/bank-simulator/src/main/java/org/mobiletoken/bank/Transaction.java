package org.mobiletoken.bank;

import java.math.BigDecimal;
import org.mobiletoken.device.DetailsHash;

/** A high-risk transaction as customer, phone and executing system must name it alike; the amount has two decimals. */
public record Transaction(String type, String amount, String currency, String payee) {
    /** What the phone shows to the customer and signs. */
    public String detailsHash() {
        return DetailsHash.of(type, new BigDecimal(amount), currency, payee);
    }
}
