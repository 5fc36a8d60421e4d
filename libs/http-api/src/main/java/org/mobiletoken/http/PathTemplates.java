package org.mobiletoken.http;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the template of an address; of several that fit, the one that leaves the least open. */
final class PathTemplates {
    /** Stands for every address without a template. */
    static final String OTHER = "/OTHER";

    private final Map<Integer, List<Template>> byLength;

    PathTemplates(Collection<String> templates) {
        this.byLength = templates.stream()
                .map(Template::of)
                .sorted(Comparator.comparingLong(Template::open))
                .collect(Collectors.groupingBy(template -> template.segments().length));
    }

    String of(String path) {
        String[] segments = segments(path);
        return byLength.getOrDefault(segments.length, List.of()).stream()
                .filter(template -> template.fits(segments))
                .findFirst()
                .map(Template::text)
                .orElse(OTHER);
    }

    private static String[] segments(String path) {
        return Stream.of(path.split("/")).filter(segment -> !segment.isEmpty()).toArray(String[]::new);
    }

    private record Template(String text, String[] segments) {
        static Template of(String written) {
            String[] segments = PathTemplates.segments(written);
            return new Template("/" + String.join("/", segments), segments);
        }

        long open() {
            return Stream.of(segments).filter(Template::isOpen).count();
        }

        boolean fits(String[] path) {
            for (int i = 0; i < segments.length; i++) {
                if (!isOpen(segments[i]) && !segments[i].equals(path[i])) {
                    return false;
                }
            }
            return true;
        }

        private static boolean isOpen(String segment) {
            return segment.startsWith("{");
        }
    }
}
