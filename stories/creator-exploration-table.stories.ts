import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/creator-exploration-table.js';
import { creatorStats } from './support/creator-data.js';
import { creatorReport } from './support/creator-report.js';
import { show } from './support/show.js';
import { countedSoFar } from './support/sources.js';
import type { StatesOf } from './support/state-names.js';

const TAG = 'creator-exploration-table';

const meta: Meta = {
  title: 'Creator/Exploration table',
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
    } satisfies StatesOf,
  },
};
export default meta;

type Story = StoryObj;

export const Example: Story = {
  name: 'Twelve explorations',
  args: { data: creatorStats(12) },
};
export const FiveThousandExplorations: Story = { args: { data: creatorStats(5000) } };
