import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/creator-rating-chart.js';
import { creatorStats } from './support/creator-data.js';
import { creatorReport } from './support/creator-report.js';
import { show } from './support/show.js';
import type { StatesOf } from './support/state-names.js';

const TAG = 'creator-rating-chart';

const meta: Meta = {
  title: 'Creator/Ratings',
  component: TAG,
  render: (args) => show(TAG, args),
  args: { provider: 'oppia' },
  parameters: {
    ofSize: creatorReport,
    states: {
      data: creatorReport(6),
      field: 'exploration',
      empty: { data: creatorReport(1, { ratings: false }) },
      unknown: { provider: 'creator-engagement-stats', data: creatorStats(4) },
    } satisfies StatesOf,
  },
};
export default meta;

type Story = StoryObj;

export const Example: Story = {
  name: 'Six explorations',
  args: { data: creatorReport(6) },
};
export const OneExploration: Story = { args: { data: creatorReport(6), exploration: 'story_0001' } };
