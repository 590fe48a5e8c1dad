package io.liaptui.common.games.liaptui.testkit;

import java.util.Arrays;
import java.util.List;

/** Cases written as lines of cells between bars. */
public final class TextTable {
    private TextTable() {}

    public static List<List<String>> rows(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> Arrays.stream(line.split("\\|")).map(String::trim).toList())
                .toList();
    }

    /** The numbers of one cell, between commas. */
    public static List<Integer> numbers(String cell) {
        return cell.isEmpty()
                ? List.of()
                : Arrays.stream(cell.split(","))
                        .map(String::trim)
                        .map(Integer::valueOf)
                        .toList();
    }
}
