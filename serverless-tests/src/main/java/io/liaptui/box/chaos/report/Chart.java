package io.liaptui.box.chaos.report;

import java.util.List;
import java.util.Locale;

/** A bar for each repetition: the stall of half of the sockets, of all but one of a hundred, and the longest. */
final class Chart {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 160;
    private static final int FOOT = 20;
    private static final int LEFT = 56;

    private Chart() {}

    /** An SVG element; empty if nothing was timed. */
    static String of(DrillResult result) {
        List<Spread> spreads = result.repetitions().stream()
                .map(repetition -> Spread.of(repetition.times(Metric.STALL)))
                .toList();
        long top = spreads.stream().mapToLong(Spread::max).max().orElse(0);
        if (top == 0) {
            return "";
        }
        StringBuilder svg = new StringBuilder("<svg viewBox=\"0 0 " + WIDTH + " " + (HEIGHT + FOOT)
                + "\" role=\"img\" aria-label=\"Stall of each repetition\">");
        double step = (WIDTH - LEFT) / (double) spreads.size();
        double width = Math.min(36, step * 0.7);
        for (int i = 0; i < spreads.size(); i++) {
            Spread spread = spreads.get(i);
            double x = LEFT + i * step + (step - width) / 2;
            bar(svg, x, width, spread.max(), top, "0.25");
            bar(svg, x, width, spread.p99(), top, "0.45");
            bar(svg, x, width, spread.p50(), top, "0.9");
            text(svg, x + width / 2, HEIGHT + 14, "middle", Integer.toString(i + 1));
        }
        text(svg, LEFT - 6, 12, "end", top + " ms");
        text(svg, LEFT - 6, HEIGHT, "end", "0");
        return svg.append(
                        "</svg><p class=\"dim\">Stall of each repetition: dark p50, middle p99, light the longest.</p>")
                .toString();
    }

    private static void bar(StringBuilder svg, double x, double width, long value, long top, String opacity) {
        double height = HEIGHT * (double) value / top;
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"#2f6fb2\" fill-opacity=\"%s\"/>",
                x,
                HEIGHT - height,
                width,
                height,
                opacity));
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" font-size=\"11\" text-anchor=\"%s\" fill=\"currentColor\">%s</text>",
                x,
                y,
                anchor,
                text));
    }
}
