import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/at-risk-approval.js';
import { STORY_NOW, course, withPassMark } from './support/at-risk-data.js';
import { show } from './support/show.js';
import { streamedCourse } from './support/sources.js';
import type { StatesOf } from './support/state-names.js';

const TAG = 'at-risk-approval';

const meta: Meta = {
  title: 'At risk/Approval',
  component: TAG,
  render: (args) => show(TAG, args),
  args: { provider: 'tables', now: STORY_NOW },
  parameters: {
    ofSize: withPassMark,
    states: { data: withPassMark(60), field: 'track', soFar: streamedCourse(), empty: { data: course(0) } } satisfies StatesOf,
  },
};
export default meta;

type Story = StoryObj;

export const Example: Story = {
  name: 'Sixty learners',
  args: { data: withPassMark(60) },
};
export const NoPassMark: Story = { args: { data: course(60) } };
