package org.mobiletoken.lockout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mobiletoken.events.Event;
import org.mobiletoken.events.EventTypes;
import org.mobiletoken.events.Topics;
import org.mobiletoken.events.lockout.PasscodeRejected;
import org.mobiletoken.events.lockout.PermanentFreezeWarned;
import org.mobiletoken.events.lockout.TokenFrozen;
import org.mobiletoken.events.lockout.TokenUnfrozen;
import org.mobiletoken.testing.KafkaProbe;
import org.mobiletoken.testing.KafkaResource;
import org.mobiletoken.testing.MovableClock;
import org.mobiletoken.testing.PostgresResource;
import org.mobiletoken.testing.TokensResource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokensResource.class)
class EventsTest {

    private static KafkaProbe kafka;

    private final LockoutClient lockout = new LockoutClient();
    private final String customer = LockoutClient.newCustomer();
    private final MovableClock clock;
    private final Sweep sweep;

    EventsTest(MovableClock clock, Sweep sweep) {
        this.clock = clock;
        this.sweep = sweep;
    }

    @BeforeAll
    static void open() {
        kafka = KafkaProbe.open();
    }

    @AfterAll
    static void close() {
        kafka.close();
    }

    @Test
    void a_wrong_passcode_is_told_with_app_purpose_and_attempts_left() {
        lockout.wrong(customer);
        assertThat(published(1))
                .singleElement()
                .asInstanceOf(type(PasscodeRejected.class))
                .satisfies(rejected -> {
                    assertThat(rejected.app()).isEqualTo("mobile-banking");
                    assertThat(rejected.purpose()).isEqualTo("login");
                    assertThat(rejected.attemptsLeft()).isEqualTo(5);
                });
    }

    @Test
    void every_event_of_a_customer_has_the_next_version() {
        lockout.wrong(customer, 6);
        clock.advance(Duration.ofHours(25));
        lockout.wrong(customer, 6);
        assertThat(published(16))
                .extracting(Event::version)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 16).mapToObj(Long::valueOf).toList());
        assertThat(published(16)).element(14).isInstanceOf(PermanentFreezeWarned.class);
        assertThat(published(16)).element(15).isInstanceOf(TokenFrozen.class);
    }

    @Test
    void the_natural_end_of_a_freeze_is_told_once_even_if_nobody_asks() {
        lockout.wrong(customer, 6);
        clock.advance(Duration.ofHours(24).plusSeconds(1));
        sweep.sweep();
        sweep.sweep();
        lockout.freeze(customer);
        lockout.wrong(customer);
        var events = published(9);
        var frozen = (TokenFrozen) events.get(6);
        assertThat(events).element(7).asInstanceOf(type(TokenUnfrozen.class)).satisfies(unfrozen -> {
            assertThat(unfrozen.freezeId()).isEqualTo(frozen.freezeId());
            assertThat(unfrozen.reason()).isEqualTo(TokenUnfrozen.Reason.EXPIRED);
            assertThat(unfrozen.at()).isEqualTo(frozen.until());
        });
        assertThat(events).last().isInstanceOf(PasscodeRejected.class);
    }

    @Test
    void abandoned_attempts_freeze_without_being_called_wrong() {
        for (int i = 0; i < 6; i++) {
            lockout.reserved(customer);
        }
        clock.advance(Duration.ofSeconds(31));
        sweep.sweep();
        assertThat(published(1)).singleElement().isInstanceOf(TokenFrozen.class);
    }

    private List<Event> published(int number) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> kafka.records(Topics.LOCKOUT, customer).stream()
                                .map(record -> EventTypes.parse(KafkaProbe.type(record), record.value())
                                        .orElseThrow())
                                .toList(),
                        events -> events.size() >= number);
    }
}
