package org.mobiletoken.charts;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Finds the fields that a type of Kubernetes or Strimzi does not have: the types keep them as additional properties, wherever they are. */
final class UnknownFields {
    private final List<String> found = new ArrayList<>();

    private UnknownFields() {}

    static List<String> in(Object manifest) {
        var search = new UnknownFields();
        try {
            search.visit(manifest, manifest.getClass().getSimpleName());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        return search.found;
    }

    private void visit(Object value, String path) throws IllegalAccessException {
        if (value instanceof Collection<?> all) {
            for (Object each : all) {
                visit(each, path + "[]");
            }
        } else if (value instanceof Map<?, ?> map) {
            for (var entry : map.entrySet()) {
                if (entry.getValue() != null) {
                    visit(entry.getValue(), path + "." + entry.getKey());
                }
            }
        } else if (isModel(value)) {
            fields(value, path);
        }
    }

    private void fields(Object model, String path) throws IllegalAccessException {
        for (Class<?> type = model.getClass(); type != null && isModel(type); type = type.getSuperclass()) {
            for (var field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers())) {
                    continue;
                }
                field.setAccessible(true);
                Object value = field.get(model);
                if (field.getName().equals("additionalProperties") && value instanceof Map<?, ?> unknown) {
                    unknown.keySet().forEach(name -> found.add(path + "." + name));
                } else if (value != null) {
                    visit(value, path + "." + field.getName());
                }
            }
        }
    }

    private static boolean isModel(Object value) {
        return isModel(value.getClass()) && !(value instanceof GenericKubernetesResource);
    }

    private static boolean isModel(Class<?> type) {
        return !type.isEnum()
                && (type.getName().startsWith("io.fabric8.") || type.getName().startsWith("io.strimzi."));
    }
}
