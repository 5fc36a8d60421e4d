package org.mobiletoken.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** Puts one mail into the mailboxes of its recipients, or refuses it as the behaviour says. */
final class Delivery implements MessageHandler {
    private final Mailboxes mailboxes;
    private final MailBehaviour behaviour;
    private final HangUp hangUp;
    private final List<String> recipients = new ArrayList<>();
    private String sender = "";

    /** Closes the connection that the mail came over. */
    interface HangUp {
        void now() throws IOException;
    }

    Delivery(Mailboxes mailboxes, MailBehaviour behaviour, HangUp hangUp) {
        this.mailboxes = mailboxes;
        this.behaviour = behaviour;
        this.hangUp = hangUp;
    }

    @Override
    public void from(String from) {
        sender = from;
    }

    @Override
    public void recipient(String recipient) throws RejectException {
        refuseIf(behaviour.refuseRecipientWith());
        recipients.add(recipient);
    }

    @Override
    public @Nullable String data(InputStream data) throws RejectException, IOException {
        try {
            MimeMessage mail = new MimeMessage(null, data);
            refuseIf(behaviour.refuseMailWith());
            String text = mail.getContent().toString();
            for (String recipient : recipients) {
                mailboxes.add(recipient, sender, mail.getSubject(), text);
            }
        } catch (MessagingException e) {
            throw new RejectException(554, "not a mail");
        }
        if (behaviour.hangsUp()) {
            hangUp.now();
        }
        return null;
    }

    @Override
    public void done() {
        recipients.clear();
    }

    private static void refuseIf(int code) throws RejectException {
        if (code != 0) {
            throw new RejectException(code, "told to refuse");
        }
    }
}
