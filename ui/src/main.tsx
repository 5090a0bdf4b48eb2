import './styles/tokens.css';
import './styles/fonts.css';
import './styles/base.css';
import './cover/cover.css';

import { render } from 'preact';
import { App, dress, languageOf } from './app.tsx';
import { prepareCover } from './cover/index.ts';
import { ask, type Opened } from './door/index.ts';
import { start as startLock } from './lock/index.ts';
import { start } from './router/index.ts';
import { speak } from './words/index.ts';

let drawn = 0;

/** Each time another app: what the one before it held is gone. */
async function draw(opened?: Opened): Promise<void> {
  const app = document.getElementById('app');
  if (opened) {
    await speak(languageOf(opened));
    dress(opened);
  }
  if (app) render(opened ? <App key={++drawn} opened={opened} /> : null, app);
}

/** One call, then the first paint. If nothing can be opened, the plain page with the danger signs stands in its place. */
async function open(): Promise<void> {
  const opened = await ask('open', {});
  await speak(languageOf(opened));
  start();
  prepareCover();
  await draw(opened);
  startLock(draw, opened);
  document.getElementById('plain')?.remove();
}

open().catch(() => document.documentElement.classList.add('plain'));
