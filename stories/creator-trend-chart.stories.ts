import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/creator-trend-chart.js';
import { creatorStats } from './support/creator-data.js';
import { creatorReport } from './support/creator-report.js';
import { show } from './support/show.js';
import { filteredToNothing, loading, serverError, signedOut } from './support/states.js';

const TAG = 'creator-trend-chart';

const meta: Meta = {
  title: 'Creator/Week by week',
  component: TAG,
  render: (args) => show(TAG, args),
  args: { provider: 'oppia' },
  parameters: { ofSize: creatorReport },
};
export default meta;

type Story = StoryObj;

export const Example: Story = {
  name: 'Gaps and falls',
  args: { data: creatorReport(6) },
};
export const AverageRating: Story = { args: { data: creatorReport(6), measure: 'average_rating' } };
export const NotRecorded: Story = { args: { provider: 'creator-engagement-stats', data: creatorStats(4) } };
export const RightToLeft: Story = { args: { data: creatorReport(6), lang: 'ar', dir: 'rtl' } };
export const Loading: Story = loading;
export const FilteredToNothing: Story = filteredToNothing({ data: creatorReport(6) }, 'exploration');
export const ServerError: Story = serverError;
export const SignedOut: Story = signedOut;
