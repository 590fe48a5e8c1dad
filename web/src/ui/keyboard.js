import { displayOrder } from '../games/liaptui/pieces.js';

/**
 * Keys at the table: 1 to 8 select the pieces from the left, Enter plays them, Escape clears the selection.
 *
 * @param {import('./app.js').App} app
 * @param {KeyboardEvent} press
 */
export function keyboard(app, press) {
  const { game } = app.model;
  const typing = press.target.matches?.('input, textarea');
  if (app.route.page !== 'game' || game?.phase !== 'turn' || typing || press.ctrlKey || press.altKey || press.metaKey) return;
  const hand = game.players.find((player) => player.name === app.me)?.hand ?? [];
  const held = displayOrder(hand)[Number(press.key) - 1];
  if (held) app.pick(held.index);
  else if (press.key === 'Escape') app.unpick();
  else if (press.key === 'Enter' && !press.target.matches?.('a, button:not([data-testid="hand-piece"])')) {
    // On a piece Enter would also press that button.
    press.preventDefault();
    app.play();
  }
}
