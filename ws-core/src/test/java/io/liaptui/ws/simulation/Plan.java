package io.liaptui.ws.simulation;

import io.liaptui.common.history.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one seed means: how large the cluster is, who plays, and what goes wrong when. Times in microseconds.
 *
 * @param places of processes
 * @param parties how many people each room has
 * @param pace of the games
 * @param trouble when everything is healed
 * @param mischief how often people do something silly, per decision
 * @param toTheEnd whether every game is played to its end when all is well again, which takes long
 * @param lag of the replica for which every write waits (durability {@code replica}); 0 for {@code primary}
 * @param releases which node reads and writes what
 * @param modern how many people have our own client, from 0 to 1
 * @param encoded whether messages between nodes pass through their codec, which takes long
 */
record Plan(
        int places,
        List<Integer> parties,
        double pace,
        long trouble,
        CallRates calls,
        MessageRates messages,
        double mischief,
        boolean toTheEnd,
        boolean encoded,
        long lag,
        Releases releases,
        double modern,
        List<Fault> faults) {

    private static final long SECOND = 1_000_000;

    /** How often a call to the journal goes wrong, and how. */
    record CallRates(double lost, double unanswered, double late, double slow) {
        static final CallRates NONE = new CallRates(0, 0, 0, 0);
    }

    /** How often a message between nodes goes wrong, and how. */
    record MessageRates(double lost, double doubled, double late) {
        static final MessageRates NONE = new MessageRates(0, 0, 0);
    }

    /**
     * Which schemas nodes read and write. In a mixed cluster the first place always has the new release, so that somebody
     * can read every room; in the others it comes and goes with each start.
     *
     * @param writes of the new release
     */
    record Releases(boolean mixed, int writes) {
        static final Releases ONE = new Releases(false, 1);
        private static final Schema OLD = new Schema(1, 1);

        Schema of(int place, int starts) {
            return mixed && (place == 0 || (starts * 7 + place) % 2 == 0) ? new Schema(2, writes) : OLD;
        }
    }

    static Plan draw(long seed) {
        Dice dice = Dice.of(seed, "plan");
        int places = dice.between(2, 4);
        List<Integer> parties = new ArrayList<>();
        for (int i = dice.between(1, 10) <= 6 ? 1 : dice.between(2, 4); i > 0; i--) {
            parties.add(dice.between(1, 4));
        }
        long trouble = (dice.hits(0.9) ? dice.between(9, 24) : dice.between(24, 60)) * SECOND;
        long lag = dice.hits(0.3) ? dice.between(1_000L, 80_000L) : 0;
        return new Plan(
                places,
                parties,
                dice.pick(List.of(0.03, 0.1, 0.3)),
                trouble,
                dice.hits(0.6) ? new CallRates(rate(dice), rate(dice), rate(dice), rate(dice)) : CallRates.NONE,
                dice.hits(0.6) ? new MessageRates(rate(dice), rate(dice), rate(dice)) : MessageRates.NONE,
                dice.hits(0.8) ? dice.between(0.0, 0.1) : 0,
                seed % 8 == 0,
                seed % 4 == 1,
                lag,
                dice.hits(0.3) ? new Releases(true, dice.between(1, 2)) : Releases.ONE,
                dice.hits(0.5) ? 0.5 : 0,
                inOrder(faults(dice, places, trouble, lag), starvation(Dice.of(seed, "starvation"), places, trouble)));
    }

    /** Nothing goes wrong, but every process is replaced by one of the next release, which is there before it goes. */
    static Plan deploy(long seed) {
        Plan plan = draw(seed);
        long arrive = 25 * SECOND;
        List<Fault> roll = new ArrayList<>();
        for (int place = 0; place < plan.places(); place++) {
            roll.add(new Fault.Arrive(arrive));
            roll.add(new Fault.Drain(arrive + (6 + 2L * place) * SECOND, place, Long.MAX_VALUE));
        }
        roll.sort(Comparator.comparingLong(Fault::at));
        return new Plan(
                plan.places(),
                plan.parties(),
                0.5,
                60 * SECOND,
                CallRates.NONE,
                MessageRates.NONE,
                0,
                false,
                false,
                0,
                Releases.ONE,
                0,
                roll);
    }

    /** The same with a game in which everybody sits still for long, and a network that loses much. */
    Plan slow() {
        return new Plan(
                places,
                parties,
                3,
                trouble,
                calls,
                new MessageRates(0.3, 0, 0),
                0,
                false,
                false,
                lag,
                releases,
                modern,
                List.of());
    }

    /** Whether rooms may be on a node that goes and that alone can read them. */
    boolean mayHaveNoSuccessor() {
        return releases.writes() > 1
                && faults.stream().anyMatch(fault -> fault instanceof Fault.Drain || fault instanceof Fault.Deaf);
    }

    /** Whether Redis loses something that was stored. */
    boolean losesData() {
        return faults.stream().anyMatch(Fault.Loss.class::isInstance);
    }

    private static double rate(Dice dice) {
        return dice.hits(0.5) ? dice.between(0.0, dice.hits(0.1) ? 0.25 : 0.05) : 0;
    }

    private static List<Fault> faults(Dice dice, int places, long trouble, long lag) {
        List<Fault> faults = new ArrayList<>();
        for (int i = dice.hits(0.3) ? dice.between(6, 14) : dice.between(0, 6); i > 0; i--) {
            Fault fault = fault(dice, dice.between(SECOND, trouble), dice.between(0, places - 1), lag);
            faults.add(fault);
            if (fault instanceof Fault.Loss && dice.hits(0.4)) {
                // One zone held both
                faults.add(new Fault.Crash(fault.at(), dice.between(0, places - 1), lasting(dice, 20), 0));
            }
        }
        return faults;
    }

    /** What every node may suffer from at the same moment. */
    private static List<Fault> starvation(Dice dice, int places, long trouble) {
        List<Fault> faults = new ArrayList<>();
        for (int i = dice.hits(0.4) ? dice.between(1, 3) : 0; i > 0; i--) {
            long at = dice.between(SECOND, trouble);
            List<Integer> struck = some(dice, places);
            faults.add(
                    dice.hits(0.6)
                            ? slow(dice, at, struck)
                            : new Fault.Deaf(at, struck, dice.between(SECOND, 25 * SECOND)));
        }
        return faults;
    }

    private static List<Fault> inOrder(List<Fault> some, List<Fault> others) {
        return Stream.concat(some.stream(), others.stream())
                .sorted(Comparator.comparingLong(Fault::at))
                .toList();
    }

    private static Fault fault(Dice dice, long at, int place, long lag) {
        return switch (dice.between(0, 13)) {
            case 10, 11 -> new Fault.Drain(at, place, lasting(dice, 10));
            case 12 -> new Fault.Loss(at, lag > 0 ? lag : Fault.Loss.EVERYTHING, lasting(dice, 5));
            case 13 -> new Fault.Loss(at, dice.between(1_000L, lag > 0 ? lag : SECOND), lasting(dice, 5));
            case 0, 1 -> new Fault.Crash(at, place, lasting(dice, 20), 0);
            case 2 -> new Fault.Crash(at, place, lasting(dice, 20), lasting(dice, 20));
            case 3, 4, 5 -> new Fault.Pause(at, place, lasting(dice, 15));
            case 6 -> new Fault.WrongCount(at, place, lasting(dice, 5));
            case 7 -> new Fault.Cut(at, place, lasting(dice, 30));
            default ->
                new Fault.Redis(
                        at,
                        dice.pick(List.of(RedisServer.Mode.FROZEN, RedisServer.Mode.AWAY, RedisServer.Mode.FULL)),
                        lasting(dice, 12));
        };
    }

    /** A share of the time too small for good rounds, or long pauses with just enough between them to do something. */
    private static Fault slow(Dice dice, long at, List<Integer> places) {
        boolean share = dice.hits(0.5);
        return new Fault.Slow(
                at,
                places,
                dice.between(SECOND / 50, share ? SECOND / 10 : SECOND / 2),
                share ? dice.between(SECOND / 10, SECOND) : dice.between(SECOND / 2, 6 * SECOND),
                dice.between(SECOND, 15 * SECOND));
    }

    /** One place, or all of them: what strikes every node at once is the worst. */
    private static List<Integer> some(Dice dice, int places) {
        List<Integer> struck = new ArrayList<>();
        double share = dice.pick(List.of(0.0, 0.5, 1.0));
        for (int place = 0; place < places; place++) {
            if (dice.hits(share)) {
                struck.add(place);
            }
        }
        return struck.isEmpty() ? List.of(dice.between(0, places - 1)) : struck;
    }

    /** Mostly short: a run in which little happens finds little. */
    private static long lasting(Dice dice, long longestSeconds) {
        return dice.between(SECOND / 10, (dice.hits(0.8) ? Math.min(4, longestSeconds) : longestSeconds) * SECOND);
    }
}
