import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/at-risk-page-engagement-chart.js';
import { activeCourse } from './support/at-risk-activity.js';
import { ofActivity } from './support/of-activity.js';
import { show } from './support/show.js';

const TAG = 'at-risk-page-engagement-chart';

const meta: Meta = {
  title: 'At risk/Page engagement chart',
  component: TAG,
  render: (args) => show(TAG, args),
  ...ofActivity(),
};
export default meta;

type Story = StoryObj;

export const Example: Story = {
  name: 'Sixty learners',
  args: { data: activeCourse(60) },
};
