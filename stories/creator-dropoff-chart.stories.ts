import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/creator-dropoff-chart.js';
import { creatorStats } from './support/creator-data.js';
import { creatorReport } from './support/creator-report.js';
import { show } from './support/show.js';
import { countedSoFar } from './support/sources.js';
import type { StatesOf } from './support/state-names.js';

const TAG = 'creator-dropoff-chart';

const meta: Meta = {
  title: 'Creator/Where learners leave',
  component: TAG,
  render: (args) => show(TAG, args),
  args: { provider: 'oppia' },
  parameters: {
    ofSize: creatorReport,
    states: {
      data: creatorReport(6),
      field: 'exploration',
      soFar: countedSoFar(creatorReport(6), 0),
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
export const WithFeedback: Story = { args: { data: creatorReport(6, { feedback: true }) } };
