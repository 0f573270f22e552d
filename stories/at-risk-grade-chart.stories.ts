import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/at-risk-grade-chart.js';
import { activeCourse, activeRows } from './support/at-risk-activity.js';
import { STORY_NOW, course } from './support/at-risk-data.js';
import { show } from './support/show.js';
import { streamedCourse } from './support/sources.js';
import type { StatesOf } from './support/state-names.js';

const TAG = 'at-risk-grade-chart';

const meta: Meta = {
  title: 'At risk/Grade chart',
  component: TAG,
  render: (args) => show(TAG, args),
  args: { provider: 'tables', now: STORY_NOW },
  parameters: {
    ofSize: activeRows,
    states: {
      data: activeCourse(60),
      field: 'track',
      soFar: streamedCourse(),
      empty: { data: course(0) },
      nobody: { data: course(1) },
    } satisfies StatesOf,
  },
};
export default meta;

type Story = StoryObj;

export const Example: Story = {
  name: 'Sixty learners',
  args: { data: activeCourse(60) },
};
export const InGroups: Story = { name: 'For who may see groups only', args: { data: activeCourse(60), audience: 'aggregate' } };
