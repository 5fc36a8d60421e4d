package org.mobiletoken.enrolment.postgres;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.enrolment.postgres.LiveTokens.Key;
import org.mobiletoken.enrolment.rules.Token;
import org.mobiletoken.groupcommit.GroupCommit;

/** The live tokens of keys, looked for at once for all who ask while one look-up is on its way. */
@ApplicationScoped
public class TokensByKey {

    /** A key whose token somebody waits for. */
    private static final class Asked {
        private final Key key;
        private boolean answered;
        private @Nullable Token token;

        Asked(Key key) {
            this.key = key;
        }
    }

    private final LiveTokens tokens;
    private final GroupCommit<Asked> group;

    TokensByKey(LiveTokens tokens) {
        this.tokens = tokens;
        this.group = new GroupCommit<>("tokens-by-key", Function.identity(), this::find);
    }

    void start(@Observes StartupEvent start) {
        group.start();
    }

    void stop(@Observes ShutdownEvent stop) {
        group.close();
    }

    /** The live token of this app whose device key or biometric key has the thumbprint. */
    public Optional<Token> find(String app, String thumbprint) {
        var asked = new Asked(new Key(app, thumbprint));
        group.await(asked);
        if (!asked.answered) {
            find(List.of(asked));
        }
        return Optional.ofNullable(asked.token);
    }

    private void find(List<Asked> together) {
        List<Optional<Token>> found =
                tokens.byKeys(together.stream().map(asked -> asked.key).toList());
        for (int i = 0; i < together.size(); i++) {
            together.get(i).token = found.get(i).orElse(null);
            together.get(i).answered = true;
        }
    }
}
