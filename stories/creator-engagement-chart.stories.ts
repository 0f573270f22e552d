import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/creator-engagement-chart.js';
import { creatorStats, withoutTime } from './support/creator-data.js';
import { creatorReport } from './support/creator-report.js';
import { show } from './support/show.js';
import { countedSoFar } from './support/sources.js';
import type { StatesOf } from './support/state-names.js';

const TAG = 'creator-engagement-chart';

const meta: Meta = {
  title: 'Creator/Engagement chart',
  component: TAG,
  render: (args) => show(TAG, args),
  args: { provider: 'creator-engagement-stats' },
  parameters: {
    ofSize: creatorStats,
    states: {
      data: creatorStats(12),
      field: 'exploration',
      soFar: countedSoFar(creatorReport(6)),
      empty: { data: creatorStats(0) },
      unknown: { data: withoutTime(8) },
    } satisfies StatesOf,
  },
};
export default meta;

type Story = StoryObj;

export const Example: Story = {
  name: 'Twelve explorations',
  args: { data: creatorStats(12) },
};
export const OneExploration: Story = { args: { data: creatorStats(1) } };
export const TwoHundredExplorations: Story = { args: { data: creatorStats(200) } };
export const WrongData: Story = { args: { data: { explorations: [{ id: 'exp1', title: 'Fractions', completion_rate: '85%' }] } } };
export const NothingNamed: Story = { args: {} };
