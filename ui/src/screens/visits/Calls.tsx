import { Badge, PressRow, Section } from '../../components/index.ts';
import type { Callable } from '../../door/index.ts';
import { t } from '../../words/index.ts';

/** Whom to call about a visit: hers first, then published ones, each with whether anyone has rung it. */
export function Calls({ calls, add, title = 'visits-heading-call' }: { calls: Callable[]; add?: () => void; title?: string }) {
  return (
    <Section title={t(title)} id="who-to-call">
      {calls.map((call) => (
        <div key={call.dial} class="call">
          <PressRow
            picture="call"
            dial={call.dial}
            end="call"
            detail={
              <>
                <bdi dir="ltr" class="call-number">{call.number}</bdi>
                {call.label ? <span class="call-line">{call.label}</span> : null}
                {call.free ? <span class="call-line">{t('visits-call-free')}</span> : null}
              </>
            }
          >
            <bdi>{call.name ?? t('visits-call-typed')}</bdi>
          </PressRow>
          {call.own || call.phoned_by_us ? null : <Badge shape="not-phoned">{t('visits-call-not-phoned')}</Badge>}
        </div>
      ))}
      {calls.length === 0 ? <p>{t('visits-call-none')}</p> : null}
      {calls.length === 0 && add ? <PressRow picture="my-numbers" empty end="plus" press={add}>{t('visits-call-add')}</PressRow> : null}
    </Section>
  );
}
