import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/stats-dataset.js';
import '../src/define/at-risk-table.js';
import '../src/define/at-risk-track-chart.js';
import { course, STORY_NOW } from './support/at-risk-data.js';
import { show } from './support/show.js';

const meta: Meta = {
  title: 'Filters/Dataset',
  component: 'stats-dataset',
  tags: ['autodocs'],
  render: (args) => {
    const dataset = show('stats-dataset', args);
    dataset.append(show('at-risk-track-chart', {}), show('at-risk-table', {}));
    return dataset;
  },
  args: { id: 'course', provider: 'tables', now: STORY_NOW },
  parameters: { ofSize: course },
};
export default meta;

type Story = StoryObj;

export const LinkedWidgets: Story = { args: { data: course(120) } };
