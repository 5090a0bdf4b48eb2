import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { icons } from './build/icons.ts';
import { words } from './build/words.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The folder that a screen stands in. Today is there from the start, and lock and trouble can take any screen's place. */
function place(file: string): string | null {
  return /\/src\/screens\/(?!today\/|lock\/|trouble\/)([a-z]+)\//.exec(file)?.[1] ?? null;
}

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
    // The screens of one place are loaded together: what she does next is there already, and one file packs better than ten.
    rolldownOptions: { output: { codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: place }] } } },
  },
  test: { environment: 'happy-dom', include: ['src/**/*.test.{ts,tsx}', 'build/**/*.test.ts'] },
});
