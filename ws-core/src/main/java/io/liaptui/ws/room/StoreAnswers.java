package io.liaptui.ws.room;

import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.journal.Closed;
import io.liaptui.ws.journal.Handed;
import io.liaptui.ws.journal.JournalAway;
import io.liaptui.ws.journal.RoomJournal.Append;
import io.liaptui.ws.journal.RoomJournal.Check;
import io.liaptui.ws.journal.RoomJournal.Restored;
import io.liaptui.ws.room.RoomStore.Answer;
import java.util.concurrent.CompletionException;

/** Brings the journal's answers to what a room has to tell apart. */
final class StoreAnswers {
    private StoreAnswers() {}

    static Answer of(Append answer) {
        return switch (answer) {
            case Append.Stored(var version) -> new Answer.Good(version);
            case Append.Already(var version) -> new Answer.Good(version);
            case Append.Fenced(var owner, var epoch) -> new Answer.Fenced(owner, epoch);
            case Append.Behind behind -> new Answer.Lost(behind.toString(), false);
            case Append.Missing missing -> new Answer.Lost("the room", true);
            case Append.Corrupt corrupt -> new Answer.Corrupt(corrupt.toString());
        };
    }

    static Answer of(Check answer, long mine) {
        return switch (answer) {
            case Check.Mine(var version) when version == mine -> new Answer.Good(version);
            case Check.Mine(var version)
            when version < mine -> new Answer.Lost("what came after version " + version, false);
            case Check.Mine(var version) -> new Answer.Corrupt("it is at version " + version);
            case Check.Fenced(var owner, var epoch) -> new Answer.Fenced(owner, epoch);
            case Check.Behind behind -> new Answer.Lost(behind.toString(), false);
            case Check.Missing missing -> new Answer.Lost("the room", true);
        };
    }

    /** If the successor owns it, an earlier try of this very hand-over was carried out. */
    static Answer of(Handed answer, NodeId successor) {
        return switch (answer) {
            case Handed.Named(var epoch) -> new Answer.Good(epoch);
            case Handed.Fenced(var owner, var epoch) when owner.equals(successor) -> new Answer.Good(epoch);
            case Handed.Fenced(var owner, var epoch) -> new Answer.Fenced(owner, epoch);
            case Handed.Behind behind -> new Answer.Lost(behind.toString(), false);
            case Handed.Missing missing -> new Answer.Lost("the room", true);
            case Handed.Corrupt corrupt -> new Answer.Corrupt(corrupt.toString());
        };
    }

    static Answer of(Closed answer) {
        return switch (answer) {
            case Closed.Done done -> new Answer.Good(0);
            case Closed.Already already -> new Answer.Good(0);
            case Closed.Fenced(var owner, var epoch) -> new Answer.Fenced(owner, epoch);
            case Closed.Behind behind -> new Answer.Lost(behind.toString(), false);
            case Closed.Missing missing -> new Answer.Lost("the room", true);
            case Closed.Corrupt corrupt -> new Answer.Corrupt(corrupt.toString());
        };
    }

    static Answer of(Restored answer) {
        return switch (answer) {
            case Restored.Done done -> new Answer.Restored(true);
            case Restored.Already already -> new Answer.Restored(false);
            case Restored.Fenced(var owner, var epoch) -> new Answer.Fenced(owner, epoch);
        };
    }

    /** The same may be asked again unless the journal itself says that it is no use. */
    static Answer of(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof JournalAway ? new Answer.None() : new Answer.Corrupt(cause.toString());
    }
}
