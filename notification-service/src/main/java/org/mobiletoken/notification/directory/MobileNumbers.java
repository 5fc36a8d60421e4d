package org.mobiletoken.notification.directory;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the numbers of the directory: mobile numbers of the countries that messages may be sent to, and no others. */
@ApplicationScoped
public class MobileNumbers {

    private static final String HOME = "HK";
    private static final int HOME_CODE = 852;
    private static final int DIGITS_SHOWN = 4;
    /** Hong Kong has opened ranges for mobile numbers that older numbering data does not know. */
    private static final Pattern HOME_MOBILE = Pattern.compile("[4-7]\\d{7}|8[4-9]\\d{6}|9\\d{7}");

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final Set<String> countries;

    public MobileNumbers(DirectorySettings settings) {
        this.countries = settings.countries();
    }

    /** The number, or empty when there is none that a message may be sent to. */
    public Optional<MobileNumber> parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            PhoneNumber number = numbers.parse(text, HOME);
            return isMobile(number) && isAllowed(number) ? Optional.of(masked(number)) : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private boolean isMobile(PhoneNumber number) {
        if (number.getCountryCode() == HOME_CODE) {
            return HOME_MOBILE
                    .matcher(numbers.getNationalSignificantNumber(number))
                    .matches();
        }
        PhoneNumberType type = numbers.getNumberType(number);
        return type == PhoneNumberType.MOBILE || type == PhoneNumberType.FIXED_LINE_OR_MOBILE;
    }

    private boolean isAllowed(PhoneNumber number) {
        return numbers.getRegionCodesForCountryCode(number.getCountryCode()).stream()
                .anyMatch(countries::contains);
    }

    private MobileNumber masked(PhoneNumber number) {
        String national = numbers.getNationalSignificantNumber(number);
        return new MobileNumber(
                numbers.format(number, PhoneNumberFormat.E164),
                "+" + number.getCountryCode() + " •••• " + national.substring(national.length() - DIGITS_SHOWN));
    }
}
