package org.mobiletoken.charts;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The settings that a module declares in its {@code @ConfigMapping} interfaces, as their source says. */
final class DeclaredSettings {
    /** One setting; {@code <name>} stands in its name for what a map has as keys, {@code [0]} for places in a list. */
    record Setting(String name, Optional<String> standard, boolean needed, String meaning) {}

    private static final Pattern IN_MAP = Pattern.compile("Map<String, ?(.+)>");
    private static final Pattern IN_LIST = Pattern.compile("List<(.+)>");
    private static final Pattern TAG = Pattern.compile("\\{@(?:link|code) #?([^}(]+)(?:\\(\\))?}");

    private final Map<String, ClassTree> interfaces = new HashMap<>();
    private final Map<Tree, String> comments = new HashMap<>();
    private final List<Setting> found = new ArrayList<>();

    private DeclaredSettings() {}

    static List<Setting> of(String module) {
        var declared = new DeclaredSettings();
        declared.parse(Sources.files(module)
                .filter(file -> Sources.text(file).contains("import io.smallrye.config."))
                .toList());
        declared.interfaces.values().stream()
                .distinct()
                .forEach(each -> annotation(each.getModifiers().getAnnotations(), "ConfigMapping", "prefix")
                        .ifPresent(prefix -> declared.group(prefix, each)));
        return declared.found;
    }

    private void parse(List<Path> files) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            DocTrees documentation = DocTrees.instance(task);
            for (var unit : task.parse()) {
                new TreePathScanner<@Nullable Void, @Nullable Void>() {
                    @Override
                    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
                        interfaces.put(type.getSimpleName().toString(), type);
                        return super.visitClass(type, nothing);
                    }

                    @Override
                    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
                        comments.put(
                                method, Objects.requireNonNullElse(documentation.getDocComment(getCurrentPath()), ""));
                        return super.visitMethod(method, nothing);
                    }
                }.scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void group(String prefix, ClassTree type) {
        type.getMembers().stream()
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .filter(method -> method.getBody() == null)
                .forEach(method -> method(prefix, method));
    }

    private void method(String prefix, MethodTree method) {
        boolean unnamed = method.getModifiers().getAnnotations().stream()
                .anyMatch(each -> each.getAnnotationType().toString().equals("WithParentName"));
        String name = unnamed ? prefix : prefix + "." + kebab(method.getName().toString());
        String type = method.getReturnType().toString();
        for (var inside = IN_MAP.matcher(type); inside.matches(); inside = IN_MAP.matcher(type)) {
            name += ".<name>";
            type = inside.group(1);
        }
        var inList = IN_LIST.matcher(type);
        if (inList.matches()) {
            name += "[0]";
            type = inList.group(1);
        }
        ClassTree nested = interfaces.get(type);
        if (nested != null && nested.getKind() == Tree.Kind.INTERFACE) {
            group(name, nested);
        } else {
            found.add(setting(name, type, method));
        }
    }

    private Setting setting(String name, String type, MethodTree method) {
        var annotations = method.getModifiers().getAnnotations();
        Optional<String> standard = annotation(annotations, "WithDefault", "value");
        boolean needed = standard.isEmpty() && !type.startsWith("Optional<") && !name.endsWith("<name>");
        String comment = TAG.matcher(comments.getOrDefault(method, "").strip().replaceAll("\\s+", " "))
                .replaceAll(tag -> "`" + (tag.group().startsWith("{@link") ? kebab(tag.group(1)) : tag.group(1)) + "`")
                .replaceFirst("\\.$", "");
        return new Setting(
                standard.isPresent() ? name.replaceFirst("\\[0]$", "") : name,
                standard,
                needed,
                comment + limits(annotations));
    }

    private static String limits(List<? extends AnnotationTree> annotations) {
        Optional<String> least = annotation(annotations, "Min", "value");
        Optional<String> most = annotation(annotations, "Max", "value");
        return Stream.of(least.map(limit -> "at least " + limit), most.map(limit -> "at most " + limit))
                .flatMap(Optional::stream)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "), limits -> limits.isEmpty() ? "" : " (" + limits + ")"));
    }

    private static Optional<String> annotation(
            List<? extends AnnotationTree> annotations, String name, String attribute) {
        return annotations.stream()
                .filter(each -> each.getAnnotationType().toString().equals(name))
                .flatMap(each -> each.getArguments().stream())
                .flatMap(argument -> switch (argument) {
                    case AssignmentTree given ->
                        given.getVariable().toString().equals(attribute)
                                ? Stream.of(given.getExpression())
                                : Stream.empty();
                    default -> attribute.equals("value") ? Stream.of(argument) : Stream.empty();
                })
                .map(DeclaredSettings::constant)
                .findFirst();
    }

    private static String constant(ExpressionTree expression) {
        return expression instanceof LiteralTree literal ? String.valueOf(literal.getValue()) : expression.toString();
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1-$2")
                .toLowerCase(Locale.ROOT);
    }
}
