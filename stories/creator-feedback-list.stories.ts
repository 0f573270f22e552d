import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/creator-feedback-list.js';
import { oppiaData } from './support/oppia-data.js';
import { creatorStats } from './support/creator-data.js';
import { creatorReport } from './support/creator-report.js';
import { neverAnswers, show } from './support/show.js';

const TAG = 'creator-feedback-list';

const meta: Meta = {
  title: 'Creator/Feedback list',
  component: TAG,
  tags: ['autodocs'],
  render: (args) => show(TAG, args),
  args: { provider: 'oppia' },
};
export default meta;

type Story = StoryObj;

export const TwelveThreads: Story = { args: { data: oppiaData(12) } };
export const BesideTheirCards: Story = { args: { data: creatorReport(6, { feedback: true }), exploration: 'story_0001' } };
export const NoThreadYet: Story = { args: { data: oppiaData(0) } };
export const NotRecorded: Story = { args: { provider: 'creator-engagement-stats', data: creatorStats(2) } };
export const Loading: Story = { args: { ...neverAnswers } };
export const RightToLeft: Story = { args: { data: oppiaData(6), lang: 'ar', dir: 'rtl' } };
