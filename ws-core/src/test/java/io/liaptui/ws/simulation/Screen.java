package io.liaptui.ws.simulation;

import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.socket.RawSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One socket as a person sees it: what was shown last, and whether it is open. */
final class Screen implements RawSocket.Receiver {
    private final String id;
    private final String channel;
    private final Host host;
    private final Scheduler scheduler;
    private final Watch watch;
    private @Nullable RawSocket socket;
    private @Nullable String phase;
    private final List<String> notices = new ArrayList<>();
    private final @Nullable ClientMemory memory;
    private ClientMemory.Seen resumedFrom = ClientMemory.Seen.NOTHING;
    private int code;
    private boolean sawAnything;

    private Screen(
            String id, String channel, Host host, Scheduler scheduler, Watch watch, @Nullable ClientMemory memory) {
        this.memory = memory;
        this.id = id;
        this.channel = channel;
        this.host = host;
        this.scheduler = scheduler;
        this.watch = watch;
    }

    /**
     * @param memory of our own client; null for the existing one
     */
    static Screen open(
            String id,
            String channel,
            String sid,
            Cluster.Life at,
            Scheduler scheduler,
            Watch watch,
            UnaryOperator<RawSocket.Receiver> flaw,
            @Nullable ClientMemory memory) {
        Screen screen = new Screen(id, channel, at.host(), scheduler, watch, memory);
        screen.reach(() -> {
            watch.opened(screen);
            screen.socket = memory == null
                    ? new RawSocket(at.node().sockets(), id, channel, sid, false, screen)
                    : new RawSocket(at.node().sockets(), id, channel, sid, true, flaw.apply(screen));
        });
        return screen;
    }

    void say(String event, String data) {
        sayRaw("{\"event\":\"" + event + "\",\"data\":" + data + "}");
    }

    void sayRaw(String text) {
        reach(() -> {
            if (socket != null) {
                socket.say(text);
            }
        });
    }

    /** The client goes; its node hears of it a little later. */
    void leave() {
        if (code == 0) {
            code = 1000;
            watch.closed(this, code);
            reach(() -> {
                if (socket != null) {
                    socket.end(1000);
                }
            });
        }
    }

    /** The server closes it. */
    void end(int why) {
        host.run(() -> {
            if (socket != null) {
                socket.end(why);
            }
        });
    }

    /** The process at the other end died. */
    void broken() {
        if (code == 0) {
            code = 1006;
            watch.closed(this, code);
        }
    }

    private void reach(Runnable there) {
        scheduler.after(300, () -> host.run(there));
    }

    @Override
    public void shown(String text) {
        if (code != 0) {
            return;
        }
        watch.shown(this, text);
        sawAnything = true;
        if (memory != null) {
            memory.hear(text);
        }
        if (text.startsWith("{\"event\":\"phase_change\"")) {
            phase = text;
        } else {
            if (Moves.hasNotStarted(text)) {
                phase = null;
            }
            notices.add(text);
        }
    }

    @Override
    public void closed(int why) {
        if (code == 0) {
            code = why;
            watch.closed(this, why);
        }
    }

    boolean isModern() {
        return memory != null;
    }

    /** What its client says that it has seen before. */
    void resumes(ClientMemory.Seen seen) {
        resumedFrom = seen;
    }

    ClientMemory.Seen resumedFrom() {
        return resumedFrom;
    }

    String id() {
        return id;
    }

    String channel() {
        return channel;
    }

    NodeId node() {
        return host.id();
    }

    Host host() {
        return host;
    }

    boolean isOpen() {
        return code == 0;
    }

    int code() {
        return code;
    }

    boolean sawAnything() {
        return sawAnything;
    }

    /** The newest {@code phase_change}. */
    @Nullable
    String phase() {
        return phase;
    }

    /** The other messages since the last call. */
    List<String> takeNotices() {
        List<String> taken = List.copyOf(notices);
        notices.clear();
        return taken;
    }
}
