import type { TranslationStatus } from '../door/index.ts';
import { t } from '../words/index.ts';
import { Badge, type Shape } from './Badge.tsx';

const SHAPES: Record<Exclude<TranslationStatus, 'source'>, Shape> = {
  machine: 'machine',
  draft: 'draft',
  checked: 'checked',
  approved: 'approved',
  stale: 'old',
};

/** How the text in her language came to be. Nothing for the English that it was made from. */
export function TranslationBadge({ status }: { status: TranslationStatus }) {
  return status === 'source' ? null : <Badge shape={SHAPES[status]}>{t(`rights-badge-${status}`)}</Badge>;
}
