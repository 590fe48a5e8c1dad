package io.liaptui.ws.journal;

import io.liaptui.ws.redis.RedisLine;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How full Redis' memory is; asked at most once a second, however many want to know. Without a {@code maxmemory} nobody can
 * say. Threading: any thread.
 */
final class Fullness {
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final Pattern USED = line("used_memory");
    private static final Pattern MOST = line("maxmemory");
    /** Buffers of replicas and of the append-only file: Redis does not hold them against the limit. */
    private static final Pattern ASIDE = line("mem_not_counted_for_evict");

    private final RedisLine line;
    private final double part;
    private @Nullable Known known;

    private record Known(CompletionStage<Boolean> answer, long at) {}

    /**
     * @param part of the memory above which it is filling, 0 to 1
     */
    Fullness(RedisLine line, double part) {
        this.line = line;
        this.part = part;
    }

    /** Never fails: what is not known is not full. */
    synchronized CompletionStage<Boolean> isFilling() {
        Known last = known;
        if (last == null || System.nanoTime() - last.at() > FRESH_NANOS) {
            last = new Known(ask(), System.nanoTime());
            known = last;
        }
        return last.answer();
    }

    private CompletionStage<Boolean> ask() {
        Request memory = Request.cmd(Command.INFO).arg("memory");
        return RedisJournal.read(line.send(memory), answer -> isAbove(answer.toString()))
                .exceptionally(failure -> false);
    }

    private boolean isAbove(String info) {
        long most = number(MOST, info);
        return most > 0 && number(USED, info) - number(ASIDE, info) > most * part;
    }

    private static long number(Pattern pattern, String info) {
        Matcher found = pattern.matcher(info);
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    private static Pattern line(String name) {
        return Pattern.compile("(?m)^" + name + ":(\\d{1,18})\\s*$");
    }
}
