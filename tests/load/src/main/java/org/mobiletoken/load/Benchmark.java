package org.mobiletoken.load;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Every benchmark, by the name under which it is run and reported. */
enum Benchmark {
    START_UP("start-up", StartUps::new, true),
    LOCKOUT("lockout", LockoutPairs::new, true),
    LOGIN_BIOMETRIC("login-biometric", BiometricLogins::new, true),
    LOGIN_PASSCODE("login-passcode", PasscodeLogins::new, true),
    STATUS("status", StatusLoad::new, true),
    ENROLMENT("enrolment", EnrolmentLoad::new, true),
    SYNC("sync", SyncLoad::new, true),
    OTP("otp", OtpLoad::new, true),
    RELAY("relay", RelayLoad::new, true),
    DISABLE_CASCADE("disable-cascade", DisableCascade::new, true),
    FREEZE("freeze", FreezeLoad::new, true),
    GROWTH("growth", Growth::new, false),
    REBUILD("rebuild", RebuildLoad::new, false),
    REPLAY("replay", ReplayLoad::new, false),
    GUESS_RACE("guess-race", GuessRace::new, false),
    SMSC_RESTARTS("smsc-restarts", SmscRestarts::new, false);

    private final String text;
    private final Supplier<Scenario> scenario;
    private final boolean among;

    /** @param among whether it is run among all others, or only by name */
    Benchmark(String text, Supplier<Scenario> scenario, boolean among) {
        this.text = text;
        this.scenario = scenario;
        this.among = among;
    }

    String text() {
        return text;
    }

    Scenario scenario() {
        return scenario.get();
    }

    /** The one of that name; without a name, all that are not run by name only. */
    static List<Benchmark> chosen(String name) {
        List<Benchmark> chosen = Arrays.stream(values())
                .filter(benchmark -> name.isEmpty() ? benchmark.among : benchmark.text.equals(name))
                .toList();
        if (chosen.isEmpty()) {
            throw new Refusal("There is no benchmark " + name + "; there are "
                    + Arrays.stream(values()).map(Benchmark::text).collect(Collectors.joining(", ")) + ".");
        }
        return chosen;
    }
}
