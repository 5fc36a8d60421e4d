package org.mobiletoken.load;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.mobiletoken.bank.SmsInbox;
import org.mobiletoken.smsc.Inbox;
import org.mobiletoken.smsc.InboxListener;
import org.mobiletoken.smsc.Sms;
import org.mobiletoken.smsc.SmsCentre;
import org.mobiletoken.stack.StackSettings;

/** A real SMS centre over TCP in this process, and the one-time codes that it has taken, by number. */
final class CodesBySms implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final Map<String, BlockingQueue<String>> codes = new ConcurrentHashMap<>();
    private final SmsCentre centre = new SmsCentre(
            new SmsCentre.Access(0, "mobile-token", Production.SMPP_PASSWORD), new Inbox(new InboxListener() {
                @Override
                public void received(Sms sms) {
                    var message = new SmsInbox.Message(sms.text(), sms.receivedAt());
                    if (message.hasCode()) {
                        of(sms.to()).add(message.code());
                    }
                }

                @Override
                public void answered(String messageId) {}
            }));

    CodesBySms() {
        centre.start();
    }

    /** The platform that sends by this centre, with budgets that have room for a load. */
    StackSettings settings(StackSettings usual) {
        return Codes.settings(usual, centre.port());
    }

    /** The next code that the number gets, or has got and nobody has asked for. */
    String await(String number) {
        try {
            String code = of(number).poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (code == null) {
                throw new Http.UnexpectedAnswer("No code has arrived by SMS");
            }
            return code;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Http.UnexpectedAnswer("Interrupted while waiting for a code");
        }
    }

    private BlockingQueue<String> of(String number) {
        return codes.computeIfAbsent(number, _ -> new LinkedBlockingQueue<>());
    }

    @Override
    public void close() {
        centre.close();
    }
}
