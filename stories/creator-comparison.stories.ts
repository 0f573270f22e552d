import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/creator-comparison.js';
import { creatorStats } from './support/creator-data.js';
import { creatorReport } from './support/creator-report.js';
import { show } from './support/show.js';
import { countedSoFar } from './support/sources.js';
import type { StatesOf } from './support/state-names.js';

const TAG = 'creator-comparison';

const meta: Meta = {
  title: 'Creator/Comparison',
  component: TAG,
  render: (args) => show(TAG, args),
  args: { provider: 'oppia' },
  parameters: {
    ofSize: creatorReport,
    states: {
      data: creatorReport(6),
      field: 'status',
      soFar: countedSoFar(creatorReport(6)),
      empty: { data: creatorReport(0) },
    } satisfies StatesOf,
  },
};
export default meta;

type Story = StoryObj;

export const WithTheAverage: Story = { args: { data: creatorReport(6) } };
export const TwoExplorations: Story = { args: { data: creatorReport(6), exploration: 'story_0002', 'compare-with': 'story_0003' } };
export const CountedByTheHost: Story = { args: { provider: 'creator-engagement-stats', data: creatorStats(12) } };
