package io.liaptui.ws.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What one seed means: how large the cluster is, who plays, and what goes wrong when. Times in microseconds.
 *
 * @param places of processes
 * @param parties how many people each room has
 * @param pace of the games
 * @param trouble when everything is healed
 * @param mischief how often people do something silly, per decision
 * @param toTheEnd whether every game is played to its end when all is well again, which takes long
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

    static Plan draw(long seed) {
        Dice dice = Dice.of(seed, "plan");
        int places = dice.between(2, 4);
        List<Integer> parties = new ArrayList<>();
        for (int i = dice.between(1, 10) <= 6 ? 1 : dice.between(2, 4); i > 0; i--) {
            parties.add(dice.between(1, 4));
        }
        long trouble = (dice.hits(0.9) ? dice.between(9, 24) : dice.between(24, 60)) * SECOND;
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
                faults(dice, places, trouble));
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
                roll);
    }

    Plan without(Fault fault) {
        List<Fault> fewer = new ArrayList<>(faults);
        fewer.remove(fault);
        return with(calls, messages, mischief, fewer);
    }

    Plan with(CallRates newCalls, MessageRates newMessages, double newMischief, List<Fault> newFaults) {
        return new Plan(
                places, parties, pace, trouble, newCalls, newMessages, newMischief, toTheEnd, encoded, newFaults);
    }

    /** Whether Redis loses something that was stored. */
    boolean losesData() {
        return faults.stream().anyMatch(Fault.Loss.class::isInstance);
    }

    private static double rate(Dice dice) {
        return dice.hits(0.5) ? dice.between(0.0, dice.hits(0.1) ? 0.25 : 0.05) : 0;
    }

    private static List<Fault> faults(Dice dice, int places, long trouble) {
        List<Fault> faults = new ArrayList<>();
        for (int i = dice.hits(0.3) ? dice.between(6, 14) : dice.between(0, 6); i > 0; i--) {
            faults.add(fault(dice, dice.between(SECOND, trouble), dice.between(0, places - 1)));
        }
        faults.sort(Comparator.comparingLong(Fault::at));
        return List.copyOf(faults);
    }

    private static Fault fault(Dice dice, long at, int place) {
        return switch (dice.between(0, 13)) {
            case 10, 11 -> new Fault.Drain(at, place, lasting(dice, 10));
            case 12 -> new Fault.Loss(at, Fault.Loss.EVERYTHING, lasting(dice, 5));
            case 13 -> new Fault.Loss(at, dice.between(1_000L, SECOND), lasting(dice, 5));
            case 0, 1, 2 -> new Fault.Crash(at, place, lasting(dice, 20));
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

    /** Mostly short: a run in which little happens finds little. */
    private static long lasting(Dice dice, long longestSeconds) {
        return dice.between(SECOND / 10, (dice.hits(0.8) ? Math.min(4, longestSeconds) : longestSeconds) * SECOND);
    }
}
