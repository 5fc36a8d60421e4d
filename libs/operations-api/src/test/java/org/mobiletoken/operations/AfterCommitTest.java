package org.mobiletoken.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AfterCommitTest extends OperationsTest {
    @Inject
    AfterCommit afterCommit;

    private final AtomicInteger counted = new AtomicInteger();

    @Test
    void what_commits_is_counted_after_its_commit() {
        QuarkusTransaction.requiringNew().run(() -> {
            afterCommit.run(counted::incrementAndGet);
            assertThat(counted).hasValue(0);
        });
        assertThat(counted).hasValue(1);
    }

    @Test
    void what_is_rolled_back_is_not_counted() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    afterCommit.run(counted::incrementAndGet);
                    throw new IllegalStateException("the depot burns");
                }))
                .hasMessage("the depot burns");
        assertThat(counted).hasValue(0);
    }

    @Test
    void outside_a_transaction_nothing_can_commit() {
        assertThatThrownBy(() -> afterCommit.run(counted::incrementAndGet)).isInstanceOf(IllegalStateException.class);
    }
}
