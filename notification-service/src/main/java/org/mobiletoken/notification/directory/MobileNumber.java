package org.mobiletoken.notification.directory;

/** A mobile number in E.164 form; it shows masked, and is never stored. */
public record MobileNumber(String e164, String masked) {

    @Override
    public String toString() {
        return masked;
    }
}
