package org.mobiletoken.notification.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mobiletoken.notification.SendOutcome;
import org.mobiletoken.notification.Sms;
import org.mobiletoken.notification.Sms.Traffic;
import org.mobiletoken.notification.bank.BankSmsc;

class SmppGatewayTest {

    private static final String NUMBER = "+85291234567";

    private final BankSmsc smsc = new BankSmsc();
    private final SmppGateway gateway = new SmppGateway(new Settings(smsc.port()));

    @BeforeEach
    void bind() {
        gateway.start(null);
        Awaitility.await().until(() -> smsc.sessions() == 2);
    }

    @AfterEach
    void unbind() {
        smsc.speak();
        gateway.stop(null);
        smsc.close();
    }

    @Test
    void a_long_text_arrives_whole() {
        String latin = "A long text. ".repeat(30);
        String chinese = "流動保安編碼".repeat(30);
        assertThat(send(latin))
                .isInstanceOfSatisfying(
                        SendOutcome.Accepted.class,
                        taken -> assertThat(taken.parts()).isEqualTo(3));
        assertThat(send(chinese))
                .isInstanceOfSatisfying(
                        SendOutcome.Accepted.class,
                        taken -> assertThat(taken.parts()).isEqualTo(3));
        assertThat(smsc.received(NUMBER))
                .extracting(org.mobiletoken.smsc.Sms::text)
                .containsExactly(latin, chinese);
    }

    @Test
    void a_code_has_priority_and_is_not_delivered_late() {
        gateway.send(new Sms(Traffic.OTP, NUMBER, "code", Duration.ofMinutes(3)));
        assertThat(smsc.received(NUMBER)).singleElement().satisfies(sms -> {
            assertThat(sms.priority()).isEqualTo(2);
            assertThat(sms.validity()).isEqualTo("000000000300000R");
            assertThat(sms.from()).isEqualTo("#MobToken");
        });
    }

    @Test
    void a_refusal_is_final_or_may_pass() {
        smsc.refuseWith(0x0b);
        assertThat(send("text")).isEqualTo(new SendOutcome.Refused("status-000b"));
        smsc.refuseWith(0x58);
        assertThat(send("text")).isEqualTo(new SendOutcome.NotTaken("status-0058"));
    }

    @Test
    void no_answer_means_that_nobody_knows() {
        smsc.keepSilent();
        assertThat(send("text")).isEqualTo(new SendOutcome.Unknown("no-answer"));
        assertThat(smsc.received(NUMBER)).hasSize(1);
    }

    @Test
    void a_full_window_takes_nothing_more() {
        smsc.keepSilent();
        CompletableFuture<SendOutcome> first = CompletableFuture.supplyAsync(() -> send("first"));
        Awaitility.await().until(() -> smsc.received(NUMBER).size() == 1);
        assertThat(send("second")).isEqualTo(new SendOutcome.NotTaken("window-full"));
        smsc.speak();
        assertThat(first.join()).isInstanceOf(SendOutcome.Accepted.class);
    }

    @Test
    void a_dropped_link_is_bound_again() {
        smsc.dropLinks();
        awaitAccepted();
    }

    @Test
    void an_unbound_link_is_bound_again() {
        smsc.unbindLinks();
        awaitAccepted();
    }

    @Test
    void without_a_link_nothing_is_taken_until_the_sms_centre_is_back() {
        smsc.goAway();
        Awaitility.await().until(() -> send("text").equals(new SendOutcome.NotTaken("not-bound")));
        smsc.comeBack();
        awaitAccepted();
    }

    private void awaitAccepted() {
        Awaitility.await().until(() -> send("text") instanceof SendOutcome.Accepted);
    }

    private SendOutcome send(String text) {
        return gateway.send(new Sms(Traffic.INFO, NUMBER, text, null));
    }

    private record Settings(int port) implements SmppSettings {
        @Override
        public String host() {
            return "127.0.0.1";
        }

        @Override
        public String systemId() {
            return "mobile-token";
        }

        @Override
        public String password() {
            return BankSmsc.PASSWORD;
        }

        @Override
        public Optional<String> systemType() {
            return Optional.empty();
        }

        @Override
        public String sender() {
            return "#MobToken";
        }

        @Override
        public Duration enquireLink() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration answerWithin() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration bindWithin() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration firstPause() {
            return Duration.ofMillis(20);
        }

        @Override
        public Duration longestPause() {
            return Duration.ofMillis(200);
        }

        @Override
        public int window() {
            return 1;
        }
    }
}
