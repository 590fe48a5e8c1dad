package io.liaptui.ws.socket;

import io.netty.buffer.ByteBuf;
import io.netty.util.ByteProcessor;

/**
 * Whether bytes that come in parts are UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing above U+10FFFF.
 * After a refusal it is used up. One thread at a time.
 */
final class Utf8 implements ByteProcessor {
    private int missing;
    private int lowest;
    private int highest;

    /**
     * Takes the next part.
     *
     * @param last whether the text ends here, which it must not do inside a character
     */
    boolean accepts(ByteBuf part, boolean last) {
        return part.forEachByte(this) < 0 && (!last || missing == 0);
    }

    /** False for a byte that cannot stand here. */
    @Override
    public boolean process(byte value) {
        int b = value & 0xff;
        if (missing > 0) {
            missing--;
            boolean fits = b >= lowest && b <= highest;
            following(missing, 0x80, 0xbf);
            return fits;
        }
        if (b < 0x80) {
            return true;
        }
        return switch (b >> 4) {
            case 0xc, 0xd -> following(1, 0x80, 0xbf) && b >= 0xc2;
            case 0xe -> following(2, b == 0xe0 ? 0xa0 : 0x80, b == 0xed ? 0x9f : 0xbf);
            case 0xf -> following(3, b == 0xf0 ? 0x90 : 0x80, b == 0xf4 ? 0x8f : 0xbf) && b <= 0xf4;
            default -> false;
        };
    }

    private boolean following(int count, int low, int high) {
        missing = count;
        lowest = low;
        highest = high;
        return true;
    }
}
