package io.liaptui.ws.journal;

import java.time.InstantSource;

class MemoryLogTest extends RoomLogContract {
    private final MemoryJournal journal = new MemoryJournal(InstantSource.system(), Runnable::run);

    @Override
    RoomLog log() {
        return new MemoryLog(journal);
    }

    @Override
    RoomJournal journal() {
        return journal;
    }
}
