package org.mobiletoken.bank;

/** Hears what a person did and what the platform answered. */
@FunctionalInterface
public interface Narrator {
    Narrator SILENT = (what, answer) -> {};

    void tell(String what, Answer answer);
}
