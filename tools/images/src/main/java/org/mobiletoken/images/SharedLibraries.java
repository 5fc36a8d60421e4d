package org.mobiletoken.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The system's libraries that programs of a folder are linked against, the dynamic linker among them. */
final class SharedLibraries {
    private static final Pattern LINKED = Pattern.compile("(?m)^\\s*(?:\\S+ => )?(/\\S+) \\(0x");

    private SharedLibraries() {}

    /** As absolute paths, by which they are found in an image too; those that lie in the folder itself are left out. */
    static Set<Path> neededBy(Path folder) throws IOException {
        List<String> command = new ArrayList<>(List.of("ldd"));
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> isLinked(folder, file)).map(Path::toString).forEach(command::add);
        }
        Set<Path> needed = new TreeSet<>();
        for (String library : LINKED.matcher(Tool.run(command))
                .results()
                .map(found -> found.group(1))
                .toList()) {
            Path path = Path.of(library);
            if (!path.normalize().startsWith(folder)) {
                needed.add(path);
            }
        }
        return needed;
    }

    /** A library, or a program: a Java runtime keeps its programs in bin. */
    private static boolean isLinked(Path folder, Path file) {
        return Files.isRegularFile(file) && (file.toString().endsWith(".so") || file.startsWith(folder.resolve("bin")));
    }
}
