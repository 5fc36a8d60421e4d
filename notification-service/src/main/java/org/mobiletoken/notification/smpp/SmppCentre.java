package org.mobiletoken.notification.smpp;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.notification.SendOutcome;
import org.mobiletoken.notification.SendOutcome.Accepted;
import org.mobiletoken.notification.SendOutcome.NotTaken;
import org.mobiletoken.notification.SendOutcome.Refused;
import org.mobiletoken.notification.SendOutcome.TooLate;
import org.mobiletoken.notification.SendOutcome.Unknown;
import org.mobiletoken.notification.SendingWindow;
import org.mobiletoken.notification.Sms;
import org.mobiletoken.notification.Sms.Traffic;

/** One SMS centre, with a link and a window for each class of traffic, so notices never take the place of codes. */
final class SmppCentre {

    private static final int USER_DATA_HEADER = 0x40;
    private static final byte NO_PROTOCOL = 0;
    private static final byte DO_NOT_REPLACE = 0;
    private static final Set<Integer> MAY_PASS = Set.of(
            SMPPConstant.STAT_ESME_RTHROTTLED,
            SMPPConstant.STAT_ESME_RMSGQFUL,
            SMPPConstant.STAT_ESME_RSYSERR,
            SMPPConstant.STAT_ESME_RINVBNDSTS,
            SMPPConstant.STAT_ESME_RSUBMITFAIL,
            SMPPConstant.STAT_ESME_RX_T_APPN);

    /** The unit of a validity period; with less left, a message could not be kept from being late. */
    private static final Duration LEAST = Duration.ofSeconds(1);

    private final String name;
    private final SmppSettings settings;
    private final Map<Traffic, SmppLink> links = new EnumMap<>(Traffic.class);
    private final SendingWindow window;
    private final Clock clock;
    private final AtomicInteger references = new AtomicInteger();

    /** {@code name} is what receipts call this centre; {@code link} makes the link for one class of traffic. */
    SmppCentre(String name, SmppSettings settings, Clock clock, Function<Traffic, SmppLink> link) {
        this.name = name;
        this.settings = settings;
        this.clock = clock;
        for (Traffic traffic : Traffic.values()) {
            links.put(traffic, link.apply(traffic));
        }
        this.window = new SendingWindow(settings.window(), settings.placeWithin());
    }

    void start() {
        links.values().forEach(SmppLink::start);
    }

    void stop() {
        links.values().forEach(SmppLink::stop);
    }

    /** Hands a message over once, unless it would come too late. */
    SendOutcome send(Sms sms) {
        return window.send(sms.traffic(), () -> sendNow(sms));
    }

    private SendOutcome sendNow(Sms sms) {
        Duration goodFor = sms.until() == null ? null : Duration.between(clock.instant(), sms.until());
        if (goodFor != null && goodFor.compareTo(LEAST) < 0) {
            return new TooLate();
        }
        return Objects.requireNonNull(links.get(sms.traffic()))
                .bound()
                .map(session ->
                        send(sms, goodFor, EncodedSms.of(sms.text(), (byte) references.incrementAndGet()), session))
                .orElseGet(() -> new NotTaken("not-bound"));
    }

    /** @param goodFor how long the message may still be delivered; unlimited without it */
    private SendOutcome send(Sms sms, @Nullable Duration goodFor, EncodedSms encoded, SMPPSession session) {
        List<String> taken = new ArrayList<>();
        for (byte[] part : encoded.parts()) {
            try {
                taken.add(submit(sms, goodFor, encoded, part, session));
            } catch (NegativeResponseException e) {
                return taken.isEmpty() ? refusal(e.getCommandStatus()) : new Unknown("partly-sent");
            } catch (PDUException e) {
                return taken.isEmpty() ? new Refused("not-encodable") : new Unknown("partly-sent");
            } catch (ResponseTimeoutException e) {
                return new Unknown("no-answer");
            } catch (InvalidResponseException | IOException e) {
                return new Unknown("link-lost");
            }
        }
        return new Accepted(name, taken);
    }

    private String submit(Sms sms, @Nullable Duration goodFor, EncodedSms encoded, byte[] part, SMPPSession session)
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
                        validity(goodFor),
                        new RegisteredDelivery(
                                settings.receipts()
                                        ? SMSCDeliveryReceipt.SUCCESS_FAILURE
                                        : SMSCDeliveryReceipt.DEFAULT),
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
}
