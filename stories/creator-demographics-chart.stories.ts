import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/creator-demographics-chart.js';
import { creatorReport, withGroups } from './support/creator-report.js';
import { neverAnswers, show } from './support/show.js';

const TAG = 'creator-demographics-chart';

const meta: Meta = {
  title: 'Creator/Who the learners are',
  component: TAG,
  tags: ['autodocs'],
  render: (args) => show(TAG, args),
  args: { provider: 'creator-engagement-stats' },
};
export default meta;

type Story = StoryObj;

export const SmallGroupsHidden: Story = { args: { data: withGroups() } };
export const AllHidden: Story = { args: { data: withGroups(), 'min-group': '500' } };
export const NotRecorded: Story = { args: { provider: 'oppia', data: creatorReport(2) } };
export const RightToLeft: Story = { args: { data: withGroups(), lang: 'ar', dir: 'rtl' } };
export const Loading: Story = { args: { ...neverAnswers } };
