package org.mobiletoken.stack;

import java.net.URI;
import java.time.Duration;

/** What a person needs in front of a running demonstration: where things are, who exists, how to move the clock and how to stop. */
final class DemoTable {
    private DemoTable() {}

    static String of(LocalStack stack, Duration took) {
        URI bank = stack.bank();
        return """

                Ready after %1$d s.

                  enrolment-service      %2$s
                  sync-service           %3$s
                  lockout-service        %4$s
                  notification-service   %5$s
                  identity provider      %6$s
                  bank simulator         %7$s   (received SMS: %7$s/inbox, mails: %7$s/mailbox)
                  Kafka                  %8$s
                  PostgreSQL             127.0.0.1:%9$d     (databases and logins enrolment, sync, lockout, notification)
                  logs                   %10$s

                  customers              chan.tai.man   wong.siu.ming   lee.ka.yan
                  branch                 officer.ho   officer.yip   approver.lam
                  operations             operator.ng
                  password of everybody  demo

                  play the slide deck    make tour
                  six hours later        echo PT6H > '%11$s'
                  back to now            echo PT0S > '%11$s'
                  stop                   Ctrl-C; the data stays for the next time, make demo FRESH=1 starts anew
                """.formatted(
                        took.toSeconds(),
                        stack.url(ServiceName.ENROLMENT),
                        stack.url(ServiceName.SYNC),
                        stack.url(ServiceName.LOCKOUT),
                        stack.url(ServiceName.NOTIFICATION),
                        stack.realm(),
                        bank,
                        stack.kafka().bootstrapServers(),
                        stack.postgres().port(),
                        stack.logs(),
                        stack.clockFile());
    }
}
