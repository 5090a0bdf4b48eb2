import { useState } from 'preact/hooks';
import { Notice, Question, Tile, Tiles } from '../../../components/index.ts';
import { useAsk } from '../../../session.tsx';
import { t } from '../../../words/index.ts';
import type { ScreenProps } from '../../routes.ts';
import { NotAnswered } from '../../trouble/NotAnswered.tsx';
import { useStep } from './draft.ts';

/** S22: what kind of visit? */
export function Kind({ query }: ScreenProps) {
  const step = useStep('kind', query);
  const { answer: kinds, error, again } = useAsk('visit-kinds', {});
  const [missing, setMissing] = useState(false);
  if (!kinds || !step) return error ? <NotAnswered error={error} again={again} /> : null;
  const { draft, set } = step;
  const next = () => {
    if (draft.fields.kind === undefined) setMissing(true);
    else step.next();
  };
  return (
    <Question title={t('visits-question-kind')} step={step.place} back={step.back} next={t('visits-question-next')} onNext={next}>
      {missing && draft.fields.kind === undefined ? <Notice now><p>{t('visits-kind-missing')}</p></Notice> : null}
      <Tiles>
        {kinds.tiles.map((kind, at) => (
          <Tile
            key={kind.id}
            picture={kind.picture}
            size={52}
            // The last one stands alone where the number is odd.
            wide={at === kinds.tiles.length - 1 && at % 2 === 0}
            pressed={draft.fields.kind === kind.id}
            press={() => set({ kind: kind.id })}
          >
            {kind.title}
          </Tile>
        ))}
      </Tiles>
    </Question>
  );
}
