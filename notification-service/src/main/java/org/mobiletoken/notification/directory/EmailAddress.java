package org.mobiletoken.notification.directory;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One e-mail address without a name; it is never shown and never stored. */
public record EmailAddress(String text) {

    private static final int LONGEST = 254;
    private static final Pattern ADDRESS =
            Pattern.compile("[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

    /** The address, or empty when it is none that a mail could be sent to. */
    public static Optional<EmailAddress> parse(@Nullable String text) {
        return text != null && text.length() <= LONGEST && ADDRESS.matcher(text).matches()
                ? Optional.of(new EmailAddress(text))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "EmailAddress[]";
    }
}
