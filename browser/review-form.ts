/**
 * Around the form of a review: keeps what is typed in this browser until it is published, and shows how the words
 * will look. Without it the form works all the same.
 */
interface Draft {
  fields: Record<string, string>;
  /** Whether it was sent; the site then knows it, or it was lost on the way. */
  sent: boolean;
}

const PREVIEW_PAUSE = 500;
const KEEP_PAUSE = 300;
/** Never kept: what is secret, and what belongs to the page and not to its writer. */
const NOT_KEPT = new Set(['email', 'password', 'seen', 'draft', 'back']);

class ReviewDraft extends HTMLElement {
  private form: HTMLFormElement | null = null;
  private keeping = 0;
  private previewing = 0;
  private asked: AbortController | null = null;
  /** Whether something was typed that is not kept yet. */
  private changed = false;

  connectedCallback(): void {
    this.form = this.querySelector('form');
    if (!this.form) return;
    const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const back = visit?.type === 'back_forward';
    this.comeBack(back);
    this.form.addEventListener('input', () => this.typed());
    this.form.addEventListener('submit', () => this.leave());
    addEventListener('pagehide', () => this.keep());
    // A browser may bring fields back after this script has run, or put a page by with all that is on it.
    addEventListener('pageshow', ({ persisted }) => {
      if ((back || persisted) && !this.changed) this.comeBack(true);
    });
    document.addEventListener('visibilitychange', () => this.keep());
    this.querySelector('[data-restored] button')?.addEventListener('click', () => this.afresh());
    this.form.querySelector('[name=today]')?.addEventListener('change', (event) => this.today(event));
  }

  private get key(): string {
    return `review:${this.dataset.key}`;
  }

  /**
   * Brings back what was kept, unless the site has it or has published it. What was typed before this script had
   * come stays, and is put below what was kept.
   *
   * @param back whether somebody came here through the browser's history, which brings fields back by itself
   */
  private comeBack(back: boolean): void {
    let draft = this.kept();
    let touched = this.touched();
    const published = document.cookie.includes('review-published=');
    if (published && (!draft || draft.sent)) {
      this.forget();
      if (back) this.form?.reset();
      if (back) touched = new Set();
      draft = null;
    }
    if (draft && !(draft.sent && this.dataset.kept !== undefined)) this.restore(draft.fields, touched);
    if (touched.size > 0) this.typed();
    void this.preview();
  }

  private restore(kept: Record<string, string>, touched: ReadonlySet<string>): void {
    const before = JSON.stringify(this.fields());
    const text = this.form?.querySelector('textarea');
    if (text && touched.has('text') && kept.text) text.value = together(kept.text, text.value);
    this.fill(kept, touched);
    if (JSON.stringify(this.fields()) === before) return;
    this.querySelector('[data-restored]')?.removeAttribute('hidden');
  }

  /** The names of the fields that no longer hold what the page came with. */
  private touched(): Set<string> {
    const names = new Set<string>();
    for (const field of this.form?.elements ?? []) if (isTouched(field)) names.add(field.name);
    return names;
  }

  private typed(): void {
    clearTimeout(this.keeping);
    clearTimeout(this.previewing);
    this.changed = true;
    this.keeping = window.setTimeout(() => this.keep(), KEEP_PAUSE);
    this.previewing = window.setTimeout(() => void this.preview(), PREVIEW_PAUSE);
  }

  private keep(): void {
    if (this.changed) this.store({ fields: this.fields(), sent: false });
    this.changed = false;
  }

  private leave(): void {
    clearTimeout(this.keeping);
    this.changed = false;
    // A word from an earlier publishing must not be taken for this one's.
    // biome-ignore lint/suspicious/noDocumentCookie: not every browser has a cookie store
    document.cookie = `review-published=; Max-Age=0; Path=${location.pathname}`;
    this.store({ fields: this.fields(), sent: true });
  }

  private afresh(): void {
    clearTimeout(this.keeping);
    this.changed = false;
    this.forget();
    this.form?.reset();
    this.querySelector('[data-restored]')?.setAttribute('hidden', '');
    this.form?.querySelector('textarea')?.focus();
    void this.preview();
  }

  /** Ticking "today" fills the parts of the date, where they can be changed. */
  private today(event: Event): void {
    const { checked, value } = event.target as HTMLInputElement;
    const parts = checked ? value.split('-').map((part) => String(Number(part))) : ['', '', ''];
    for (const [at, name] of ['year', 'month', 'day'].entries()) {
      const part = this.form?.elements.namedItem(name);
      if (part instanceof HTMLInputElement || part instanceof HTMLSelectElement) part.value = parts[at] ?? '';
    }
  }

  /** How the words will look, as the site itself says; offline the last answer stays. */
  private async preview(): Promise<void> {
    const text = this.form?.querySelector('textarea')?.value ?? '';
    const place = this.querySelector<HTMLElement>('.preview');
    const shown = place?.querySelector('.text');
    if (!place || !shown) return;
    this.asked?.abort();
    this.asked = null;
    if (!/[<\n]/.test(text)) {
      place.hidden = true;
      return;
    }
    const asked = new AbortController();
    this.asked = asked;
    const how = { method: 'POST', body: new URLSearchParams({ text }), signal: asked.signal };
    const answer = await fetch('/preview', how)
      .then((response) => (response.ok ? response.text() : null))
      .catch(() => null);
    if (answer === null || this.asked !== asked) return;
    // The site sanitises what it answers here exactly as it does what it publishes.
    shown.innerHTML = answer;
    place.hidden = shown.textContent === '';
  }

  private fields(): Record<string, string> {
    const fields: Record<string, string> = {};
    for (const [name, value] of new FormData(this.form ?? undefined))
      if (typeof value === 'string' && !NOT_KEPT.has(name)) fields[name] = value;
    return fields;
  }

  private fill(fields: Record<string, string>, touched: ReadonlySet<string>): void {
    for (const field of this.form?.elements ?? []) {
      if (!isField(field) || touched.has(field.name) || field.type === 'hidden') continue;
      if (field instanceof HTMLInputElement && field.type === 'radio')
        field.checked = fields[field.name] === field.value;
      else if (field instanceof HTMLInputElement && field.type === 'checkbox')
        field.checked = field.name in fields;
      else if (field.name in fields) field.value = fields[field.name] ?? '';
    }
    const more = this.querySelector<HTMLDetailsElement>('details:has(input, select)');
    if (more && (fields.title || fields.tags || fields.language)) more.open = true;
  }

  private kept(): Draft | null {
    try {
      const draft = JSON.parse(localStorage.getItem(this.key) ?? 'null') as Draft | null;
      return draft?.fields ? draft : null;
    } catch {
      return null;
    }
  }

  private store(draft: Draft): void {
    try {
      localStorage.setItem(this.key, JSON.stringify(draft));
    } catch {
      // A browser that keeps nothing, or is full: the site keeps the words from the first sending on.
    }
  }

  private forget(): void {
    try {
      localStorage.removeItem(this.key);
    } catch {
      // There is nothing to forget where nothing can be kept.
    }
  }
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function isField(element: Element): element is Field {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement
  );
}

/** Whether a field holds something else than the page came with. */
function isTouched(element: Element): element is Field {
  if (element instanceof HTMLSelectElement) {
    const options = [...element.options];
    const first = Math.max(
      0,
      options.findIndex((option) => option.defaultSelected),
    );
    return element.selectedIndex !== first;
  }
  if (element instanceof HTMLTextAreaElement) return element.value !== element.defaultValue;
  if (!(element instanceof HTMLInputElement) || element.type === 'hidden') return false;
  if (/radio|checkbox/.test(element.type)) return element.checked !== element.defaultChecked;
  return element.value !== element.defaultValue;
}

/** Two versions of what somebody typed: the fuller one where it holds the other, else one below the other. */
function together(kept: string, typed: string): string {
  if (kept.includes(typed)) return kept;
  return typed.includes(kept) ? typed : `${kept}\n\n${typed}`;
}

customElements.define('review-draft', ReviewDraft);
