package org.mobiletoken.lockout.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The diagram of the README is drawn by the rules: every state meets everything that can happen. */
class StateDiagramTest {

    private static final Pattern DIAGRAM = Pattern.compile("```mermaid\n(stateDiagram-v2\n.*?)```", Pattern.DOTALL);

    /** A customer to begin with; what is said of it goes behind the event on the arrow. */
    private record Customer(String said, Lockout state) {}

    private static List<Customer> customers() {
        return List.of(
                new Customer("", open(1, 1)),
                new Customer(" after five in a row", open(5, 5)),
                new Customer(" after seventeen in all", open(0, 17)),
                new Customer(
                        "",
                        new Lockout.FrozenUntil(
                                freeze(), Story.START, Story.START.plus(Duration.ofHours(24)), wrong(6))),
                new Customer("", new Lockout.FrozenForGood(freeze(), Story.START, wrong(18))));
    }

    private static Map<String, Consumer<Story>> events() {
        var events = new LinkedHashMap<String, Consumer<Story>>();
        events.put("right passcode", story -> enter(story, Outcome.ACCEPTED));
        events.put("wrong passcode", story -> enter(story, Outcome.REJECTED));
        events.put("abandoned attempt", StateDiagramTest::abandon);
        events.put("24 hours", story -> story.pass(Duration.ofHours(24)).state());
        events.put("branch", story -> unfreeze(story, WayOut.BRANCH));
        events.put("e-token", story -> unfreeze(story, WayOut.E_TOKEN));
        return events;
    }

    @Test
    void the_diagram_of_the_readme_is_the_one_of_the_code() throws IOException {
        var readme = Files.readString(Path.of("README.md"));

        assertThat(DIAGRAM.matcher(readme).results().map(found -> found.group(1)))
                .containsExactly(diagram());
    }

    private static String diagram() {
        var arrows = new LinkedHashMap<String, LinkedHashSet<String>>();
        for (var customer : customers()) {
            events().forEach((event, happens) -> {
                var story = new Story(LockoutPolicy.BANK, customer.state());
                happens.accept(story);
                if (!story.state().equals(customer.state())) {
                    var labels =
                            arrows.computeIfAbsent(arrow(customer.state(), story.state()), _ -> new LinkedHashSet<>());
                    labels.add(labels.contains(event) ? event : event + customer.said());
                }
            });
        }
        var lines = new ArrayList<>(List.of("stateDiagram-v2", "    [*] --> " + name(Lockout.UNTOUCHED)));
        arrows.forEach((arrow, labels) -> lines.add("    " + arrow + ": " + String.join(", ", labels)));
        return String.join("\n", lines) + "\n";
    }

    private static String arrow(Lockout from, Lockout to) {
        return name(from) + " --> " + name(to);
    }

    private static String name(Lockout state) {
        return state.getClass().getSimpleName();
    }

    private static void enter(Story story, Outcome outcome) {
        if (story.reserve() instanceof Reservation.Granted) {
            story.settle(story.open().getLast().id(), outcome);
        }
    }

    private static void abandon(Story story) {
        if (story.reserve() instanceof Reservation.Granted) {
            story.pass(LockoutPolicy.BANK.attemptTimeout()).state();
        }
    }

    private static void unfreeze(Story story, WayOut way) {
        if (story.state() instanceof Lockout.Frozen frozen) {
            story.unfreeze(frozen.freezeId(), way);
        }
    }

    private static Lockout open(int consecutive, int inAll) {
        return new Lockout.Open(consecutive, wrong(inAll));
    }

    private static WrongPasscodes wrong(int times) {
        return new WrongPasscodes(
                Stream.generate(() -> Story.START).limit(times).toList());
    }

    private static FreezeId freeze() {
        return new FreezeId(new UUID(0, 7));
    }
}
