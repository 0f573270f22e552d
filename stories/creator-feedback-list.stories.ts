import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/creator-feedback-list.js';
import { creatorStats } from './support/creator-data.js';
import { creatorReport } from './support/creator-report.js';
import { oppiaData } from './support/oppia-data.js';
import { show } from './support/show.js';
import type { StatesOf } from './support/state-names.js';

const TAG = 'creator-feedback-list';

const meta: Meta = {
  title: 'Creator/Feedback list',
  component: TAG,
  render: (args) => show(TAG, args),
  args: { provider: 'oppia' },
  parameters: {
    ofSize: oppiaData,
    states: {
      data: oppiaData(12),
      field: 'exploration',
      empty: { data: oppiaData(0) },
      unknown: { provider: 'creator-engagement-stats', data: creatorStats(2) },
    } satisfies StatesOf,
  },
};
export default meta;

type Story = StoryObj;

export const Example: Story = {
  name: 'Twelve threads',
  args: { data: oppiaData(12) },
};
export const BesideTheirCards: Story = { args: { data: creatorReport(6, { feedback: true }), exploration: 'story_0001' } };
