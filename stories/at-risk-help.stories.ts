import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/define/at-risk-help.js';
import { show } from './support/show.js';

const TAG = 'at-risk-help';

const meta: Meta = { title: 'At risk/Help', component: TAG, tags: ['autodocs'], render: (args) => show(TAG, args) };
export default meta;

type Story = StoryObj;

export const Default: Story = {};
export const OwnDocumentation: Story = { args: { 'help-url': 'https://docs.example.org/learners' } };
export const RightToLeft: Story = { args: { lang: 'ar', dir: 'rtl' } };
