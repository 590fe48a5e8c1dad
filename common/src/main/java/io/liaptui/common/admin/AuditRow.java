package io.liaptui.common.admin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One entry of the log of what operators did. An action has up to three kinds of them, in this order:
 *
 * <ul>
 *   <li>asked, before anything is done: {@code n} (its own id), {@code who}, {@code from}, {@code action}, {@code about},
 *       {@code detail};
 *   <li>answered: {@code of} = that {@code n}, {@code status} (HTTP), {@code detail}, {@code command};
 *   <li>ended, by each node that carried it out: {@code command}, {@code node}, {@code state}, {@code detail}.
 * </ul>
 *
 * <p>The archive keeps the entries of a day (UTC) as lines of {@code audit/<day>.ndjson}, in order.
 *
 * @param id of the stream: {@code <ms since 1970>-<number>}
 */
public record AuditRow(String id, Map<String, String> fields) {
    public static final String NUMBER = "n";
    public static final String WHO = "who";
    public static final String FROM = "from";
    public static final String ACTION = "action";
    public static final String ABOUT = "about";
    public static final String DETAIL = "detail";
    public static final String OF = "of";
    public static final String STATUS = "status";
    public static final String COMMAND = "command";
    public static final String NODE = "node";
    public static final String STATE = "state";

    /** Of the archive. */
    public static final String FOLDER = "audit";

    /** Entries that Redis keeps at most, or a few more, whether or not they are archived. */
    public static final int MOST = 10_000;

    /** Entries that stay in Redis when they are archived. */
    public static final int RECENT = 2_000;

    private static final Pattern ID = Pattern.compile("[0-9]{1,16}-[0-9]{1,19}");

    public AuditRow {
        if (!isId(id)) {
            throw new IllegalArgumentException("not an id of a stream: " + id);
        }
        fields = Map.copyOf(fields);
    }

    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** When, in ms since 1970, by Redis' clock. */
    public long at() {
        return Long.parseLong(id.substring(0, id.indexOf('-')));
    }

    /** A field, or nothing. */
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Name in the archive of the file that this entry belongs to. */
    public String file() {
        return file(
                LocalDate.ofInstant(Instant.ofEpochMilli(at()), ZoneOffset.UTC).toString());
    }

    /**
     * @param day as {@code 2026-11-29}
     */
    public static String file(String day) {
        return FOLDER + "/" + day + ".ndjson";
    }

    /** By time, then by number. */
    public String order() {
        int dash = id.indexOf('-');
        return "0".repeat(16 - dash)
                + id.substring(0, dash)
                + '-'
                + "0".repeat(19 - (id.length() - dash - 1))
                + id.substring(dash + 1);
    }
}
