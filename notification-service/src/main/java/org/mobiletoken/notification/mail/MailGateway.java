package org.mobiletoken.notification.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.notification.SendOutcome;
import org.mobiletoken.notification.SendOutcome.Accepted;
import org.mobiletoken.notification.SendOutcome.NotTaken;
import org.mobiletoken.notification.SendOutcome.Refused;
import org.mobiletoken.notification.SendOutcome.Unknown;

/** Hands mails to the mail server once; only an answer of the server, or no connection at all, says that it did not take one. */
@ApplicationScoped
public class MailGateway {

    private static final String SERVER = "smtp";
    /** The server wants other credentials, which is no fault of the mail. */
    private static final Set<Integer> NOT_LET_IN = Set.of(454, 530, 534, 535, 538);

    private final ReactiveMailer mailer;
    private final MailSettings settings;
    /**
     * All mails share it: the mail client hands a new connection from the thread that connected to the one that sends, and a
     * greeting that arrives between them is thrown away, so that its mail would wait in vain.
     */
    private final Context loop;

    public MailGateway(ReactiveMailer mailer, MailSettings settings, Vertx vertx) {
        this.mailer = mailer;
        this.settings = settings;
        this.loop = vertx.getOrCreateContext();
    }

    void check(@Observes StartupEvent start) {
        if (settings.enabled() && settings.from().isEmpty()) {
            throw new IllegalStateException(
                    "The setting mobile-token.mail.from is missing, but notices are to be sent by e-mail.");
        }
    }

    /** Says what is known about the mail afterwards; never throws for a failure of the server. */
    public SendOutcome send(Letter letter) {
        Mail mail = Mail.withText(letter.to(), letter.subject(), letter.text())
                .setFrom(settings.from().orElse(""))
                .addHeader("Auto-Submitted", "auto-generated");
        try {
            Uni.createFrom()
                    .deferred(() -> mailer.send(mail))
                    .runSubscriptionOn(sending -> loop.runOnContext(begin -> sending.run()))
                    .await()
                    .atMost(settings.answerWithin());
            return new Accepted(SERVER, List.of());
        } catch (TimeoutException e) {
            return new Unknown("no-answer");
        } catch (RuntimeException e) {
            return outcome(e);
        }
    }

    private static SendOutcome outcome(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPException answer) {
                String reason = "status-" + answer.getReplyCode();
                return answer.isPermanent() && !NOT_LET_IN.contains(answer.getReplyCode())
                        ? new Refused(reason)
                        : new NotTaken(reason);
            }
            if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return new NotTaken("not-connected");
            }
        }
        return new Unknown("link-lost");
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure.getCause();
    }
}
