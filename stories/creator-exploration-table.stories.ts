import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/creator-exploration-table.js';
import { creatorStats } from './support/creator-data.js';
import { neverAnswers, show } from './support/show.js';

const TAG = 'creator-exploration-table';

const meta: Meta = {
  title: 'Creator/Exploration table',
  component: TAG,
  tags: ['autodocs'],
  render: (args) => show(TAG, args),
  argTypes: {
    heading: { control: 'text' },
    'heading-level': { control: { type: 'number', min: 1, max: 6 } },
    'without-menu': { control: 'boolean' },
    exploration: { control: 'text' },
  },
  args: { provider: 'creator-engagement-stats' },
};
export default meta;

type Story = StoryObj;

export const TwelveExplorations: Story = { args: { data: creatorStats(12) } };
export const FiveThousandExplorations: Story = { args: { data: creatorStats(5000) } };
export const NoExplorationYet: Story = { args: { data: creatorStats(0) } };
export const Loading: Story = { args: { ...neverAnswers } };
export const ServerError: Story = { args: { src: '/no-such-handler.json' } };
export const RightToLeft: Story = { args: { data: creatorStats(8), lang: 'ar', dir: 'rtl' } };
