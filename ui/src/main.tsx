import './styles/tokens.css';
import './styles/fonts.css';
import './styles/base.css';
import './cover/cover.css';

import { render } from 'preact';
import { App, dress, languageOf } from './app.tsx';
import { prepareCover } from './cover/index.ts';
import { ask } from './door/index.ts';
import { start } from './router/index.ts';
import { speak } from './words/index.ts';

/** One call, then the first paint. If nothing can be opened, the plain page with the danger signs stands in its place. */
async function open(): Promise<void> {
  const opened = await ask('open', {});
  await speak(languageOf(opened));
  dress(opened);
  start();
  prepareCover();
  const app = document.getElementById('app');
  if (app) render(<App opened={opened} />, app);
  document.getElementById('plain')?.remove();
}

open().catch(() => document.documentElement.classList.add('plain'));
