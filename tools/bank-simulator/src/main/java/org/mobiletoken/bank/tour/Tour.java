package org.mobiletoken.bank.tour;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.mobiletoken.bank.Bank;
import org.mobiletoken.bank.EventLog;
import org.mobiletoken.bank.Person;

/**
 * Plays the six parts of the bank's slide deck against a running demonstration; exits with 0 only if every answer, SMS and event came as the
 * deck says. It may be repeated: each part begins and ends with the branch putting its customer back to the beginning.
 */
public final class Tour {
    private static final List<Part> PARTS = List.of(
            new EnableInvestment(),
            new SynchroniseToInvestment(),
            new SynchroniseToMobileBanking(),
            new DisableInMobileBanking(),
            new DisableInInvestment(),
            new FreezeAndUnfreeze());

    private final Bank bank;
    private final Script script;

    Tour(Bank bank, Script script) {
        this.bank = bank;
        this.script = script;
    }

    /** The argument is the file of addresses that the local stack writes. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path endpoints = Path.of(arguments.length == 1 ? arguments[0] : "target/local-stack/endpoints.json");
        if (!Files.exists(endpoints)) {
            out.println("No demonstration is running: " + endpoints + " is missing. Start one with: make demo");
            System.exit(1);
        }
        System.exit(isAsTheDeckSays(endpoints, new Script(out)) ? 0 : 1);
    }

    private static boolean isAsTheDeckSays(Path endpoints, Script script) {
        try {
            return new Tour(Bank.around(endpoints), script).play();
        } catch (AssertionError | RuntimeException e) {
            script.title("The demonstration in " + endpoints + " does not answer.");
            script.failure(e);
            return false;
        }
    }

    boolean play() {
        try (EventLog events = bank.openEventLog()) {
            for (Part part : PARTS) {
                script.title(part.title());
                if (!play(part, events)) {
                    script.title("The tour ended early: not everything came out as the deck says.");
                    return false;
                }
            }
        }
        script.title("All six parts came out as the deck says, in %d lines. The demo clock is now %d hours ahead."
                .formatted(script.lines(), bank.clock().ahead().toHours()));
        return true;
    }

    private boolean play(Part part, EventLog events) {
        try {
            Reset reset = new Reset(bank.branch());
            Person person = bank.person(part.user(), "Pixel 12", script);
            String customerId = person.customer().id();
            reset.customer(customerId);
            try {
                part.play(new Stage(bank, events, person, reset, script));
            } finally {
                reset.customer(customerId);
            }
            return true;
        } catch (AssertionError | RuntimeException e) {
            script.failure(e);
            return false;
        }
    }
}
