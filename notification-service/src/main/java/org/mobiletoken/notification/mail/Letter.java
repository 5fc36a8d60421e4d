package org.mobiletoken.notification.mail;

/** A mail to one address. */
public record Letter(String to, String subject, String text) {

    /** Neither address nor text ever shows in a log. */
    @Override
    public String toString() {
        return "Letter[]";
    }
}
