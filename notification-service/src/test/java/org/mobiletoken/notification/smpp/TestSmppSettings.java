package org.mobiletoken.notification.smpp;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mobiletoken.notification.bank.BankSmsc;

/** Settings for SMS centres on this machine, the first one preferred, with a window of one message and short times. */
record TestSmppSettings(int port, List<Fallback> fallbacks) implements SmppSettings {

    static TestSmppSettings of(BankSmsc preferred, BankSmsc... others) {
        return new TestSmppSettings(
                preferred.port(),
                Stream.of(others).map(smsc -> (Fallback) new Other(smsc.port())).toList());
    }

    @Override
    public Optional<String> host() {
        return Optional.of("localhost");
    }

    @Override
    public String systemId() {
        return "mobile-token";
    }

    @Override
    public Optional<String> password() {
        return Optional.of(BankSmsc.PASSWORD);
    }

    @Override
    public Optional<String> systemType() {
        return Optional.empty();
    }

    @Override
    public Optional<String> tlsConfigurationName() {
        return Optional.empty();
    }

    @Override
    public String sender() {
        return "#MobToken";
    }

    @Override
    public boolean receipts() {
        return true;
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
        return Duration.ofSeconds(2);
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

    @Override
    public Duration placeWithin() {
        return Duration.ZERO;
    }

    private record Other(int port) implements Fallback {
        @Override
        public String host() {
            return "localhost";
        }

        @Override
        public Optional<String> systemId() {
            return Optional.empty();
        }

        @Override
        public Optional<String> password() {
            return Optional.empty();
        }

        @Override
        public Optional<String> systemType() {
            return Optional.empty();
        }
    }
}
