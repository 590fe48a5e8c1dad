/** Frames as the server sends them, for tests: four seats, only Mina's hand shown. */

const NAMES = ['Omar', 'Mina', 'Bot 3', 'Bot 4'];
export const HAND = ['SOLDIER_BLACK(1)', 'HORSE_RED(6)', 'HORSE_RED(6)', 'CANNON_BLACK(3)'];

export function players(changes = {}, hand = HAND) {
  return Object.fromEntries(NAMES.map((name) => [name, {
    hand: name === 'Mina' ? hand : [], hand_size: hand.length, is_bot: name.startsWith('Bot'), avatar_color: null, score: 0,
    declared: 0, captured_piles: 0, zero_declares_in_a_row: 0, ...changes[name],
  }]));
}

export const phase = (name, details = {}, more = {}) => ({
  event: 'phase_change', data: { phase: name, round: 1, phase_data: details, players: players(), ...more },
});

export function play(pieces, type, value) {
  return { pieces, play_type: type, play_value: value, is_valid: true, piece_count: pieces.length };
}

export function turn(plays, more = {}) {
  return phase('turn', {
    turn_order: ['Mina', 'Bot 3', 'Bot 4', 'Omar'], current_turn_starter: 'Mina', current_player: 'Bot 3',
    required_piece_count: 1, turn_plays: plays, current_turn_number: 1, pile_counts: {}, ...more,
  });
}

export const FOUR_PLAYS = {
  Mina: play(['HORSE_RED(6)'], 'SINGLE', 6),
  'Bot 3': play(['ADVISOR_RED(12)'], 'SINGLE', 12),
  'Bot 4': play(['SOLDIER_RED(2)'], 'SINGLE', 2),
  Omar: play(['ADVISOR_RED(12)'], 'SINGLE', 12),
};

export const TURN_COMPLETE = {
  event: 'turn_complete',
  data: {
    winner: 'Bot 3', winning_play: { pieces: ['ADVISOR_RED(12)'], value: 12, type: 'SINGLE', pilesWon: 1 },
    player_piles: { 'Bot 3': 1 }, turn_players_data: [{ name: 'Bot 3', captured_piles: 1, declared: 2 }],
    turn_number: 1, next_starter: 'Bot 3', all_hands_empty: false, will_continue: true,
  },
};
