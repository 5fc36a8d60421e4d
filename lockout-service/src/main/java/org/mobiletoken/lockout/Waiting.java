package org.mobiletoken.lockout;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.mobiletoken.lockout.postgres.CustomerNow;
import org.mobiletoken.lockout.rules.CustomerLockout;

/** A question whose caller waits for the answer; what is done about it belongs to the caller's trace. */
final class Waiting<A> {
    private final Question<A> question;
    private final Context trace = Context.current();
    private final CompletableFuture<Optional<A>> answer = new CompletableFuture<>();

    Waiting(Question<A> question) {
        this.question = question;
    }

    Question<A> question() {
        return question;
    }

    Optional<A> answer() {
        return answer.join();
    }

    /** Decides, and hands the customer afterwards on to be recorded; the caller hears of it when the result is run. */
    Runnable decide(CustomerNow held, Consumer<CustomerLockout> record) {
        try (Scope _ = trace.makeCurrent()) {
            var decided = question.decide(held);
            record.accept(decided.after());
            return () -> answer.complete(Optional.of(decided.answer()));
        }
    }

    /** Leaves the question to its caller, unless it has been answered. */
    void leave() {
        answer.complete(Optional.empty());
    }
}
