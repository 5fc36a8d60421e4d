package org.mobiletoken.operations;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.mobiletoken.operations.kafka.BrokerAway;
import org.mobiletoken.operations.postgres.Ledger;
import org.mobiletoken.operations.postgres.Ledger.Action;
import org.mobiletoken.operations.postgres.Rebuilds;
import org.mobiletoken.operations.postgres.RunnersLock;
import org.mobiletoken.operations.rules.RebuildState;

/** Fills the table beside of the running rebuild, in whichever replica comes first; the next goes on after a crash. */
@ApplicationScoped
class RebuildRunner {
    private static final Logger LOG = Logger.getLogger(RebuildRunner.class);

    private final Projections projections;
    private final Rebuilds rebuilds;
    private final RunnersLock lock;
    private final CatchUp catchUp;
    private final Ledger ledger;

    RebuildRunner(Projections projections, Rebuilds rebuilds, RunnersLock lock, CatchUp catchUp, Ledger ledger) {
        this.projections = projections;
        this.rebuilds = rebuilds;
        this.lock = lock;
        this.catchUp = catchUp;
        this.ledger = ledger;
    }

    @Scheduled(every = "${mobile-token.operations.look-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        if (!projections.names().isEmpty() && rebuilds.running().isPresent()) {
            lock.whileHeld(RunnersLock.Work.REBUILD, () -> rebuilds.running().ifPresent(this::run));
        }
    }

    private void run(Rebuild rebuild) {
        try {
            Projection projection = projections.of(rebuild.projection()).orElseThrow();
            if (catchUp.read(projection, rebuild)) {
                built(rebuild);
            }
        } catch (BrokerAway e) {
            LOG.warnf("Rebuild %s waits for the broker", rebuild.id());
            waits(rebuild.id(), "The broker does not answer; the rebuild goes on once it is back.");
        } catch (RuntimeException e) {
            LOG.errorf(e, "Rebuild %s is interrupted and goes on by itself", rebuild.id());
            waits(rebuild.id(), "Something this rebuild needs is away; it goes on by itself.");
        }
    }

    /** Says so in the rebuild, and in the ledger unless it has waited already. */
    private void waits(UUID id, String because) {
        QuarkusTransaction.requiringNew()
                .run(() -> rebuilds.lock(id)
                        .filter(found -> found.state() == RebuildState.RUNNING && found.note() == null)
                        .ifPresent(found -> {
                            rebuilds.note(id, because);
                            record(found, Action.REBUILD_WAITS, found.done() + " events applied so far. " + because);
                        }));
    }

    private void built(Rebuild rebuild) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (rebuilds.built(rebuild.id())) {
                record(rebuild, Action.REBUILD_BUILT, rebuild.total() + " events applied");
            }
        });
    }

    private void record(Rebuild rebuild, Action action, String outcome) {
        ledger.add(Operator.SERVICE, action, rebuild.id().toString(), rebuild.grounds(), outcome);
    }
}
