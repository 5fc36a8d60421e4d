package org.mobiletoken.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.mobiletoken.stack.RepositoryRoot;

/** What docs/retention.md says of tables; one that it does not name may grow for ever without anybody having decided so. */
public final class StatedRetention {
    private static final Pattern NAME = Pattern.compile("`([a-z_]+)`");
    private static final String EVERY_SERVICE = "In every service";

    private StatedRetention() {}

    /** The tables of this database of which the document says nothing under this service's name. */
    public static Set<String> missing(DataSource database, String service) {
        Set<String> tables = tables(database);
        tables.removeAll(named(service));
        return tables;
    }

    private static Set<String> named(String service) {
        Set<String> names = new TreeSet<>();
        boolean applies = false;
        for (String line : lines()) {
            if (line.startsWith("## ")) {
                String heading = line.substring(3).strip();
                applies = heading.equals(EVERY_SERVICE) || heading.equals(service);
            } else if (applies && line.startsWith("| `")) {
                NAME.matcher(line.split("\\|")[1]).results().forEach(name -> names.add(name.group(1)));
            }
        }
        return names;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(RepositoryRoot.find().resolve("docs/retention.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> tables(DataSource database) {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement("select tablename from pg_tables where schemaname = 'public'");
                var found = select.executeQuery()) {
            Set<String> tables = new TreeSet<>();
            while (found.next()) {
                tables.add(found.getString(1));
            }
            return tables;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
