import { msg } from '../../../localize/msg.js';
import type { Grain } from '../../../metrics/types.js';

/** What a grain is called. */
export function grainName(grain: Grain): string {
  switch (grain) {
    case 'day':
      return msg('Day', { id: 'grain.day' });
    case 'week':
      return msg('Week', { id: 'grain.week' });
    case 'month':
      return msg('Month', { id: 'grain.month' });
    case 'quarter':
      return msg('Quarter', { id: 'grain.quarter' });
    case 'year':
      return msg('Year', { id: 'grain.year' });
  }
}
