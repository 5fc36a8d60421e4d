package org.mobiletoken.mail;

/**
 * How the mail server treats mails from now on: {@code refuseRecipientWith} and {@code refuseMailWith} are reply codes, 0 refuses
 * nothing; {@code hangsUp} takes a mail and closes the connection instead of answering.
 */
public record MailBehaviour(int refuseRecipientWith, int refuseMailWith, boolean hangsUp) {
    public static final MailBehaviour NORMAL = new MailBehaviour(0, 0, false);

    public static MailBehaviour refusingRecipients(int code) {
        return new MailBehaviour(code, 0, false);
    }

    public static MailBehaviour refusingMails(int code) {
        return new MailBehaviour(0, code, false);
    }

    public static MailBehaviour hangingUp() {
        return new MailBehaviour(0, 0, true);
    }
}
