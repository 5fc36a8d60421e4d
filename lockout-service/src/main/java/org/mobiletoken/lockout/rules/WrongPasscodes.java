package org.mobiletoken.lockout.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The wrong passcodes that still count towards a permanent freeze: each for the whole window, and not at its end. */
public record WrongPasscodes(List<Instant> at) {

    public static final WrongPasscodes NONE = new WrongPasscodes(List.of());

    public WrongPasscodes {
        at = List.copyOf(at);
    }

    int count(Instant now, Duration window) {
        return within(now, window).at.size();
    }

    WrongPasscodes plus(Instant now, Duration window) {
        return new WrongPasscodes(
                Stream.concat(within(now, window).at.stream(), Stream.of(now)).toList());
    }

    private WrongPasscodes within(Instant now, Duration window) {
        return new WrongPasscodes(
                at.stream().filter(entry -> now.isBefore(entry.plus(window))).toList());
    }
}
