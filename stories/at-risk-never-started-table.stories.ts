import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/at-risk-never-started-table.js';
import { STORY_NOW, course, withNeverStarted } from './support/at-risk-data.js';
import { show } from './support/show.js';
import { streamedCourse } from './support/sources.js';
import type { StatesOf } from './support/state-names.js';

const TAG = 'at-risk-never-started-table';

const meta: Meta = {
  title: 'At risk/Never started',
  component: TAG,
  render: (args) => show(TAG, args),
  args: { provider: 'tables', now: STORY_NOW },
  parameters: {
    ofSize: withNeverStarted,
    states: {
      data: withNeverStarted(60),
      field: 'track',
      soFar: streamedCourse(),
      empty: { data: course(0) },
      nobody: { data: course(18) },
      names: { data: withNeverStarted(60, { names: false }) },
    } satisfies StatesOf,
  },
};
export default meta;

type Story = StoryObj;

export const Example: Story = {
  name: 'Sixty learners',
  args: { data: withNeverStarted(60) },
};
