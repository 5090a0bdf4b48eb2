import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { icons } from './build/icons.ts';
import { words } from './build/words.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [icons(at('../assets/icons')), words(at('../locales'))],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: { fs: { allow: [at('..')] } },
  build: {
    // The oldest WebViews that the women's phones have (docs: interface, "Old phones").
    target: ['chrome79', 'safari15'],
    cssTarget: ['chrome79', 'safari15'],
    modulePreload: { polyfill: false },
    // A font or picture inside the styles would be refused by the content security policy.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  test: { environment: 'happy-dom', include: ['src/**/*.test.{ts,tsx}', 'build/**/*.test.ts'] },
});
