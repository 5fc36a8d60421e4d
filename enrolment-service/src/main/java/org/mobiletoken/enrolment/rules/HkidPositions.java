package org.mobiletoken.enrolment.rules;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Three different positions of the HKID, counted from one and in ascending order. */
public final class HkidPositions {

    /** The shortest HKID: a letter, six digits and the check digit. */
    private static final int CHARACTERS = 8;

    private static final int ASKED = 3;

    private HkidPositions() {}

    public static List<Integer> draw(RandomGenerator random) {
        return IntStream.generate(() -> 1 + random.nextInt(CHARACTERS))
                .distinct()
                .limit(ASKED)
                .sorted()
                .boxed()
                .toList();
    }

    public static String text(List<Integer> positions) {
        return positions.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    public static List<Integer> parse(String text) {
        return Stream.of(text.split(",", -1)).map(Integer::valueOf).toList();
    }
}
