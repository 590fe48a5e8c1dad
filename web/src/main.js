import { App } from './ui/app.js';
import { drawsChinese } from './games/liaptui/tokens.js';
import { Sessions } from './state/sessions.js';

const app = new App(document.getElementById('app'), new Sessions(sessionStorage, localStorage), drawsChinese());
app.start();
