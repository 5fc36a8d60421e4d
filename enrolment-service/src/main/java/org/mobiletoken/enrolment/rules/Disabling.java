package org.mobiletoken.enrolment.rules;

import java.util.List;

/** Disabling needs a live token in the app that asks; it ends the credential and so every app of the device. */
public sealed interface Disabling {

    record Ends(Token own) implements Disabling {}

    record NotEnabled() implements Disabling {}

    static Disabling decide(String app, List<Token> live) {
        return live.stream()
                .filter(token -> token.app().equals(app))
                .findFirst()
                .<Disabling>map(Ends::new)
                .orElseGet(NotEnabled::new);
    }
}
