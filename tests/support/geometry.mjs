//! What axe does not see: whether a screen is whole. Each fault is a line that says what is wrong and where.

/** Looks at the screen as it stands. `tag` is the language it should be in, `dir` the way its page should run. */
export async function geometryFaults(phone, { tag, dir }) {
  const faults = await phone.page.evaluate(look, { tag, dir });
  faults.push(...(await fixedFaults(phone)));
  return faults;
}

/**
 * Header and bottom bar take at most a fifth of the height from what she reads. What stays in its place while the page moves
 * counts; what moves along does not, whatever its style is called.
 */
async function fixedFaults(phone) {
  const height = 640;
  const before = await phone.page.evaluate(() => window.scrollY);
  const held = await phone.page.evaluate(held_);
  await phone.page.evaluate((y) => window.scrollTo(0, y), before);
  const rows = new Set();
  for (const { top, bottom } of held) for (let y = Math.round(top); y < Math.round(bottom); y += 1) rows.add(y);
  const share = (100 * rows.size) / height;
  const names = held.map(({ name, top, bottom }) => `${name} ${Math.round(bottom - top)} px`).join(', ');
  return share > 20 ? [`fixed parts take ${share.toFixed(1)} % of the height: ${names}`] : [];
}

async function held_() {
  const frame = () => new Promise((done) => requestAnimationFrame(() => done()));
  const nameOf = (element) => element.tagName.toLowerCase() + (element.classList.length > 0 ? `.${[...element.classList].join('.')}` : '');
  const parts = [...document.body.querySelectorAll('*')].filter((element) => {
    const style = getComputedStyle(element);
    return ['fixed', 'sticky'].includes(style.position) && style.visibility !== 'hidden' && element.getClientRects().length > 0;
  });
  const bottom = document.scrollingElement.scrollHeight - window.innerHeight;
  const tops = async (y) => {
    window.scrollTo(0, y);
    await frame();
    return parts.map((part) => part.getBoundingClientRect());
  };
  // From the middle on: a part that first moves along and then stays is there by then.
  const middle = Math.max(0, Math.floor(bottom / 2));
  const one = await tops(middle);
  const other = await tops(Math.min(bottom, middle + 40));
  const moves = bottom > 0;
  return parts
    .map((part, at) => ({ part, one: one[at], other: other[at] }))
    .filter(({ part, one: a, other: b }) => (moves ? Math.abs(a.top - b.top) < 1 : getComputedStyle(part).position === 'fixed'))
    .filter(({ one: a }) => a.height > 0 && a.width > 1 && a.bottom > 0 && a.top < 640)
    .map(({ part, one: a }) => ({ name: nameOf(part), top: Math.max(0, a.top), bottom: Math.min(640, a.bottom) }));
}

/** Runs in the page. */
function look({ tag, dir }) {
  const faults = [];
  const width = 320;
  const nameOf = (element) => {
    const own = element.id ? `#${element.id}` : element.classList.length > 0 ? `.${[...element.classList].join('.')}` : '';
    return `${element.tagName.toLowerCase()}${own}`;
  };
  const quote = (text) => `“${text.replace(/\s+/g, ' ').trim().slice(0, 40)}”`;
  const shown = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.display === 'none' || style.visibility === 'hidden' || Number(style.opacity) === 0) return false;
      if (at.hasAttribute('hidden')) return false;
    }
    // What is folded away has a box and is not shown.
    return element.checkVisibility() && element.getClientRects().length > 0;
  };
  // Text for screen readers alone is one pixel large, by intention.
  const offScreen = (element) => {
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      const box = at.getBoundingClientRect();
      const style = getComputedStyle(at);
      if ((box.width <= 1.5 && box.height <= 1.5) || style.clipPath === 'inset(50%)' || style.clip === 'rect(0px, 0px, 0px, 0px)') return true;
      // A link that comes into the page when it has the focus.
      if (['absolute', 'fixed'].includes(style.position) && (box.bottom <= 0 || box.right <= 0) && at.tagName === 'A') return true;
    }
    return false;
  };
  const root = document.documentElement;

  // The page itself.
  if (root.lang !== tag) faults.push(`the page says its language is ${root.lang}`);
  if (getComputedStyle(root).direction !== dir) faults.push(`the page runs ${getComputedStyle(root).direction}`);
  if (root.scrollWidth > width) faults.push(`the page is ${root.scrollWidth} px wide`);
  if (window.innerWidth > width + 1) faults.push(`the page made the window ${window.innerWidth} px wide`);

  // English inside another language says so, and runs from left to right.
  for (const element of document.querySelectorAll('body [lang|="en"]')) {
    if (tag.startsWith('en')) break;
    if (shown(element) && getComputedStyle(element).direction !== 'ltr') faults.push(`English runs rtl: ${nameOf(element)} ${quote(element.textContent)}`);
  }

  // Runs of text, with the lines they take.
  const texts = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const element = node.parentElement;
    if (!element || !node.data.trim() || ['SCRIPT', 'STYLE', 'TITLE', 'NOSCRIPT', 'OPTION'].includes(element.tagName)) continue;
    if (!shown(element) || offScreen(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const lines = [...range.getClientRects()].filter((rect) => rect.width > 0.5 && rect.height > 0.5);
    if (lines.length > 0) texts.push({ node, element, lines, block: blockOf(element), held: heldBy(element) });
  }

  function blockOf(element) {
    let at = element;
    while (at.parentElement && getComputedStyle(at).display.startsWith('inline') && getComputedStyle(at).display !== 'inline-block') at = at.parentElement;
    return at;
  }

  function heldBy(element) {
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      if (['fixed', 'sticky'].includes(getComputedStyle(at).position)) return at;
    }
    return null;
  }

  // Nothing beyond the edges, nothing cut, nothing out of its own box.
  for (const { node, element, lines } of texts) {
    const left = Math.min(...lines.map((line) => line.left));
    const right = Math.max(...lines.map((line) => line.right));
    if (left < -0.5 || right > width + 0.5) faults.push(`text leaves the screen (${Math.round(left)} to ${Math.round(right)}): ${nameOf(element)} ${quote(node.data)}`);
    const size = parseFloat(getComputedStyle(element).fontSize);
    const scale = parseFloat(getComputedStyle(root).fontSize) / 16;
    if (size < 13 * scale - 0.1) faults.push(`text of ${size.toFixed(1)} px: ${nameOf(element)} ${quote(node.data)}`);
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      const box = at.getBoundingClientRect();
      const cuts = [style.overflowX, style.overflowY].some((value) => value === 'hidden' || value === 'clip');
      const edged = style.borderTopWidth !== '0px' || style.borderLeftWidth !== '0px' || style.backgroundColor !== 'rgba(0, 0, 0, 0)';
      const inline = style.display === 'inline';
      if ((cuts || edged) && !inline) {
        const over = lines.find((line) => line.left < box.left - 1 || line.right > box.right + 1 || inkOf(line, element).top < box.top - 1 || inkOf(line, element).bottom > box.bottom + 1);
        if (over) faults.push(`text ${cuts ? 'is cut by' : 'leaves'} ${nameOf(at)}: ${quote(node.data)}`);
        break;
      }
      if (style.textOverflow === 'ellipsis' && at.scrollWidth > at.clientWidth + 1) faults.push(`text ends in dots: ${nameOf(at)} ${quote(node.data)}`);
    }
  }
  for (const element of document.body.querySelectorAll('*')) {
    const style = getComputedStyle(element);
    if (!shown(element) || offScreen(element) || element instanceof SVGElement) continue;
    const x = ['hidden', 'clip'].includes(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
    const y = ['hidden', 'clip'].includes(style.overflowY) && element.scrollHeight > element.clientHeight + 1;
    if ((x || y) && element.clientHeight > 2) faults.push(`content is cut: ${nameOf(element)} ${quote(element.textContent)}`);
    if (style.overflowX === 'auto' || style.overflowX === 'scroll') {
      if (element.scrollWidth > element.clientWidth + 1) faults.push(`has to be swiped sideways: ${nameOf(element)} ${quote(element.textContent)}`);
    }
  }
  for (const field of document.querySelectorAll('input, textarea, select')) {
    if (!shown(field) || offScreen(field) || ['checkbox', 'radio'].includes(field.type)) continue;
    const box = field.getBoundingClientRect();
    if (box.left < -0.5 || box.right > width + 0.5) faults.push(`a field leaves the screen: ${nameOf(field)}`);
    if (field.placeholder) faults.push(`a placeholder stands for a label: ${nameOf(field)} ${quote(field.placeholder)}`);
  }

  // Nothing on top of something else. What is fixed may pass over what moves.
  const lines = texts.flatMap(({ node, element, lines: own, block, held }) => own.map((rect) => ({ node, element, rect, ink: inkOf(rect, element), block, held })));

  // A line's box is taller than its letters; they stand about its middle.
  function inkOf(rect, element) {
    const half = 0.475 * Math.min(rect.height, parseFloat(getComputedStyle(element).fontSize));
    const middle = (rect.top + rect.bottom) / 2;
    return { top: middle - half, bottom: middle + half };
  }
  lines.sort((a, b) => a.rect.top - b.rect.top);
  const told = new Set();
  for (let at = 0; at < lines.length; at += 1) {
    const a = lines[at];
    for (let next = at + 1; next < lines.length && lines[next].rect.top < a.rect.bottom; next += 1) {
      const b = lines[next];
      if (a.node === b.node || a.block === b.block || a.held !== b.held) continue;
      const across = Math.min(a.rect.right, b.rect.right) - Math.max(a.rect.left, b.rect.left);
      const down = Math.min(a.ink.bottom, b.ink.bottom) - Math.max(a.ink.top, b.ink.top);
      const pair = `${quote(a.node.data)} and ${quote(b.node.data)}`;
      if (across > 2 && down > 2 && !told.has(pair)) {
        told.add(pair);
        faults.push(`text on text: ${pair}`);
      }
    }
  }

  // A word that fits on the screen is not broken in two: where it is, its column is too narrow.
  for (const { node, element, lines: own } of texts) {
    if (own.length < 2) continue;
    for (const match of node.data.matchAll(/[^\s\u2066-\u2069]{4,}/g)) {
      if (/[/.@:_-]/.test(match[0].slice(1, -1))) continue;
      const range = document.createRange();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      const parts = [...range.getClientRects()].filter((rect) => rect.width > 0.5);
      const broken = parts.length > 1 && Math.abs(parts[0].top - parts[parts.length - 1].top) > parts[0].height / 2;
      const whole = parts.reduce((sum, part) => sum + part.width, 0);
      if (broken && whole < 220) faults.push(`a word is broken: ${nameOf(element)} ${quote(match[0])}`);
    }
  }

  // What can be pressed is large enough for a thumb. A link in running text is as high as its line.
  const targets = document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=radio], [role=checkbox], [role=switch], [role=tab]');
  for (const target of targets) {
    if (!shown(target)) continue;
    let box = target.getBoundingClientRect();
    if (['checkbox', 'radio'].includes(target.type)) {
      const label = target.closest('label') ?? (target.id ? document.querySelector(`label[for="${CSS.escape(target.id)}"]`) : null);
      if (label) box = label.getBoundingClientRect();
    } else if (offScreen(target)) continue;
    const running = target.tagName === 'A' && getComputedStyle(target).display === 'inline' && [...target.parentElement.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!running && (box.width < 47.5 || box.height < 47.5)) {
      faults.push(`target of ${Math.round(box.width)} by ${Math.round(box.height)} px: ${nameOf(target)} ${quote(target.textContent || target.getAttribute('aria-label') || '')}`);
    }
  }

  // Phone numbers, sums and clock times are read from left to right wherever they stand.
  const NUMBERS = /(?:\+?\d[\d ]{5,}\d)|(?:£\d+(?:\.\d\d)?)|(?:\b\d{1,2}:\d\d(?:[ap]m)?\b)|(?:\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b)/g;
  for (const { node, element } of texts) {
    for (const match of node.data.matchAll(NUMBERS)) {
      const part = (start, end) => {
        const range = document.createRange();
        range.setStart(node, match.index + start);
        range.setEnd(node, match.index + end);
        return range.getBoundingClientRect();
      };
      const [first, last] = [part(0, 1), part(match[0].length - 1, match[0].length)];
      const sameLine = Math.abs(first.top - last.top) < first.height / 2;
      if (sameLine && first.left >= last.left) faults.push(`runs from right to left: ${nameOf(element)} ${quote(match[0])}`);
    }
  }

  // Every word is hers, or says that it is English. Names and what she typed are marked as a run of their own.
  for (const { node, element } of texts) {
    const text = node.data.replace(/[\u2066-\u2069\u200e\u200f]/g, '');
    if (/^[a-z]+(-[a-z0-9]+){1,6}$/.test(text.trim()) && !element.closest('[lang|="en"]')) faults.push(`a message id instead of words: ${nameOf(element)} ${quote(text)}`);
    if (/\{\s*\$|undefined|\bnull\b|NaN|\[object/.test(text)) faults.push(`a hole in the text: ${nameOf(element)} ${quote(text)}`);
    if (tag.startsWith('en') || element.closest('[lang|="en"], bdi, [dir="auto"], input, textarea')) continue;
    // A name inside a sentence is held together by marks, and so says that it is one.
    const latin = node.data.replace(/\u2068[^\u2069]*\u2069/g, '').match(/[A-Za-z][a-z]{2,}/g) ?? [];
    const own = text.match(tag === 'ti' ? /\p{Script=Ethiopic}/gu : /\p{Script=Arabic}/gu) ?? [];
    const known = new Set(['Kindway', 'English', 'Liverpool', 'Women', 'NHS', 'Migrant', 'Help', 'WhatsApp', 'Google', 'PDF']);
    const strange = latin.filter((word) => !known.has(word));
    if (strange.length >= 2 && own.length < 3) faults.push(`English without saying so: ${nameOf(element)} ${quote(text)}`);
  }
  for (const svg of document.querySelectorAll('body svg')) {
    if (shown(svg) && !svg.closest('[aria-hidden="true"]') && svg.getAttribute('aria-hidden') !== 'true' && !svg.hasAttribute('aria-label') && svg.getAttribute('role') !== 'img') {
      faults.push(`a drawing that a screen reader meets without a word: ${nameOf(svg.parentElement)}`);
    }
  }
  return [...new Set(faults)];
}

/** Does something while no bar is held in its place; each stands where it belongs and not across the middle. */
export async function withoutBars(page, work) {
  const held = await page.evaluateHandle(() => {
    const bars = [...document.body.querySelectorAll('*')].filter((each) => getComputedStyle(each).position === 'sticky');
    for (const bar of bars) Object.assign(bar.style, { position: 'relative', top: 'auto', bottom: 'auto' });
    return bars;
  });
  try {
    return await work();
  } finally {
    await held.evaluate((bars) => {
      for (const bar of bars) for (const property of ['position', 'top', 'bottom']) bar.style.removeProperty(property);
    });
  }
}

/** The whole screen on one picture. */
export function takePicture(page, path) {
  return withoutBars(page, () => page.screenshot({ path, fullPage: true }));
}
