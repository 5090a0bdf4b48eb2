import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const MODULE = 'virtual:words';

/**
 * The Fluent files of `locales/`, one lazily loaded chunk a language. Comments stay behind: they are for translators and are
 * half of every file.
 */
export function words(folder: string): Plugin {
  return {
    name: 'kindway-words',
    resolveId: (id) => (id === MODULE || id.startsWith(`${MODULE}/`) ? `\0${id}` : undefined),
    load(id) {
      if (id === `\0${MODULE}`) {
        const tags = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
        const lines = tags.map(({ name }) => `${JSON.stringify(name)}: () => import('${MODULE}/${name}')`);
        return `export const languages = {${lines.join(',')}};`;
      }
      if (!id.startsWith(`\0${MODULE}/`)) return undefined;
      const place = join(folder, id.slice(MODULE.length + 2));
      const files = readdirSync(place).filter((name) => name.endsWith('.ftl')).sort();
      const source = files.map((name) => {
        this.addWatchFile(join(place, name));
        return withoutComments(readFileSync(join(place, name), 'utf8'));
      });
      return `export default ${JSON.stringify(source.join('\n'))};`;
    },
  };
}

/** Drops comment lines and blank lines outside a message. A line of a message never starts with `#` in its first column. */
export function withoutComments(source: string): string {
  const lines = source.split(/\r?\n/).filter((line) => !line.startsWith('#'));
  return lines.join('\n').replace(/\n{2,}(?=[a-zA-Z-])/g, '\n').trim();
}
