package org.mobiletoken.bank;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The messages that arrived at the simulated phones. */
public final class SmsInbox {
    private static final Pattern CODE = Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Endpoints endpoints;

    public SmsInbox(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    /** A message as it arrived, by the clock of this machine. */
    public record Message(String text, Instant receivedAt) {
        /** The one-time code in it. */
        public String code() {
            Matcher matcher = CODE.matcher(text);
            if (!matcher.find()) {
                throw new AssertionError("This message holds no code");
            }
            return matcher.group();
        }

        public boolean hasCode() {
            return CODE.matcher(text).find();
        }
    }

    /** Now, as the inbox dates messages: what arrives from here on is newer. */
    public static Instant now() {
        return Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Everything that this number got after the instant, oldest first. */
    public List<Message> newerThan(String number, Instant instant) {
        String path = "/inbox?number=" + URLEncoder.encode(number, StandardCharsets.UTF_8);
        List<Message> messages = new ArrayList<>();
        for (JsonNode sms : Api.open().get(endpoints.bank(), path).expect(200).body()) {
            Instant receivedAt = Instant.parse(sms.required("receivedAt").asText());
            if (receivedAt.isAfter(instant)) {
                messages.add(new Message(sms.required("text").asText(), receivedAt));
            }
        }
        return messages;
    }

    /** The first message with a code that this number gets after the instant. */
    public Message awaitCode(String number, Instant newerThan) {
        return await(number, newerThan, Message::hasCode);
    }

    /** The first message without a code that this number gets after the instant. */
    public Message awaitNotice(String number, Instant newerThan) {
        return await(number, newerThan, message -> !message.hasCode());
    }

    public Message await(String number, Instant newerThan, Predicate<Message> wanted) {
        return Waiting.until(
                "No such SMS arrived",
                PATIENCE,
                () -> newerThan(number, newerThan).stream().filter(wanted).findFirst());
    }
}
