import type { Whereabouts } from '../../door/index.ts';
import { t } from '../../words/index.ts';

const NATIONS: Record<string, string> = { England: 'england', Wales: 'wales', Scotland: 'scotland', 'Northern Ireland': 'northern-ireland', UK: 'uk' };

/** Names of nations in her language, with commas of her language; a town among them keeps its name. */
export function nationNames(nations: string[]): string {
  const four = ['England', 'Wales', 'Scotland', 'Northern Ireland'].every((nation) => nations.includes(nation));
  const shown = four ? ['UK'] : nations;
  return commas(shown.map((nation) => (NATIONS[nation] ? t(`help-nation-${NATIONS[nation]}`) : nation)));
}

/** Words in a row, with the comma of her language. */
export function commas(words: string[]): string {
  return words.join(t('help-list-comma'));
}

/** "In Liverpool", "About 3 km, Liverpool", "England, Wales". */
export function whereabouts(where: Whereabouts): string {
  switch (where.is) {
    case 'about':
      return t('help-where-about', { km: String(where.km), town: where.town });
    case 'in':
      return t('help-where-in', { town: where.town });
    case 'national':
      return nationNames(where.nations);
  }
}
