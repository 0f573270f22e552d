import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/at-risk-dashboard.js';
import { activeCourse, activeRows } from './support/at-risk-activity.js';
import { STORY_NOW } from './support/at-risk-data.js';
import { show } from './support/show.js';

const TAG = 'at-risk-dashboard';

const meta: Meta = {
  title: 'At risk/Dashboard',
  component: TAG,
  tags: ['autodocs'],
  render: (args) => show(TAG, args),
  argTypes: {
    tab: { control: 'select', options: ['overview', 'enrollment', 'pages', 'problems', 'videos', 'performance', 'help'] },
    heading: { control: 'text' },
    contact: { control: 'boolean' },
  },
  args: { provider: 'tables', now: STORY_NOW, data: activeCourse(60) },
  parameters: { ofSize: activeRows },
};
export default meta;

type Story = StoryObj;

export const Overview: Story = { args: { heading: 'Introduction to programming', contact: true } };
export const Enrollment: Story = { args: { tab: 'enrollment' } };
export const Pages: Story = { args: { tab: 'pages' } };
export const Problems: Story = { args: { tab: 'problems' } };
export const Videos: Story = { args: { tab: 'videos' } };
export const Performance: Story = { args: { tab: 'performance' } };
export const Help: Story = { args: { tab: 'help' } };
export const ServerError: Story = { args: { data: undefined, src: '/no-such-handler.json' } };
export const RightToLeft: Story = { args: { tab: 'pages', lang: 'ar', dir: 'rtl' } };
