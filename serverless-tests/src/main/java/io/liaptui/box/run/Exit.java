package io.liaptui.box.run;

/** What the exit code of a node says, for people. */
final class Exit {
    private static final int OUT_OF_MEMORY = 3;
    private static final int SIGNAL = 128;

    private Exit() {}

    static String text(int code) {
        String why =
                switch (code) {
                    case 0 -> "left by itself";
                    case OUT_OF_MEMORY -> "out of memory";
                    case SIGNAL + 6 -> "SIGABRT";
                    case SIGNAL + 9 -> "SIGKILL";
                    case SIGNAL + 11 -> "SIGSEGV";
                    case SIGNAL + 15 -> "SIGTERM";
                    default -> "";
                };
        return "exit code " + code + (why.isEmpty() ? "" : ", " + why);
    }
}
