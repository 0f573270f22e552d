import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/creator-trend-chart.js';
import { creatorStats } from './support/creator-data.js';
import { creatorReport } from './support/creator-report.js';
import { show } from './support/show.js';
import type { StatesOf } from './support/state-names.js';

const TAG = 'creator-trend-chart';

const meta: Meta = {
  title: 'Creator/Week by week',
  component: TAG,
  render: (args) => show(TAG, args),
  args: { provider: 'oppia' },
  parameters: {
    ofSize: creatorReport,
    states: {
      data: creatorReport(6),
      field: 'week',
      unknown: { provider: 'creator-engagement-stats', data: creatorStats(4) },
    } satisfies StatesOf,
  },
};
export default meta;

type Story = StoryObj;

export const Example: Story = {
  name: 'Gaps and falls',
  args: { data: creatorReport(6) },
};
export const AverageRating: Story = { args: { data: creatorReport(6), measure: 'average_rating' } };
