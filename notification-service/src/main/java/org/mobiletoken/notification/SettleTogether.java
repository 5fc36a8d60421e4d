package org.mobiletoken.notification;

import io.opentelemetry.context.Context;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.groupcommit.GroupCommit;
import org.mobiletoken.notification.SendOutcome.Accepted;
import org.mobiletoken.notification.SettleMessage.Taken;
import org.mobiletoken.notification.postgres.OneTimePasswords;
import org.mobiletoken.notification.postgres.OneTimePasswords.CodeId;

/** Writes down in one transaction what providers have accepted at the same time. */
@ApplicationScoped
public class SettleTogether {

    /** A message that was accepted, and the code that it carries. */
    private static final class Settling {
        private final Taken taken;
        private final @Nullable CodeId code;
        private boolean settled;
        private boolean active;

        Settling(Taken taken, @Nullable CodeId code) {
            this.taken = taken;
            this.code = code;
        }

        String customer() {
            return taken.message().id().customerId();
        }
    }

    private final SettleMessage settleMessage;
    private final OneTimePasswords otps;
    private final GroupCommit<Settling> group;

    public SettleTogether(SettleMessage settleMessage, OneTimePasswords otps) {
        this.settleMessage = settleMessage;
        this.otps = otps;
        this.group = new GroupCommit<>("settle-together", Settling::customer, this::settle);
    }

    void start(@Observes StartupEvent start) {
        group.start();
    }

    void stop(@Observes ShutdownEvent stop) {
        group.close();
    }

    void accept(Message.Heading notice, Accepted accepted) {
        settle(new Settling(new Taken(notice, accepted, Context.current()), null));
    }

    /** Makes the code one that can be verified, and says whether it is: another may have been asked for meanwhile. */
    boolean acceptCode(Message.Heading message, Accepted accepted, UUID otpId) {
        var code = new CodeId(message.id().customerId(), otpId);
        var settling = new Settling(new Taken(message, accepted, Context.current()), code);
        settle(settling);
        return settling.active;
    }

    private void settle(Settling settling) {
        group.await(settling);
        if (!settling.settled) {
            settle(List.of(settling));
        }
    }

    private void settle(List<Settling> together) {
        List<CodeId> codes = together.stream()
                .flatMap(settling -> Stream.ofNullable(settling.code))
                .toList();
        Set<CodeId> active = QuarkusTransaction.requiringNew().call(() -> {
            settleMessage.accept(
                    together.stream().map(settling -> settling.taken).toList());
            return otps.concludeSent(codes);
        });
        for (Settling settling : together) {
            settling.active = settling.code != null && active.contains(settling.code);
            settling.settled = true;
        }
    }
}
