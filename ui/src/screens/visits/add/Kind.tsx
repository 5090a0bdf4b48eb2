import { useEffect, useState } from 'preact/hooks';
import { Button, Choices, Notice, Question, Tile, Tiles } from '../../../components/index.ts';
import type { KindTile } from '../../../door/index.ts';
import { useAsk } from '../../../session.tsx';
import { t } from '../../../words/index.ts';
import type { ScreenProps } from '../../routes.ts';
import { NotAnswered } from '../../trouble/NotAnswered.tsx';
import { toTop, useStep } from './draft.ts';

/** S22: what kind of visit? Where a kind has closer ones under it, she can say which, or leave that open. */
export function Kind({ query }: ScreenProps) {
  const step = useStep('kind', query);
  const { answer: kinds, error, again } = useAsk('visit-kinds', {});
  const [missing, setMissing] = useState(false);
  const asked = query.get('kind');
  useEffect(() => {
    // From the expected visits: the kind is known, and she goes on from here.
    if (asked) step?.set({ kind: asked });
  }, [asked]);
  if (!kinds || !step) return error ? <NotAnswered error={error} again={again} /> : null;
  const { draft, set } = step;
  const picked = draft.fields.kind;
  const general = kinds.tiles.find(({ id, within }) => within.length > 0 && (id === picked || within.some((kind) => kind.id === picked)));
  const next = () => {
    if (picked === undefined) setMissing(true);
    else step.next();
  };
  const choose = (kind: string | undefined) => {
    set({ kind } as { kind: string });
    toTop();
  };
  return (
    <Question title={t('visits-question-kind')} step={step.place} back={step.back} next={t('visits-question-next')} onNext={next}>
      {missing && picked === undefined ? <Notice now><p>{t('visits-kind-missing')}</p></Notice> : null}
      {general ? <Closer general={general} picked={picked} choose={(kind) => set({ kind })} away={() => choose(undefined)} /> : (
        <Tiles>
          {kinds.tiles.map((kind, at) => (
            <Tile
              key={kind.id}
              picture={kind.picture}
              size={52}
              // The last one stands alone where the number is odd.
              wide={at === kinds.tiles.length - 1 && at % 2 === 0}
              pressed={picked === kind.id}
              press={() => (kind.within.length > 0 ? choose(kind.id) : set({ kind: kind.id }))}
            >
              {kind.title}
            </Tile>
          ))}
        </Tiles>
      )}
    </Question>
  );
}

interface CloserProps {
  general: KindTile;
  picked: string | undefined;
  choose: (kind: string) => void;
  away: () => void;
}

/** The closer kinds of one kind. The kind itself is "another, or I do not know", and it is picked already. */
function Closer({ general, picked, choose, away }: CloserProps) {
  return (
    <>
      <Tile picture={general.picture} size={52} wide pressed press={away}>{general.title}</Tile>
      <Choices
        question={t('visits-kind-closer')}
        choices={[...general.within.map(({ id, title }) => ({ value: id, words: title })), { value: general.id, words: t('visits-kind-open') }]}
        value={picked}
        choose={choose}
      />
      <Button kind="link" press={away}>{t('visits-kind-other')}</Button>
    </>
  );
}
