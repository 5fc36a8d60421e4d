package org.mobiletoken.notification.smpp;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.notification.Receipt;
import org.mobiletoken.notification.SendOutcome;
import org.mobiletoken.notification.SendOutcome.NotTaken;
import org.mobiletoken.notification.Sms;
import org.mobiletoken.notification.SmsGateway;

/**
 * Sends by SMPP 3.4 through the first SMS centre that takes a message. Only what a centre provably did not take is offered to the
 * next one: silence and a lost link are a doubt, and nobody else gets the message.
 */
public final class SmppGateway implements SmsGateway {

    private final List<SmppCentre> centres;

    /** Without a TLS context the links are plain TCP. */
    public SmppGateway(SmppSettings settings, @Nullable SSLContext tls, Consumer<Receipt> receipts, Clock clock) {
        Connections connections = new Connections(settings.bindWithin(), tls);
        this.centres = CentreAddress.inOrder(settings).stream()
                .map(address -> new SmppCentre(
                        address.toString(),
                        settings,
                        clock,
                        traffic -> new SmppLink(
                                address,
                                settings,
                                connections,
                                new ReceiptListener(address.toString(), receipts),
                                traffic.name().toLowerCase(Locale.ROOT))))
                .toList();
    }

    /** Binds every link, and keeps it bound. */
    public void start() {
        centres.forEach(SmppCentre::start);
    }

    @Override
    public void close() {
        centres.forEach(SmppCentre::stop);
    }

    @Override
    public SendOutcome send(Sms sms) {
        SendOutcome outcome = new NotTaken("not-bound");
        for (SmppCentre centre : centres) {
            outcome = centre.send(sms);
            if (!(outcome instanceof NotTaken)) {
                return outcome;
            }
        }
        return outcome;
    }
}
