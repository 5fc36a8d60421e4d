package org.mobiletoken.stack;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Class paths of child JVMs, as the build wrote them down: nothing on them is on this JVM's own class path. */
final class ClassPath {
    private ClassPath() {}

    /** The paths in a resource that the build wrote, preceded by the folder or jar that holds the resource itself. */
    static List<Path> listedIn(String resource) {
        URL url = ClassPath.class.getClassLoader().getResource(resource);
        if (url == null) {
            throw new StackException("The build has not written " + resource + ".");
        }
        return Stream.concat(Stream.of(holderOf(url, resource)), pathsIn(url)).toList();
    }

    /** The paths in a resource that the build wrote. */
    static List<Path> filesIn(String resource) {
        List<Path> all = listedIn(resource);
        return all.subList(1, all.size());
    }

    static List<Path> withLeash(List<Path> classPath) {
        String self = Leash.class.getName().replace('.', '/') + ".class";
        URL url = ClassPath.class.getClassLoader().getResource(self);
        if (url == null) {
            throw new StackException("The class " + Leash.class.getName() + " has no file.");
        }
        var all = new ArrayList<>(classPath);
        all.add(holderOf(url, self));
        return all;
    }

    static String join(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static Stream<Path> pathsIn(URL url) {
        try (InputStream in = url.openStream()) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            return List.of(text.split(File.pathSeparator)).stream().map(Path::of);
        } catch (IOException e) {
            throw new StackException("The class path in " + url + " cannot be read.", e);
        }
    }

    private static Path holderOf(URL url, String resource) {
        String text = url.toString();
        String holder = text.startsWith("jar:")
                ? text.substring("jar:".length(), text.lastIndexOf("!/"))
                : text.substring(0, text.length() - resource.length());
        try {
            return Path.of(new URI(holder));
        } catch (URISyntaxException e) {
            throw new StackException("The place of " + resource + " is not a file: " + text, e);
        }
    }
}
