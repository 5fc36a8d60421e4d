package org.mobiletoken.notification.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The encrypted parts of error reports, each in its place: 0 is the report, its attachments count from one. */
@ApplicationScoped
public class SealedParts {
    private static final String PARTS = """
            (select reference, 0 as number, content from error_report
             union all select reference, number, content from error_report_attachment) part""";

    private static final String OTHERS = " from " + PARTS + " where substr(content, 1, length(?)) <> ?";
    private static final String NEXT =
            "select reference, number, content" + OTHERS + " and (reference, number) > (?, ?) order by 1, 2 limit ?";

    /** A part whose content is encrypted; its report's reference is as it was written. */
    public record Part(String reference, int number, byte[] content) {
        /** Comes before every part. */
        public static final Part BEGINNING = new Part("", 0, new byte[0]);
    }

    private final Sql sql;

    SealedParts(Sql sql) {
        this.sql = sql;
    }

    /** The next parts that do not begin so. */
    public List<Part> unlessUnder(byte[] prefix, Part after, int limit) {
        return sql.together(
                List.of(Command.of(NEXT, prefix, prefix, after.reference(), after.number(), limit)),
                answers -> answers.rows(
                        row -> new Part(row.getString("reference"), row.getInt("number"), row.getBytes("content"))));
    }

    public long countUnlessUnder(byte[] prefix) {
        return sql.together(
                List.of(Command.of("select count(*)" + OTHERS, prefix, prefix)),
                answers -> answers.rows(row -> row.getLong(1)).getFirst());
    }

    /** Puts new content in the place of the old, unless it has changed or gone meanwhile. */
    public void replace(Part part, byte[] content) {
        if (part.number() == 0) {
            sql.change(
                    "update error_report set content = ? where reference = ? and content = ?",
                    content,
                    part.reference(),
                    part.content());
        } else {
            sql.change(
                    "update error_report_attachment set content = ? where reference = ? and number = ? and content = ?",
                    content,
                    part.reference(),
                    part.number(),
                    part.content());
        }
    }
}
