package io.liaptui.box.run;

import io.liaptui.box.bench.BenchCommand;
import io.liaptui.box.chaos.ChaosCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The commands behind {@code ./liap}; the script finds the tools, builds, and hands over to this. */
public final class Liap {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Liap() {}

    /** Runs one command; {@code -Dliap.home} is the clone, {@code -Dliap.state} the folder to write to, if not .liap. */
    public static void main(String[] args) {
        Path home = Path.of(System.getProperty("liap.home", "."));
        String state = System.getProperty("liap.state");
        Layout layout = state == null ? Layout.of(home) : Layout.in(home, Path.of(state));
        System.exit(run(layout, List.of(args)));
    }

    /** The exit code: 0 done, 1 could not, 2 not understood. */
    private static int run(Layout layout, List<String> args) {
        if (args.isEmpty()) {
            return misused("Say what to do; ./liap help lists the commands.");
        }
        List<String> rest = args.subList(1, args.size());
        try {
            return switch (args.getFirst()) {
                case "up" -> up(layout, rest);
                case "supervise" -> Up.run(layout, UpOptions.parse(rest, System.getenv()));
                case "down" -> {
                    nothingMore("down", rest);
                    yield Down.run(layout, System.out::println);
                }
                case "status" -> {
                    nothingMore("status", rest);
                    yield Ask.status(layout, System.out::println);
                }
                case "drain" -> Ask.drain(layout, rest, System.out::println);
                case "node" -> Ask.node(layout, rest, System.out::println);
                case "admin" -> Operate.run(layout, rest, System.getenv(), System.out::println);
                case "chaos" ->
                    ChaosCommand.run(layout.home(), layout.state().resolve("chaos"), rest, System.out::println);
                case "bench" ->
                    BenchCommand.run(layout.home(), layout.state().resolve("bench"), rest, System.out::println);
                case "logs" -> Logs.show(layout, rest, System.out::println);
                default -> misused("liap has no command \"" + args.getFirst() + "\"; ./liap help lists them.");
            };
        } catch (BoxFailure e) {
            System.err.println(e.getMessage());
            return FAILED;
        } catch (IOException e) {
            System.err.println("Not possible: " + e);
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private static void nothingMore(String command, List<String> rest) {
        if (!rest.isEmpty()) {
            throw new BoxFailure(
                    "liap " + command + " takes nothing more, but got \"" + String.join(" ", rest) + "\".");
        }
    }

    private static int up(Layout layout, List<String> rest) throws IOException, InterruptedException {
        UpOptions options = UpOptions.parse(rest, System.getenv());
        return options.detach() ? Detached.up(layout, rest, System.out::println) : foreground(layout, options);
    }

    private static int foreground(Layout layout, UpOptions options) throws IOException, InterruptedException {
        BoxLock lock = BoxLock.take(layout.lock());
        try {
            Folders.delete(layout.logs());
        } finally {
            lock.close();
        }
        return Up.run(layout, options);
    }

    private static int misused(String message) {
        System.err.println(message);
        return MISUSED;
    }
}
