import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Plugin } from 'vite';

/** A drawing as nested arrays: tag, attributes, children. */
export type Node = [string, Record<string, string>, Node[]?];

const MODULE = 'virtual:icons';

/**
 * Turns `assets/icons` into data, so that a drawing becomes nodes and never `innerHTML`, and so that nothing in it needs an
 * inline style, which the content security policy refuses.
 */
export function icons(folder: string): Plugin {
  return {
    name: 'kindway-icons',
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
    load(id) {
      if (id !== `\0${MODULE}`) return undefined;
      const pictures = read(this, join(folder, 'pictures'));
      const signs = read(this, join(folder, 'signs'));
      return `export const pictures = ${JSON.stringify(pictures)};\nexport const signs = ${JSON.stringify(signs)};`;
    },
  };
}

function read(plugin: { addWatchFile(id: string): void }, folder: string): Record<string, Node[]> {
  const drawings: Record<string, Node[]> = {};
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.svg')).sort()) {
    const path = join(folder, file);
    plugin.addWatchFile(path);
    drawings[basename(file, '.svg')] = parse(readFileSync(path, 'utf8'), file);
  }
  return drawings;
}

/** Reads the small SVG that `assets/icons` holds: elements and attributes, no text. */
export function parse(source: string, name: string): Node[] {
  const root: Node = ['root', {}, []];
  const open: Node[] = [root];
  for (const [, closing, tag = '', attributes = '', self] of source.matchAll(/<(\/?)([a-z]+)([^>]*?)(\/?)>/gi)) {
    if (closing) {
      open.pop();
      continue;
    }
    const node: Node = [tag, {}];
    for (const [, key = '', value = ''] of attributes.matchAll(/([a-zA-Z:-]+)="([^"]*)"/g)) keep(node[1], key, value);
    const parent = open[open.length - 1];
    if (!parent) throw new Error(`${name}: not well formed`);
    (parent[2] ??= []).push(node);
    if (!self) open.push(node);
  }
  const svg = root[2]?.[0];
  if (open.length !== 1 || svg?.[0] !== 'svg') throw new Error(`${name}: not one svg element`);
  return svg[2] ?? [];
}

function keep(attributes: Record<string, string>, key: string, value: string): void {
  if (key === 'style') {
    for (const rule of value.split(';').filter(Boolean)) {
      const [property = '', set = ''] = rule.split(':');
      // `var()` only works in a stylesheet: signs.css colours what carries this class.
      if (set.includes('var(--surface)')) attributes['class'] = 'ground';
      else attributes[property.trim()] = set.trim().replace(/px$/, '');
    }
  } else if (value === '#0B5C5A' || (key === 'fill' && value === '#F6CE8E')) {
    // The stylesheet colours lines and fills, in light and in dark.
  } else if (key === 'd' || key === 'points') {
    attributes[key] = value.replace(/(\.\d*?)0+(?=\D|$)/g, '$1').replace(/\.(?=\D|$)/g, '');
  } else {
    attributes[key] = value;
  }
}
