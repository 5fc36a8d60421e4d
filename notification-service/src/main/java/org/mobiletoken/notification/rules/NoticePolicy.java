package org.mobiletoken.notification.rules;

import java.time.Duration;
import java.time.Instant;

/**
 * A notice is news: what happened longer ago than {@code newsFor} is not told any more. That period is shorter than the memory of
 * handled events, so applying old events again tells nobody anything.
 */
public record NoticePolicy(Duration newsFor) {

    /** The enabling that is part of replacing a device happens in the same transaction as the end of the old token. */
    private static final Duration SAME_ACTION = Duration.ofSeconds(10);

    public boolean isNews(Instant happenedAt, Instant now) {
        return now.isBefore(happenedAt.plus(newsFor));
    }

    /** One action of the customer, one notice: replacing a device in an app says so, and nothing about enabling. */
    public static boolean isOneAction(Instant replacedAt, Instant enabledAt) {
        return Duration.between(replacedAt, enabledAt).abs().compareTo(SAME_ACTION) <= 0;
    }
}
