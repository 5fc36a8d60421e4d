package org.mobiletoken.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mobiletoken.events.enrolment.BiometricDisabled;
import org.mobiletoken.events.enrolment.BiometricEnabled;
import org.mobiletoken.events.enrolment.EnrolmentFailed;
import org.mobiletoken.events.enrolment.TokenBecameEffective;
import org.mobiletoken.events.enrolment.TokenDisabled;
import org.mobiletoken.events.enrolment.TokenEnabled;
import org.mobiletoken.events.enrolment.TransactionAuthorised;
import org.mobiletoken.events.lockout.PasscodeRejected;
import org.mobiletoken.events.lockout.PermanentFreezeWarned;
import org.mobiletoken.events.lockout.TokenFrozen;
import org.mobiletoken.events.lockout.TokenUnfrozen;
import org.mobiletoken.events.notification.ErrorReported;
import org.mobiletoken.events.notification.MessageAccepted;
import org.mobiletoken.events.notification.MessageFailed;
import org.mobiletoken.events.sync.LinkedTokenDisableRequested;
import org.mobiletoken.events.sync.SyncOfferAnswered;
import org.mobiletoken.events.sync.TokenSyncApproved;
import org.mobiletoken.events.sync.TokenSyncCompleted;
import org.mobiletoken.events.sync.TokenSyncFailed;
import org.mobiletoken.events.verification.TokenVerified;

/** The CloudEvents type, the topic and the JSON of every event; reading ignores fields a newer writer has added. */
public final class EventTypes {
    private record Contract(String type, String topic, Class<? extends Event> event) {}

    private static final List<Contract> CONTRACTS = List.of(
            entry(Topics.ENROLMENT, TokenEnabled.class),
            entry(Topics.ENROLMENT, TokenDisabled.class),
            entry(Topics.ENROLMENT, TokenBecameEffective.class),
            entry(Topics.ENROLMENT, BiometricEnabled.class),
            entry(Topics.ENROLMENT, BiometricDisabled.class),
            entry(Topics.ENROLMENT, TransactionAuthorised.class),
            entry(Topics.ENROLMENT, EnrolmentFailed.class),
            entry(Topics.VERIFICATION, TokenVerified.class),
            entry(Topics.SYNC, TokenSyncApproved.class),
            entry(Topics.SYNC, TokenSyncCompleted.class),
            entry(Topics.SYNC, TokenSyncFailed.class),
            entry(Topics.SYNC, LinkedTokenDisableRequested.class),
            entry(Topics.SYNC, SyncOfferAnswered.class),
            entry(Topics.LOCKOUT, PasscodeRejected.class),
            entry(Topics.LOCKOUT, PermanentFreezeWarned.class),
            entry(Topics.LOCKOUT, TokenFrozen.class),
            entry(Topics.LOCKOUT, TokenUnfrozen.class),
            entry(Topics.NOTIFICATION, MessageAccepted.class),
            entry(Topics.NOTIFICATION, MessageFailed.class),
            entry(Topics.NOTIFICATION, ErrorReported.class));

    private static final Map<String, Contract> BY_TYPE =
            CONTRACTS.stream().collect(Collectors.toUnmodifiableMap(Contract::type, Function.identity()));
    private static final Map<Class<? extends Event>, Contract> BY_CLASS =
            CONTRACTS.stream().collect(Collectors.toUnmodifiableMap(Contract::event, Function.identity()));

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, null))
            .build();

    private EventTypes() {}

    /** The CloudEvents type, such as {@code mobile-token.enrolment.TokenEnabled.v1}. */
    public static String of(Class<? extends Event> event) {
        return contract(event).type();
    }

    public static String topicOf(Class<? extends Event> event) {
        return contract(event).topic();
    }

    /** All contracts, in the order of their owners. */
    public static List<Class<? extends Event>> all() {
        return CONTRACTS.stream().<Class<? extends Event>>map(Contract::event).toList();
    }

    public static byte[] json(Event event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event record could not be written as JSON", e);
        }
    }

    /**
     * Reads an event.
     *
     * @return nothing when the type is not known here: a newer owner may tell more than this reader understands
     * @throws MalformedEvent when the type is known but the JSON is not of its form
     */
    public static Optional<Event> parse(String type, byte[] json) {
        Contract contract = BY_TYPE.get(type);
        if (contract == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(json, contract.event()));
        } catch (IOException e) {
            throw new MalformedEvent(type, e);
        }
    }

    private static Contract contract(Class<? extends Event> event) {
        Contract contract = BY_CLASS.get(event);
        if (contract == null) {
            throw new IllegalArgumentException(event.getName() + " has no contract");
        }
        return contract;
    }

    private static Contract entry(String topic, Class<? extends Event> event) {
        String owner = Arrays.stream(event.getPackageName().split("\\."))
                .reduce((first, last) -> last)
                .orElseThrow();
        return new Contract("mobile-token." + owner + "." + event.getSimpleName() + ".v1", topic, event);
    }
}
