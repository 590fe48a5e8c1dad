package io.liaptui.ws.simulation;

import io.liaptui.common.ids.RoomId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who wants to play one game to its end, whatever happens: creates or joins a room, comes back when a socket
 * breaks, and now and then does something silly.
 */
final class Person {
    private static final long SECOND = 1_000_000;
    private static final Pattern ROOM = Pattern.compile("\"room_id\":\"([A-Z0-9]+)\"");

    private enum Stage {
        LOBBY,
        ROOM,
        DONE
    }

    private final String name;
    private final Party party;
    private final int slot;
    private final People people;
    private final Dice dice;
    private final @Nullable ClientMemory memory;
    private final List<Screen> screens = new ArrayList<>();
    private Stage stage = Stage.LOBBY;
    private long notBefore;
    private long patientUntil;
    private long startAgainAt;
    private int attempts;
    private @Nullable String answered;
    private long answeredAt;

    /**
     * @param slot 1 for the host
     * @param modern how probable it is that this person has our own client
     */
    Person(String name, Party party, int slot, People people, Dice dice, double modern) {
        this.memory = dice.hits(modern) ? new ClientMemory(name) : null;
        this.name = name;
        this.party = party;
        this.slot = slot;
        this.people = people;
        this.dice = dice;
    }

    void live() {
        people.scheduler().after(dice.between(100_000L, 600_000L), () -> {
            if (stage != Stage.DONE) {
                act();
                live();
            }
        });
    }

    boolean isDone() {
        return stage == Stage.DONE;
    }

    List<Screen> screens() {
        return screens;
    }

    private void act() {
        long now = people.scheduler().now();
        screens.removeIf(screen -> !screen.isOpen() && screens.size() > 1);
        Screen screen = screens.isEmpty() ? null : screens.getLast();
        if (screen == null || !screen.isOpen()) {
            if (now >= notBefore) {
                connect();
            }
            return;
        }
        for (String notice : screen.takeNotices()) {
            hear(notice);
        }
        switch (stage) {
            case LOBBY -> {
                if (now >= patientUntil) {
                    screen.leave();
                }
            }
            case ROOM -> play(screen, now);
            case DONE -> screens.forEach(Screen::leave);
        }
    }

    private void connect() {
        if (stage == Stage.LOBBY && slot > 1 && party.room == null) {
            return;
        }
        notBefore = people.scheduler().now() + dice.between(SECOND / 5, 2 * SECOND);
        RoomId room = party.room;
        if (stage == Stage.ROOM && room != null) {
            people.open(room.value(), sid(), memory).ifPresent(screen -> {
                screens.add(screen);
                answered = null;
                ready(screen, room);
            });
            return;
        }
        people.open("lobby", sid(), memory).ifPresent(screen -> {
            screens.add(screen);
            patientUntil = people.scheduler().now() + dice.between(6 * SECOND, 9 * SECOND);
            if (slot == 1) {
                screen.say("create_room", "{\"player_name\":\"" + name + "\"}");
            } else if (++attempts > 6 || room == null) {
                stage = Stage.DONE;
                screen.leave();
            } else {
                screen.say("join_room", "{\"room_id\":\"" + room + "\",\"player_name\":\"" + name + "\"}");
            }
        });
    }

    private void hear(String notice) {
        if (notice.startsWith("{\"event\":\"room_created\"")) {
            party.room = roomOf(notice);
            startAgainAt = people.scheduler().now() + dice.between(2 * SECOND, 5 * SECOND);
            enter();
        } else if (notice.startsWith("{\"event\":\"room_joined\"") || notice.contains("is already called")) {
            enter();
        } else if (stage == Stage.LOBBY && notice.startsWith("{\"event\":\"error\"")) {
            patientUntil = Math.min(patientUntil, people.scheduler().now() + SECOND);
        } else if (notice.startsWith("{\"event\":\"room_closed\"")
                || notice.startsWith("{\"event\":\"room_not_found\"")) {
            stage = Stage.DONE;
        } else if (notice.startsWith("{\"event\":\"game_started\"")) {
            party.started = true;
        } else if (Moves.hasNotStarted(notice)) {
            party.started = false;
        }
    }

    private void enter() {
        stage = Stage.ROOM;
        screens.forEach(Screen::leave);
        notBefore = 0;
    }

    private void play(Screen screen, long now) {
        String phase = phase(screen);
        if (phase != null) {
            party.started = true;
        }
        if (!party.started && slot == 1) {
            prepare(screen, now);
        } else if (phase != null && Moves.isOver(phase)) {
            if (dice.hits(0.3)) {
                stage = Stage.DONE;
                screens.forEach(Screen::leave);
            }
        } else if (party.started && people.mischief(dice)) {
            misbehave(screen);
        } else {
            move(screen, now);
        }
    }

    /** The host makes places for guests, fills what stays empty, and starts. */
    private void prepare(Screen screen, long now) {
        if (now < startAgainAt) {
            if (attempts == 0 && screen.sawAnything()) {
                attempts++;
                for (int guest = 2; guest <= party.size; guest++) {
                    screen.say("remove_player", "{\"slot_id\":" + guest + "}");
                }
            }
            return;
        }
        startAgainAt = now + 6 * SECOND;
        for (int guest = 2; guest <= party.size; guest++) {
            screen.say("add_bot", "{\"slot_id\":" + guest + "}");
        }
        screen.say("start_game", "{}");
    }

    private void move(Screen screen, long now) {
        String phase = phase(screen);
        if (phase == null || (phase.equals(answered) && now < answeredAt + 3 * SECOND)) {
            return;
        }
        answered = phase;
        answeredAt = now;
        if (memory != null && !memory.unanswered().isEmpty()) {
            memory.unanswered().forEach(screen::sayRaw);
            return;
        }
        Moves.answer(phase, name, dice).ifPresent(text -> {
            String said = memory == null ? text : memory.number(text);
            screen.sayRaw(said);
            if (people.mischief(dice)) {
                screen.sayRaw(said);
            }
        });
    }

    /** Our own client keeps what it saw when it changes its socket. */
    private @Nullable String phase(Screen screen) {
        return memory == null ? screen.phase() : memory.phase();
    }

    private void misbehave(Screen screen) {
        switch (dice.between(0, 8)) {
            case 0, 1 -> {
                screen.leave();
                notBefore = people.scheduler().now() + dice.between(0L, 4 * SECOND);
            }
            case 2, 3 -> connect();
            case 4 -> screen.say("request_state_sync", "{}");
            case 5 -> screen.say("get_room_state", "{}");
            case 6 -> screen.say("declare", "{\"player_name\":\"" + name + "\",\"value\":" + dice.between(0, 8) + "}");
            case 7 ->
                screen.say("play", "{\"player_name\":\"" + name + "\",\"piece_indices\":[" + dice.between(0, 9) + "]}");
            default -> {
                screen.say("leave_game", "{}");
                notBefore = people.scheduler().now() + dice.between(0L, 4 * SECOND);
            }
        }
    }

    private void ready(Screen screen, RoomId room) {
        if (memory != null) {
            screen.resumes(memory.seen());
            screen.sayRaw(memory.ready(room, name));
            memory.unanswered().forEach(screen::sayRaw);
            return;
        }
        screen.say("client_ready", "{\"room_id\":\"" + room + "\",\"player_name\":\"" + name + "\"}");
    }

    private static RoomId roomOf(String notice) {
        Matcher matcher = ROOM.matcher(notice);
        if (!matcher.find()) {
            throw new IllegalStateException("no room in " + notice);
        }
        return new RoomId(matcher.group(1));
    }

    /** The secret of this person's browser. */
    private String sid() {
        return "%32s".formatted(Integer.toHexString(name.hashCode())).replace(' ', '0');
    }
}
