import type { Page } from 'playwright-core';

/** What the keyboard is on: what it is called, and whether one can see that it is there. */
interface Stop {
  name: string;
  seen: boolean;
}

/**
 * Presses Tab until the keyboard is on something of that name.
 *
 * @throws Error when a stop on the way cannot be seen, or none has that name
 */
export async function reachByTab(page: Page, name: string): Promise<void> {
  const passed: string[] = [];
  for (let press = 0; press < 60; press += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(whereKeyboardIs);
    if (!stop.seen) throw new Error(`The keyboard is on “${stop.name}” and nothing shows it.`);
    if (stop.name === name) return;
    passed.push(stop.name);
  }
  throw new Error(`Tab never comes to “${name}”, but to: ${passed.join(' | ')}`);
}

function whereKeyboardIs(): Stop {
  const on = document.activeElement;
  if (!on || on === document.body) return { name: '', seen: true };
  const label = (on as HTMLInputElement).labels?.[0] ?? null;
  const said = label?.querySelector(':scope > span:not([aria-hidden]), :scope > small') ?? label ?? on;
  const text = said.firstChild?.textContent || said.textContent || '';
  const drawn = [on, label].filter((element) => element !== null);
  const seen = drawn.some((element) => {
    const { outlineStyle, outlineWidth, opacity } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const inView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && opacity !== '0' && inView;
  });
  return { name: (on.getAttribute('aria-label') ?? text).trim(), seen };
}
