import { hide } from '../cover/index.ts';
import { t } from '../words/index.ts';
import { Sign } from './Drawing.tsx';
import { Press } from './Press.tsx';
import './Header.css';

/** The four constants of every screen. At large text they stand in two rows, of which only the first stays while scrolling. */
export function Header({ large }: { large: boolean }) {
  const hideIt = <Press key="hide" class="constant" press={hide}><Sign name="hide" size={26} /><span>{t('today-header-hide')}</span></Press>;
  const show = <Press key="show" class="constant" to="/cards"><Sign name="show-to-staff" size={26} /><span>{t('today-header-show')}</span></Press>;
  const danger = <Press key="danger" class="constant constant-danger" to="/danger"><Sign name="danger" size={26} /><span>{t('today-header-danger')}</span></Press>;
  const language = <Press key="language" class="constant" to="/language"><Sign name="language" size={26} /><span>{t('today-header-language')}</span></Press>;
  return (
    <header class="header-whole">
      <div class="header"><div class="constants">{large ? [hideIt, danger] : [hideIt, show, danger, language]}</div></div>
      {large ? <div class="constants header-second">{[show, language]}</div> : null}
    </header>
  );
}
