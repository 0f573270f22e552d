import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/at-risk-table.js';
import { STORY_NOW, course } from './support/at-risk-data.js';
import { show } from './support/show.js';
import { streamedCourse } from './support/sources.js';
import type { StatesOf } from './support/state-names.js';

const TAG = 'at-risk-table';

const meta: Meta = {
  title: 'At risk/Learner table',
  component: TAG,
  render: (args) => show(TAG, args),
  argTypes: {
    heading: { control: 'text' },
    'heading-level': { control: { type: 'number', min: 1, max: 6 } },
    'without-menu': { control: 'boolean' },
    rules: { control: 'text' },
    timezone: { control: 'text' },
  },
  args: { provider: 'tables', now: STORY_NOW },
  parameters: {
    ofSize: course,
    states: {
      data: course(18),
      field: 'track',
      soFar: streamedCourse(),
      empty: { data: course(0) },
      nobody: { data: course(1) },
      names: { data: course(18, { names: false }) },
    } satisfies StatesOf,
  },
};
export default meta;

type Story = StoryObj;

export const Example: Story = {
  name: 'Twelve learners',
  args: { data: course(18) },
};
export const FiveThousandLearners: Story = { args: { data: course(7500) } };
export const InGroups: Story = { name: 'For who may see groups only', args: { data: course(18), audience: 'aggregate' } };
