import { ENGAGEMENT_LABELS } from '../../../metrics/at-risk-engagement.js';
import type { EngagementKind } from '../../../metrics/at-risk-engagement.js';
import type { Settings } from '../../provider.js';
import type { Column, Table } from '../../table.js';
import { factTable, textsOf } from './columns.js';

/**
 * The `engaged_parts` table: whose rows of `engagement` count as at least one item, with the section or subsection in the column of their
 * kind, so that one clause chooses the learners of a bar. Parts are ids, and under `aspects-v8`, which tells them apart by it, their text.
 */
export function engagedParts(engagement: Table, rules: Settings['rules']): Table {
  const parts = textsOf(engagement, rules === 'aspects-v8' ? 'section_subsection' : 'block_id');
  const [kinds, labels] = [textsOf(engagement, 'kind'), textsOf(engagement, 'label')];
  const partsOf = (kind: EngagementKind): Column => {
    const [, some, all] = ENGAGEMENT_LABELS[kind];
    const counts = labels.dictionary.map((label) => label === some || label === all);
    const own = kinds.dictionary.map((each) => each === kind);
    const isOwn = (row: number): boolean => own[kinds.codes[row] ?? -1] === true && counts[labels.codes[row] ?? -1] === true;
    return { ...parts, codes: parts.codes.map((code, row) => (isOwn(row) ? code : -1)) };
  };
  return factTable('engaged_parts', engagement.length, {
    course_key: engagement.columns.get('course_key'),
    actor_id: engagement.columns.get('actor_id'),
    page_part: partsOf('page'),
    problem_part: partsOf('problem'),
    video_part: partsOf('video'),
  });
}
