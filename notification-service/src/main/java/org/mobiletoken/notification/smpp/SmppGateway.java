package org.mobiletoken.notification.smpp;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.notification.SendOutcome;
import org.mobiletoken.notification.SendOutcome.Accepted;
import org.mobiletoken.notification.SendOutcome.NotTaken;
import org.mobiletoken.notification.SendOutcome.Refused;
import org.mobiletoken.notification.SendOutcome.Unknown;
import org.mobiletoken.notification.Sms;
import org.mobiletoken.notification.Sms.Traffic;
import org.mobiletoken.notification.SmsGateway;

/** Sends through an SMS centre by SMPP 3.4, over one link for each class of traffic. */
@ApplicationScoped
public class SmppGateway implements SmsGateway {

    private static final int USER_DATA_HEADER = 0x40;
    private static final String SIMULATOR_PASSWORD = "smpp-dev";
    private static final byte NO_PROTOCOL = 0;
    private static final byte DO_NOT_REPLACE = 0;
    private static final Set<Integer> MAY_PASS = Set.of(
            SMPPConstant.STAT_ESME_RTHROTTLED,
            SMPPConstant.STAT_ESME_RMSGQFUL,
            SMPPConstant.STAT_ESME_RSYSERR,
            SMPPConstant.STAT_ESME_RX_T_APPN);

    private final SmppSettings settings;
    private final Map<Traffic, SmppLink> links = new EnumMap<>(Traffic.class);
    private final Map<Traffic, Semaphore> windows = new EnumMap<>(Traffic.class);
    private final AtomicInteger references = new AtomicInteger();

    public SmppGateway(SmppSettings settings) {
        this.settings = settings;
        for (Traffic traffic : Traffic.values()) {
            links.put(traffic, new SmppLink(settings, traffic.name().toLowerCase(Locale.ROOT)));
            windows.put(traffic, new Semaphore(settings.window()));
        }
    }

    void start(@Observes StartupEvent start) {
        if (ConfigUtils.getProfiles().contains("prod") && settings.password().equals(SIMULATOR_PASSWORD)) {
            throw new IllegalStateException(
                    "The setting mobile-token.smpp.password holds the simulator's password; production needs one of its own.");
        }
        links.values().forEach(SmppLink::start);
    }

    void stop(@Observes ShutdownEvent stop) {
        links.values().forEach(SmppLink::stop);
    }

    @Override
    public SendOutcome send(Sms sms) {
        Optional<SMPPSession> session = link(sms.traffic()).bound();
        if (session.isEmpty()) {
            return new NotTaken("not-bound");
        }
        Semaphore window = window(sms.traffic());
        if (!window.tryAcquire()) {
            return new NotTaken("window-full");
        }
        try {
            return send(sms, EncodedSms.of(sms.text(), (byte) references.incrementAndGet()), session.get());
        } finally {
            window.release();
        }
    }

    private SendOutcome send(Sms sms, EncodedSms encoded, SMPPSession session) {
        String first = "";
        for (int i = 0; i < encoded.parts().size(); i++) {
            try {
                String reference = submit(sms, encoded, encoded.parts().get(i), session);
                first = i == 0 ? reference : first;
            } catch (NegativeResponseException e) {
                return i > 0 ? new Unknown("partly-sent") : refusal(e.getCommandStatus());
            } catch (PDUException e) {
                return i > 0 ? new Unknown("partly-sent") : new Refused("not-encodable");
            } catch (ResponseTimeoutException e) {
                return new Unknown("no-answer");
            } catch (InvalidResponseException | IOException e) {
                return new Unknown("link-lost");
            }
        }
        return new Accepted(first, encoded.parts().size());
    }

    private String submit(Sms sms, EncodedSms encoded, byte[] part, SMPPSession session)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        return session.submitShortMessage(
                        "",
                        TypeOfNumber.ALPHANUMERIC,
                        NumberingPlanIndicator.UNKNOWN,
                        settings.sender(),
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        sms.number().substring(1),
                        new ESMClass(encoded.concatenated() ? USER_DATA_HEADER : 0),
                        NO_PROTOCOL,
                        priority(sms.traffic()),
                        null,
                        validity(sms.goodFor()),
                        new RegisteredDelivery(0),
                        DO_NOT_REPLACE,
                        new GeneralDataCoding(encoded.ucs2() ? Alphabet.ALPHA_UCS2 : Alphabet.ALPHA_DEFAULT),
                        (byte) 0,
                        part)
                .getMessageId();
    }

    private static SendOutcome refusal(int status) {
        String reason = "status-" + String.format(Locale.ROOT, "%04x", status);
        return MAY_PASS.contains(status) ? new NotTaken(reason) : new Refused(reason);
    }

    private static byte priority(Traffic traffic) {
        return switch (traffic) {
            case OTP -> 2;
            case INFO -> 0;
        };
    }

    /** The relative form of a validity period: years, months, days, hours, minutes, seconds. */
    private static @Nullable String validity(@Nullable Duration goodFor) {
        return goodFor == null
                ? null
                : String.format(
                        Locale.ROOT,
                        "0000%02d%02d%02d%02d000R",
                        goodFor.toDaysPart(),
                        goodFor.toHoursPart(),
                        goodFor.toMinutesPart(),
                        goodFor.toSecondsPart());
    }

    private SmppLink link(Traffic traffic) {
        return Objects.requireNonNull(links.get(traffic));
    }

    private Semaphore window(Traffic traffic) {
        return Objects.requireNonNull(windows.get(traffic));
    }
}
