import { msg } from '../../localize/msg.js';
import type { ViewData } from '../../workers/connect.js';
import type { PageDataset } from '../base/dataset/page-dataset.js';
import type { Notice } from '../base/states/widget-state.js';

/** That learners are shown by codes, where the site shares no names and some learners are shown. */
export function namesNotice(dataset: PageDataset | undefined, result: ViewData | undefined): readonly Notice[] {
  if ((result?.length ?? 0) === 0 || dataset?.info?.notes.namesSupplied !== false) return [];
  const sentence = msg('This site does not share names. Learners are shown by a stable code.', { id: 'at-risk-table.no-names' });
  return [{ kind: 'names', sentence }];
}
