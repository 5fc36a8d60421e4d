package org.mobiletoken.sync.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.mobiletoken.operations.Difference;

/** Compares the live copy of the tokens with the rebuilt one, row by row and by their versions. */
@ApplicationScoped
public class TokenStateDifference {
    private static final String COMPARE = """
            with compared as (
                select coalesce(l.customer_id, r.customer_id) || ' ' || coalesce(l.app, r.app) as row_name,
                    md5(coalesce(l::text, '')) || md5(coalesce(r::text, '')) as contents,
                    case
                        when l::text = r::text then 'SAME'
                        when r.version is null then 'ONLY_LIVE'
                        when l.version is null or r.version <> l.version then 'AHEAD'
                        else 'DIFFERENT'
                    end as verdict
                from token_state l full join token_state_rebuilt r
                    on r.customer_id = l.customer_id and r.app = l.app
            )
            select count(*) filter (where verdict = 'SAME') as same,
                count(*) filter (where verdict = 'AHEAD') as ahead,
                count(*) filter (where verdict = 'DIFFERENT') as different,
                count(*) filter (where verdict = 'ONLY_LIVE') as only_live,
                (select array(select row_name || ' ' || verdict from compared
                    where verdict in ('DIFFERENT', 'ONLY_LIVE') order by row_name limit 20)) as examples,
                md5(coalesce(string_agg(row_name || contents, '' order by row_name)
                    filter (where verdict in ('DIFFERENT', 'ONLY_LIVE')), '')) as fingerprint
            from compared""";

    private final DataSource dataSource;

    TokenStateDifference(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public Difference now() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement compare = connection.prepareStatement(COMPARE);
                ResultSet found = compare.executeQuery()) {
            found.next();
            return new Difference(
                    found.getLong("same"),
                    found.getLong("ahead"),
                    found.getLong("different"),
                    found.getLong("only_live"),
                    List.of((String[]) found.getArray("examples").getArray()),
                    found.getString("fingerprint"));
        } catch (SQLException e) {
            throw new IllegalStateException("The copies of the tokens could not be compared", e);
        }
    }
}
