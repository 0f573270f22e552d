import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/at-risk-video-segments-chart.js';
import { activeCourse } from './support/at-risk-activity.js';
import { ofActivity } from './support/of-activity.js';
import { show } from './support/show.js';

const TAG = 'at-risk-video-segments-chart';

const meta: Meta = {
  title: 'At risk/Video segments chart',
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
