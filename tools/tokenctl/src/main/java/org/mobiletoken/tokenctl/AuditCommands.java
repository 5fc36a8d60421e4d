package org.mobiletoken.tokenctl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.audit.SealingKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The record of what staff and operations did: is it as it was sealed? */
@Command(
        name = "audit",
        description = "Checks what staff and operations did against its seals.",
        subcommands = AuditCommands.Verify.class)
final class AuditCommands {
    private AuditCommands() {}

    /**
     * Walks each service's chain from its beginning. A tail that was cut off shows only against a seal that is kept elsewhere, so every
     * right result leaves the newest seals in the file of anchors.
     */
    @Command(
            name = "verify",
            description = "Checks chain, rows and seals of each service, and names the first row that is wrong.")
    static final class Verify extends Operation {
        @Option(
                names = {"-s", "--service"},
                description = "These only; all unless told otherwise.")
        private List<String> services = new ArrayList<>();

        @Option(
                names = "--anchors",
                description = "A file of seals seen before, to be kept where nobody who rules a database can write;"
                        + " written anew where all is right.")
        private @Nullable Path anchors;

        @Option(names = "--keys", description = "A JWK set to check by, instead of the keys that the services publish.")
        private @Nullable Path keys;

        @Option(
                names = "--sealed-within",
                defaultValue = "PT2H",
                description = "How old the newest seal may be, as an ISO 8601 duration; PT2H unless told otherwise.")
        private Duration sealedWithin = Duration.ofHours(2);

        @Override
        ExitStatus run(Platform platform, Output output) {
            Anchors known = anchors == null ? Anchors.none() : Anchors.read(anchors);
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            List<List<String>> rows = new ArrayList<>();
            ExitStatus worst = ExitStatus.DONE;
            for (Service service : platform.services(services)) {
                try {
                    VerifiedChain chain = VerifiedChain.of(service, keysOf(service), known, sealedWithin);
                    all.add(chain.json());
                    rows.add(chain.row());
                    if (chain.isRight()) {
                        chain.newestSeal().ifPresent(seal -> known.keep(service.name(), seal));
                    } else {
                        worst = ExitStatus.NOT_AS_SEALED;
                    }
                } catch (Failure e) {
                    warn(e.sentence());
                    worst = worst == ExitStatus.DONE ? e.status() : worst;
                }
            }
            output.print(all, List.of("SERVICE", "ENTRIES", "NEWEST SEAL", "RESULT"), rows, "Nobody answers.");
            if (anchors != null) {
                known.write(anchors);
            }
            return worst;
        }

        private SealingKeys keysOf(Service service) {
            try {
                JsonNode published = keys == null ? service.get("audit/keys") : null;
                return SealingKeys.published(
                        published == null
                                ? Files.readString(Optional.ofNullable(keys).orElseThrow())
                                : published.toString());
            } catch (IOException | IllegalArgumentException e) {
                throw new Failure(ExitStatus.USAGE, "The keys to check " + service.name() + " by cannot be read.");
            }
        }
    }
}
