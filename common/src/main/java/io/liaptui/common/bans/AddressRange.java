package io.liaptui.common.bans;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses that begin with the same bits. One address of IPv6 is its /64, of which every home has one whole; narrower
 * ranges are widened to it. IPv4 written as IPv6 is that IPv4.
 */
public final class AddressRange {
    /** Broader ones would shut out providers and countries by a slip of the finger. */
    private static final int BROADEST_V4 = 8;

    private static final int BROADEST_V6 = 19;
    private static final int HOME = 64;
    private static final int LONGEST_TEXT = 60;
    private static final Pattern FORM = Pattern.compile("([0-9A-Fa-f.:]+)(?:/(\\d{1,3}))?");

    private final byte[] bits;
    private final int length;

    private AddressRange(byte[] bits, int length) {
        this.length = length;
        this.bits = bits.clone();
        for (int i = 0; i < bits.length; i++) {
            int kept = Math.clamp(length - 8L * i, 0, 8);
            this.bits[i] &= (byte) (0xff << 8 - kept);
        }
    }

    /**
     * Reads {@code 203.0.113.9}, {@code 203.0.113.0/24}, {@code 2001:db8::1} or {@code 2001:db8::/48}; empty if it is none
     * of them. A name is never looked up.
     */
    public static Optional<AddressRange> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (text.length() > LONGEST_TEXT || !form.matches()) {
            return Optional.empty();
        }
        try {
            InetAddress address = InetAddress.ofLiteral(form.group(1));
            byte[] bits = address.getAddress();
            // Such as 3232235777 or 127.1, which some take for addresses
            boolean short4 = bits.length == 4
                    && form.group(1).chars().filter(c -> c == '.').count() != 3;
            int all = address instanceof Inet6Address ? HOME : 32;
            int length = form.group(2) == null ? all : Integer.parseInt(form.group(2));
            return short4 || length > 8 * bits.length
                    ? Optional.empty()
                    : Optional.of(new AddressRange(bits, Math.min(length, all)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether it has more addresses than one ban should. */
    public boolean isTooBroad() {
        return length < (bits.length == 4 ? BROADEST_V4 : BROADEST_V6);
    }

    /** Whether all of the other's addresses are here. */
    public boolean contains(AddressRange other) {
        return bits.length == other.bits.length
                && length <= other.length
                && Arrays.equals(bits, new AddressRange(other.bits, length).bits);
    }

    /** Equal for equal ranges. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (bits.length == 4) {
            for (byte part : bits) {
                text.append(text.isEmpty() ? "" : ".").append(part & 0xff);
            }
            return length == 32 ? text.toString() : text + "/" + length;
        }
        for (int i = 0; i < 8; i += 2) {
            text.append(Integer.toHexString((bits[i] & 0xff) << 8 | bits[i + 1] & 0xff))
                    .append(':');
        }
        return text.append(":/").append(length).toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddressRange range && length == range.length && Arrays.equals(bits, range.bits);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(bits) + length;
    }
}
