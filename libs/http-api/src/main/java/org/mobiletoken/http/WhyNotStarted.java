package org.mobiletoken.http;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Why a service did not start, in one line that says what to look at; it quotes no value of a setting. */
final class WhyNotStarted {
    private static final String FLYWAY = "org.flywaydb.";
    private static final Pattern SCRIPT = Pattern.compile("script (\\S+\\.sql)");
    private static final Pattern BREAKS = Pattern.compile("\\s*\\R\\s*");

    private WhyNotStarted() {}

    static String in(Throwable failure) {
        List<Throwable> chain = Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .limit(50)
                .toList();
        Throwable root = chain.getLast();
        return first(chain, SQLException.class)
                .flatMap(sql -> ofDatabase(sql, chain))
                .or(() -> ofMigration(chain))
                .orElseGet(() -> oneLine(root.getMessage() == null ? root.toString() : root.getMessage()));
    }

    private static Optional<String> ofDatabase(SQLException sql, List<Throwable> chain) {
        String state = sql.getSQLState() == null ? "" : sql.getSQLState();
        if (state.startsWith("28")) {
            return Optional.of("The database refuses the user or the password (SQL state " + state
                    + "): check quarkus.datasource.username and quarkus.datasource.password.");
        }
        if (state.equals("3D000")) {
            return Optional.of("The database does not exist (SQL state 3D000): check quarkus.datasource.jdbc.url.");
        }
        if (first(chain, SSLException.class).isPresent()) {
            return Optional.of("The database and this service do not agree on TLS: check sslmode and sslrootcert in"
                    + " quarkus.datasource.jdbc.url.");
        }
        if (state.startsWith("08")) {
            return Optional.of("The database does not answer (SQL state " + state
                    + "): check quarkus.datasource.jdbc.url and the network.");
        }
        return Optional.empty();
    }

    private static Optional<String> ofMigration(List<Throwable> chain) {
        return chain.stream()
                .filter(each -> each.getClass().getName().startsWith(FLYWAY))
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .findFirst()
                .map(message -> ofMigration(message, chain));
    }

    private static String ofMigration(String message, List<Throwable> chain) {
        Optional<String> state = first(chain, SQLException.class).map(SQLException::getSQLState);
        var script = SCRIPT.matcher(message);
        return script.find() && state.isPresent()
                ? "The migration " + script.group(1) + " failed (SQL state " + state.get()
                        + ") and was rolled back: the schema is as it was before it."
                : "The schema is not as this version needs it: " + oneLine(message);
    }

    private static <T extends Throwable> Optional<T> first(List<Throwable> chain, Class<T> type) {
        return chain.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    private static String oneLine(String text) {
        return BREAKS.matcher(text.strip()).replaceAll(" ");
    }
}
