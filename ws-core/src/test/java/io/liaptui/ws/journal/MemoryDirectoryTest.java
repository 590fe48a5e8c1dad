package io.liaptui.ws.journal;

import java.time.InstantSource;

class MemoryDirectoryTest extends DirectoryContract {
    private final MemoryJournal journal = new MemoryJournal(InstantSource.system(), Runnable::run);
    private final MemoryIndex index = new MemoryIndex(journal);

    @Override
    Directory directory() {
        return index;
    }

    @Override
    RoomIndex index() {
        return index;
    }

    @Override
    RoomJournal journal() {
        return journal;
    }
}
