import { nameFault } from '../state/sessions.js';
import { verdictOn } from '../games/liaptui/handarea.js';

/**
 * What buttons do. Each returns nothing; the answer comes as a frame.
 *
 * @param {import('./app.js').App} app
 */
export function actions(app) {
  const mine = () => app.model.game?.players.find((player) => player.name === app.me);
  const asMe = (data) => ({ player_name: app.me, ...data });
  return {
    ...doorActions(app),
    reconnect: () => app.reopen(),
    dismiss: (id) => () => app.fold({ event: '@dismiss', data: { id } }),
    redeal: (accept) => () => app.act(accept ? 'accept_redeal' : 'decline_redeal', asMe({})),
    declare: (value) => () => app.act('declare', asMe({ value })),
    pick: (index) => {
      app.picks.toggle(index);
      app.drawNow();
    },
    unpick: () => {
      app.picks.clear();
      app.drawNow();
    },
    play: () => {
      const { game } = app.model;
      if (game?.phase !== 'turn' || !game.turn || game.result || !verdictOn(app, game, mine()).playable) return;
      const picked = app.picks.list();
      const sum = picked.reduce((total, index) => total + mine().hand[index].value, 0);
      app.act('play', asMe({ piece_indices: picked, play_value: sum }));
    },
    backToLobby: () => app.go('/lobby'),
  };
}

function doorActions(app) {
  const join = (room) => {
    if (app.route.page === 'lobby') {
      app.act('join_room', { room_id: room, player_name: app.sessions.name() });
    } else {
      app.ui.wish = { join: room };
      app.go('/lobby');
    }
  };
  return {
    typeName: (typing) => {
      app.ui.home = { name: typing.target.value, fault: null };
      app.draw();
    },
    enterName: (submit) => {
      submit.preventDefault();
      const name = app.ui.home.name.trim();
      const fault = nameFault(name);
      app.ui.home = { name, fault };
      if (fault) return app.draw();
      app.sessions.rename(name);
      const path = app.ui.wish?.path ?? '/lobby';
      app.ui.wish = null;
      return app.go(path);
    },
    createRoom: () => app.act('create_room', { player_name: app.sessions.name() }),
    join: (room) => () => join(room),
    joinById: (submit) => {
      submit.preventDefault();
      const room = new FormData(submit.target).get('room').trim().toUpperCase();
      if (room) join(room);
    },
    addBot: (slot) => () => app.act('add_bot', { slot_id: slot }),
    removePlayer: (slot) => () => app.act('remove_player', { slot_id: slot }),
    standIn: (slot) => () => app.act('stand_in', { slot_id: slot }),
    startGame: () => app.act('start_game'),
    leaveRoom: () => {
      app.send('leave_room', { player_name: app.me });
      app.sessions.forget(app.route.room);
      app.go('/lobby');
    },
    copyLink: async () => {
      const link = new URL(`/room/${app.route.room}`, location.href).href;
      try {
        await navigator.clipboard.writeText(link);
        app.say('info', 'Link copied.');
      } catch {
        // The clipboard exists on https and localhost only.
        app.say('info', link);
      }
    },
  };
}
