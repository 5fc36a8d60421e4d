package org.mobiletoken.lockout.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.lockout.rules.LockoutPolicy;

/** Goes through every situation that can be reached within bounds, nearest first, until none is new. */
final class Search {

    /** How a situation was first reached. */
    private record Way(@Nullable Way before, String move, World world) {}

    private final Map<Shape, World> seen = new HashMap<>();
    private final Moves moves;

    private Search(Moves moves) {
        this.moves = moves;
    }

    /** Everything reachable; throws with the shortest way there when something happens that must not. */
    static Search through(Protocol protocol, LockoutPolicy policy, Bounds bounds) {
        var search = new Search(new Moves(protocol, policy));
        search.run(World.atFirst(bounds));
        return search;
    }

    int situations() {
        return seen.size();
    }

    boolean reached(Predicate<World> situation) {
        return seen.values().stream().anyMatch(situation);
    }

    private void run(World first) {
        var next = new ArrayDeque<Way>();
        seen.put(Shape.of(first), first);
        next.add(new Way(null, "at first", first));
        while (!next.isEmpty()) {
            var way = next.remove();
            for (var move : movesFrom(way)) {
                if (seen.putIfAbsent(Shape.of(move.world()), move.world()) == null) {
                    next.add(new Way(way, move.what(), move.world()));
                }
            }
        }
    }

    private List<Moves.Move> movesFrom(Way way) {
        try {
            return moves.from(way.world());
        } catch (Violation violation) {
            throw new AssertionError(violation.getMessage() + ", after: " + String.join("; ", told(way)), violation);
        }
    }

    private static List<String> told(Way way) {
        var told = new ArrayList<String>();
        for (Way step = way; step != null; step = step.before()) {
            told.add(step.move());
        }
        Collections.reverse(told);
        return told;
    }
}
