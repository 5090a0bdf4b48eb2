import { back } from '../router/index.ts';
import { t } from '../words/index.ts';
import { Sign } from './Drawing.tsx';
import { Press } from './Press.tsx';

/** Back the way she came, above the heading of a screen that can be opened from every other one. */
export function WayBack() {
  return <Press class="back" press={() => back('/')}><Sign name="back" /><span>{t('cards-way-back')}</span></Press>;
}
