package org.mobiletoken.lockout.rules;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a customer has read off an e-token: six to eight digits, whichever blanks and forms of digits they were typed with. */
public record ETokenCode(String digits) {

    private static final Pattern FORM = Pattern.compile("[0-9]{6,8}");

    /** Nothing if no e-token shows such a code. */
    public static Optional<ETokenCode> of(String typed) {
        var digits = Normalizer.normalize(typed, Normalizer.Form.NFKC).replace(" ", "");
        return FORM.matcher(digits).matches() ? Optional.of(new ETokenCode(digits)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "ETokenCode(hidden)";
    }
}
