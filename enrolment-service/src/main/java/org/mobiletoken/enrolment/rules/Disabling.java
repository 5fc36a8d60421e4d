package org.mobiletoken.enrolment.rules;

import java.util.List;

/** Disabling needs a live token in the app that asks; it ends the credential and so every app of the device. */
public sealed interface Disabling {

    /** @param linked the other apps' tokens, which have ended as well and are told so by their own events */
    record Ends(Token own, List<Token> linked) implements Disabling {}

    record NotEnabled() implements Disabling {}

    static Disabling decide(String app, List<Token> live) {
        return live.stream()
                .filter(token -> token.app().equals(app))
                .findFirst()
                .<Disabling>map(own -> new Ends(
                        own, live.stream().filter(token -> token != own).toList()))
                .orElseGet(NotEnabled::new);
    }
}
