import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/creator-demographics-chart.js';
import { creatorReport, withGroups } from './support/creator-report.js';
import { show } from './support/show.js';
import type { StatesOf } from './support/state-names.js';

const TAG = 'creator-demographics-chart';

const meta: Meta = {
  title: 'Creator/Who the learners are',
  component: TAG,
  render: (args) => show(TAG, args),
  args: { provider: 'creator-engagement-stats' },
  parameters: {
    ofSize: creatorReport,
    states: {
      data: withGroups(),
      field: 'exploration',
      hidden: { data: withGroups(), 'min-group': '500' },
      unknown: { provider: 'oppia', data: creatorReport(2) },
    } satisfies StatesOf,
  },
};
export default meta;

type Story = StoryObj;

export const Example: Story = {
  name: 'Small groups hidden',
  args: { data: withGroups() },
};
