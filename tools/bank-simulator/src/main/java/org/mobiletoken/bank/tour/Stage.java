package org.mobiletoken.bank.tour;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.mobiletoken.bank.Answer;
import org.mobiletoken.bank.Bank;
import org.mobiletoken.bank.EventLog;
import org.mobiletoken.bank.Person;
import org.mobiletoken.bank.SmsInbox;
import org.mobiletoken.bank.Waiting;

/** Where a part is played: the bank, one customer, and what has to come of each action: answer, events and an SMS. */
final class Stage {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Bank bank;
    private final EventLog events;
    private final Person person;
    private final Reset reset;
    private final Script script;

    private int eventsBefore;
    private Instant messagesBefore = SmsInbox.now();

    Stage(Bank bank, EventLog events, Person person, Reset reset, Script script) {
        this.bank = bank;
        this.events = events;
        this.person = person;
        this.reset = reset;
        this.script = script;
    }

    Bank bank() {
        return bank;
    }

    Person person() {
        return person;
    }

    Reset reset() {
        return reset;
    }

    void tell(String what, Answer answer) {
        script.tell(what, answer);
    }

    /** Runs an action; the events and messages that are expected afterwards must be newer than it. */
    Answer act(Supplier<Answer> action) {
        eventsBefore = events.position();
        messagesBefore = SmsInbox.now();
        return action.get();
    }

    void expectEvent(String name) {
        expectEvent(name, data -> true);
    }

    void expectEvent(String name, String app) {
        expectEvent(name, data -> data.path("app").asText().equals(app));
    }

    void expectEvent(String name, Predicate<JsonNode> wanted) {
        EventLog.Event event = events.await(name, person.customer().id(), eventsBefore, wanted);
        script.event(event);
    }

    void expectNotice(Notice notice) {
        expectNotices(notice, 1);
    }

    void expectNotices(Notice notice, int count) {
        String number = person.customer().mobileNumber();
        Waiting.until("No SMS " + notice + " arrived", PATIENCE, () -> {
                    List<SmsInbox.Message> said = bank.inbox().newerThan(number, messagesBefore).stream()
                            .filter(notice::isSaidBy)
                            .toList();
                    return Optional.of(said).filter(messages -> messages.size() >= count);
                })
                .forEach(script::sms);
    }

    void expect(String fact, boolean holds) {
        script.check(fact, holds);
    }

    /** What only display depends on may follow a moment later. */
    void expectToken(String app, String state) {
        Answer token = Waiting.until(
                app + " did not become " + state,
                PATIENCE,
                () -> Optional.of(person.session(app).token().expect(200))
                        .filter(answer -> answer.text("state").equals(state)));
        script.tell("how does the token stand?", token);
    }

    /** Waits for the offer, which follows what happens to the other app's token. */
    Answer expectOffer(String sourceApp, String targetApp, boolean offered) {
        String sourceKey = person.phone().thumbprint(sourceApp);
        Answer offer = Waiting.until(
                offered ? "Nothing was offered" : "It is still offered",
                PATIENCE,
                () -> Optional.of(person.session(targetApp).syncOffer(sourceKey).expect(200))
                        .filter(answer -> answer.body().path("offered").asBoolean() == offered));
        script.tell("is there something to synchronise with?", offer);
        return offer;
    }

    void pass(Duration duration) {
        bank.clock().advance(duration);
        script.time(duration);
    }

    void scene(String text) {
        script.scene(text);
    }
}
