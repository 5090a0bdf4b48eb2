//! Every screen in every language, one after the other: what the lanes that look at screens have in common.

import { strict as assert } from 'node:assert';

import { openPhone } from './browser.mjs';
import { test } from './lane.mjs';
import { afterLoss, damaged, empty, inUse, locked, lockedByOwner, openByOwner, picked, secondDamaged, secondDamagedByOwner, untouched, withOwner, withPin } from './lives.mjs';
import { SCREENS } from './screens.mjs';
import { TAGS } from './words.mjs';

const LIVES = { untouched, picked, empty, inUse, afterLoss, withPin, withOwner, openByOwner, locked, lockedByOwner, damaged, secondDamaged, secondDamagedByOwner };

/**
 * Adds a test for every screen in every language.
 *
 * - `named`: the sentence, from the screen and the language
 * - `settings`: what is set before, such as the size of the text
 * - `look`: looks at the screen as it stands and throws what is wrong with it
 */
export function everyScreen({ named, settings = {}, look, tags = TAGS }) {
  const nowhere = SCREENS.filter(({ life }) => !Object.hasOwn(LIVES, life)).map(({ id, life }) => `${id} (${life})`);
  if (nowhere.length > 0) throw new Error(`screens in a life that there is none of: ${nowhere.join(', ')}`);
  for (const tag of tags) {
    for (const life of Object.keys(LIVES)) {
      const group = new Stay(tag, life, settings);
      for (const screen of SCREENS.filter((each) => each.life === life)) {
        if (screen.tags && !screen.tags.includes(tag)) continue;
        test(
          named(screen, tag),
          async () => {
            const phone = await group.arrive(screen);
            try {
              await look(phone, screen, tag);
              assert.deepEqual(phone.faults(), [], 'nothing goes wrong behind the screen');
            } finally {
              if (screen.alone) await group.leave();
            }
          },
          group,
        );
      }
    }
  }
}

/** A phone in one language and one state, on which several screens are looked at. */
class Stay {
  #phone;
  #life;

  constructor(tag, life, settings) {
    this.tag = tag;
    this.life = life;
    this.settings = settings;
  }

  async arrive(screen) {
    if (!this.#life) {
      this.#life = await LIVES[this.life](this.tag);
      if (Object.keys(this.settings).length > 0 && this.life !== 'untouched') await this.#life.preview.ask('settings-save', this.settings);
    }
    this.#phone ??= await openPhone(this.#life.preview, { tag: this.tag });
    await reach(this.#phone, screen, this.#life.ids);
    return this.#phone;
  }

  /** The next screen is met on a phone that was just switched on. */
  async leave() {
    await this.#phone?.drop();
    this.#phone = undefined;
  }

  async close() {
    await this.leave();
    await this.#life?.preview.stop();
  }
}

/** Goes to a screen, and makes sure that it is the one. Without a path of its own, what is done before leads there. */
export async function reach(phone, screen, ids) {
  const path = screen.at?.(ids);
  await screen.via?.(phone);
  if (path !== undefined) {
    await phone.go(path);
    assert.equal(await phone.where(), path, `${screen.id} is another screen`);
  }
  await phone.page.evaluate(() => window.scrollTo(0, 0));
}
