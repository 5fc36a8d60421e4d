package org.mobiletoken.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;

/** Limits of one-time passwords, and how notices are sent and kept. */
@ConfigMapping(prefix = "mobile-token.messages")
public interface NotificationSettings {

    Otp otp();

    Notices notices();

    /** A message that was being sent this long ago was cut off. */
    @WithDefault("PT1M")
    Duration cutOffAfter();

    /** How often such messages are looked for. */
    @WithDefault("10s")
    String cutOffCheck();

    /** How often what is too old is deleted. */
    @WithDefault("1h")
    String purgeEvery();

    /** How long the ledger is kept. */
    @WithDefault("P400D")
    Duration keep();

    /** How long a receipt waits for the message that it speaks of. */
    @WithDefault("P1D")
    Duration keepStrayReceipts();

    /** Limits of one-time passwords; the defaults are also the weakest that start. */
    interface Otp {
        /** The secret under which codes are hashed. */
        @NotBlank
        @Size(min = 16)
        String secret();

        /** The client id of the service that asks for codes for enabling and biometrics. */
        @WithDefault("enrolment-service")
        String enrollingClient();

        /** How long a code may be typed in. */
        @WithDefault("PT3M")
        Duration validFor();

        /** Wrong codes that end a flow. */
        @WithDefault("5")
        @Min(1)
        @Max(5)
        int wrongPerFlow();

        /** Wrong codes per customer and purpose in 24 hours, after which no more are taken. */
        @WithDefault("15")
        @Min(1)
        @Max(15)
        int wrongPerDay();

        /** How long after one code the next may be asked for. */
        @WithDefault("PT1M")
        Duration resendGap();

        /** Codes in one flow. */
        @WithDefault("3")
        @Min(1)
        int codesPerFlow();

        /** Codes to one customer in 24 hours. */
        @WithDefault("10")
        @Min(1)
        int codesPerDay();

        /** Codes to one number in 24 hours, whoever's they are. */
        @WithDefault("10")
        @Min(1)
        int codesPerNumber();

        /** How many of a number's first digits, the country's code among them, make its prefix. */
        @WithDefault("7")
        @Min(1)
        @Max(15)
        int prefixDigits();

        /** Codes to all numbers of one prefix in a period. */
        @WithDefault("200")
        @Min(1)
        long codesPerPrefix();

        /** Codes of the whole bank in a period. */
        @WithDefault("36000")
        @Min(1)
        long codesOfBank();

        /** The period of the budgets of prefixes and bank. */
        @WithDefault("PT1H")
        Duration budgetPeriod();

        /** No code goes to a number that was changed within this time. */
        @WithDefault("PT24H")
        Duration quietAfterNumberChange();

        /** How long the record of a code, never its digits, is kept. */
        @WithDefault("P30D")
        Duration keep();
    }

    /** How notices are sent. */
    interface Notices {
        /** What happened longer ago is not told any more; shorter than the inbox remembers events. */
        @WithDefault("P30D")
        Duration newsFor();

        /** How many notices are sent at once by each way. */
        @WithDefault("4")
        @Min(1)
        int senders();

        /** How often notices are looked for when nothing announced one. */
        @WithDefault("PT1S")
        Duration lookEvery();

        /** How long one sender has a notice to itself while it finds out where to send it. */
        @WithDefault("PT30S")
        Duration reserveFor();

        /** The pause after a directory or SMS centre that did not answer or take it. */
        @WithDefault("PT10S")
        Duration retryAfter();

        /** A notice that could not be handed over for so long has failed. */
        @WithDefault("PT24H")
        Duration giveUpAfter();
    }
}
