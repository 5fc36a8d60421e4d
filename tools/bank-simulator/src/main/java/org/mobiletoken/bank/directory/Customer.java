package org.mobiletoken.bank.directory;

import java.time.Instant;

/** An invented customer as the bank's core system knows one; the number is in international form, e.g. +85291234567. */
public record Customer(
        String id, Hkid hkid, String mobileNumber, Instant mobileNumberChangedAt, String email, String language) {

    @Override
    public String toString() {
        return "customer " + id;
    }
}
