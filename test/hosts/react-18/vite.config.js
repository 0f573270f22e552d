import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The build of React that counts renders in production, too. */
const alias = [{ find: /^react-dom$/, replacement: 'react-dom/profiling' }];

export default defineConfig({ plugins: [react()], resolve: { alias } });
