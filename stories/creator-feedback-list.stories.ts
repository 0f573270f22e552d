import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/creator-feedback-list.js';
import { oppiaData } from './support/oppia-data.js';
import { creatorStats } from './support/creator-data.js';
import { creatorReport } from './support/creator-report.js';
import { show } from './support/show.js';
import { filteredToNothing, loading, serverError, signedOut } from './support/states.js';

const TAG = 'creator-feedback-list';

const meta: Meta = {
  title: 'Creator/Feedback list',
  component: TAG,
  render: (args) => show(TAG, args),
  args: { provider: 'oppia' },
  parameters: { ofSize: oppiaData },
};
export default meta;

type Story = StoryObj;

export const Example: Story = {
  name: 'Twelve threads',
  args: { data: oppiaData(12) },
};
export const BesideTheirCards: Story = { args: { data: creatorReport(6, { feedback: true }), exploration: 'story_0001' } };
export const NoThreadYet: Story = { args: { data: oppiaData(0) } };
export const NotRecorded: Story = { args: { provider: 'creator-engagement-stats', data: creatorStats(2) } };
export const RightToLeft: Story = { args: { data: oppiaData(6), lang: 'ar', dir: 'rtl' } };
export const Loading: Story = loading;
export const FilteredToNothing: Story = filteredToNothing({ data: oppiaData(12) }, 'exploration');
export const ServerError: Story = serverError;
export const SignedOut: Story = signedOut;
