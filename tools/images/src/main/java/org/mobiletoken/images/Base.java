package org.mobiletoken.images;

import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What an image stands on: something with a Java 25 whose {@code java} is named. */
sealed interface Base {

    JibContainerBuilder begin() throws IOException, InvalidImageReferenceException;

    String java();

    /** An image of a registry, by digest, so that the same name always is the same image. */
    record Published(String reference) implements Base {
        private static final Pattern BY_DIGEST = Pattern.compile(".+@sha256:[0-9a-f]{64}");

        public Published {
            if (!BY_DIGEST.matcher(reference).matches()) {
                throw new IllegalArgumentException(
                        "The base image has to be named by digest (…@sha256:…): " + reference);
            }
        }

        @Override
        public JibContainerBuilder begin() throws InvalidImageReferenceException {
            return Jib.from(reference);
        }

        @Override
        public String java() {
            return "java";
        }
    }

    /** Nothing but a Java runtime, the system's libraries that it needs, and the few files that those look for. */
    record Assembled(JavaRuntime runtime, Path files) implements Base {
        private static final AbsoluteUnixPath HOME = AbsoluteUnixPath.get("/opt/java");
        private static final FilePermissions PROGRAM = FilePermissions.fromOctalString("755");
        private static final FilePermissions FILE = FilePermissions.fromOctalString("644");
        private static final FilePermissions FOR_ALL = FilePermissions.fromOctalString("777");

        @Override
        public JibContainerBuilder begin() throws IOException {
            return Jib.fromScratch()
                    .addFileEntriesLayer(system(runtime.libraries()))
                    .addFileEntriesLayer(java25());
        }

        @Override
        public String java() {
            return HOME.resolve("bin/java").toString();
        }

        private FileEntriesLayer system(Set<Path> libraries) throws IOException {
            var layer = FileEntriesLayer.builder().setName("system");
            for (Path library : libraries) {
                layer.addEntry(library.toRealPath(), AbsoluteUnixPath.fromPath(library.normalize()), PROGRAM);
            }
            layer.addEntry(file("passwd", "mobile-token:x:10001:10001::/:/sbin/nologin"), etc("passwd"), FILE);
            layer.addEntry(file("group", "mobile-token:x:10001:"), etc("group"), FILE);
            layer.addEntry(file("nsswitch.conf", "hosts: files dns"), etc("nsswitch.conf"), FILE);
            layer.addEntry(Files.createDirectories(files.resolve("tmp")), AbsoluteUnixPath.get("/tmp"), FOR_ALL);
            return layer.build();
        }

        private FileEntriesLayer java25() throws IOException {
            return FileEntriesLayer.builder()
                    .setName("java")
                    .addEntryRecursive(runtime.home(), HOME, (source, _) -> Files.isExecutable(source) ? PROGRAM : FILE)
                    .build();
        }

        private Path file(String name, String line) throws IOException {
            return Files.write(Files.createDirectories(files).resolve(name), List.of(line));
        }

        private static AbsoluteUnixPath etc(String name) {
            return AbsoluteUnixPath.get("/etc/" + name);
        }
    }
}
