package io.liaptui.box.run;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** {@code ./liap up} in the foreground: until Ctrl-C or {@code ./liap down}. */
final class Up {
    private Up() {}

    static int run(Layout layout, UpOptions options) throws IOException, InterruptedException {
        Progress progress = System.out::println;
        Undo undo = new Undo(progress);
        // Ctrl-C, SIGTERM from down and a closed terminal all end here
        Runtime.getRuntime().addShutdownHook(new Thread(undo::close, "stop"));
        Box box = Box.start(layout, options, progress, undo);
        welcome(box, options).forEach(progress::say);
        Control control = Control.open(box, layout.control());
        undo.add(control::close);
        new CountDownLatch(1).await();
        return 0;
    }

    private static List<String> welcome(Box box, UpOptions options) {
        String url = box.url().toString();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Liap Tui is running"
                + (options.pace() == 1
                        ? ""
                        : " at pace "
                                + BigDecimal.valueOf(options.pace())
                                        .stripTrailingZeros()
                                        .toPlainString())
                + ".");
        lines.add("");
        lines.add(Status.row("Play", url + "/"));
        lines.add(Status.row("REST API", url + "/api/health"));
        lines.add(Status.row("Dashboard", url + "/metrics/dashboard"));
        lines.addAll(box.parts());
        lines.add(Status.row("Operators", "./liap admin, or the token in .liap/admin-token"));
        lines.add(Status.row("Logs", "./liap logs"));
        lines.add(Status.row("Stop", options.detach() ? "./liap down" : "Ctrl-C, or ./liap down"));
        lines.add("");
        return lines;
    }
}
