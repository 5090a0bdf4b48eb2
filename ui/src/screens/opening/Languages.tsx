import { useEffect, useState } from 'preact/hooks';
import { Badge, Button, ErrorNotice, Press, Sign } from '../../components/index.ts';
import { useArrival } from '../../components/Page.tsx';
import type { Language } from '../../door/index.ts';
import { back, go } from '../../router/index.ts';
import { useSession } from '../../session.tsx';
import { type Say, t, voice } from '../../words/index.ts';
import './Languages.css';

/** S01: find my language by its shape. The first touch selects, Continue confirms; a wrong touch costs nothing. */
export function Languages() {
  const { settings, languages, trouble, change } = useSession();
  const [chosen, setChosen] = useState(settings.language ?? languages[0]?.tag ?? 'en-GB');
  const [words, setWords] = useState<{ of: string; say: Say }>();
  const [error, setError] = useState<unknown>();
  const page = useArrival<HTMLDivElement>();
  const firstRun = !settings.welcomed;
  const language = languages.find(({ tag }) => tag === chosen);

  useEffect(() => {
    let left = false;
    void voice(chosen).then((say) => {
      if (!left) setWords({ of: chosen, say });
    });
    return () => void (left = true);
  }, [chosen]);

  const confirm = () => {
    const on = () => {
      if (!firstRun) back('/');
      else go(trouble ? '/trouble' : '/promises');
    };
    if (chosen === settings.language) on();
    else change({ language: chosen }).then(on, setError);
  };

  return (
    <div class="page languages" ref={page}>
      <h1 class="off-screen" tabIndex={-1}>{t('settings-language-title')}</h1>
      {error ? <ErrorNotice error={error} /> : null}
      <div class="languages-list">
        {languages.map((each) => (
          <Endonym key={each.tag} language={each} on={each.tag === chosen} choose={() => setChosen(each.tag)} />
        ))}
        {languages.length % 2 === 1 ? <span class="languages-rest" /> : null}
      </div>
      {words && language ? (
        <div class={`languages-on ${language.script}`} lang={words.of} dir={language.dir}>
          <Button press={confirm} goesOn>{words.say('settings-language-continue')}</Button>
          {words.of === 'en-GB' ? null : <Badge shape="machine">{words.say('settings-language-machine')}</Badge>}
        </div>
      ) : null}
    </div>
  );
}

function Endonym({ language: { tag, dir, script, endonym, detail }, on, choose }: { language: Language; on: boolean; choose: () => void }) {
  return (
    <Press class={on ? 'endonym endonym-on' : 'endonym'} pressed={on} press={choose}>
      <span class={script} lang={tag} dir={dir}>{endonym}{detail ? <small> ({detail})</small> : null}</span>
      {on ? <span class="tick-disc"><Sign name="tick" size={20} /></span> : null}
    </Press>
  );
}
